// What locals.mjs says of a few functions. node follow.mjs SLIM_FOLDER
import { pathToFileURL } from "node:url";

const { followLocals } = await import(pathToFileURL(`${process.argv[2]}/locals.mjs`));
const [BLOCK, LOOP, IF, ELSE, END] = [[0x02, 64], [0x03, 64], [0x04, 64], [0x05], [0x0b]];
const [DATA, SLOTS, OTHER] = [[0x23, 0], [0x23, 2], [0x41, 7]];
const [SET, GET, BRANCH_IF, BRANCH] = [[0x21, 5], [0x20, 5], [0x0d, 0], [0x0c, 0]];
const CASES = {
  stored: [DATA, SET, GET, END],
  "stored anew": [DATA, SET, OTHER, SET, GET, END],
  "another base": [DATA, SET, SLOTS, SET, GET, END],
  "in one branch": [IF, DATA, SET, ELSE, OTHER, SET, END, GET, END],
  "in the other branch": [IF, DATA, SET, ELSE, GET, END, END],
  "out of a block": [BLOCK, DATA, SET, BRANCH_IF, OTHER, SET, END, GET, END],
  "jumped over": [DATA, SET, BLOCK, BRANCH, OTHER, SET, END, GET, END],
  "once round a loop": [OTHER, SET, LOOP, GET, DATA, SET, BRANCH_IF, END, END],
};
const found = {};
for (const [name, steps] of Object.entries(CASES)) {
  followLocals(steps, { 0: "data", 2: "slots" }, (at, rolesOf) => {
    if (steps[at] === GET) found[name] = rolesOf(5).sort();
  });
}
console.log(JSON.stringify(found));
