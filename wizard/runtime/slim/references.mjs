// What each function of a wasm names: functions, places in the table, addresses of data.
// Code of a library adds a number to a base for it: `global.get BASE, i32.const NUMBER, i32.add`.

import { followLocals, isStore } from "./locals.mjs";

const [LOCAL_GET, LOCAL_TEE, GLOBAL_GET, CALL, CONST, ADD] = [0x20, 0x22, 0x23, 0x10, 0x41, 0x6a];

// How many numbers follow an instruction.
const NUMBERS = new Map();
for (const code of [0x00, 0x01, 0x05, 0x0a, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1]) NUMBERS.set(code, 0);
for (const code of [0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x18, 0x25, 0x26, 0x3f, 0x40, 0x42]) NUMBERS.set(code, 1);
for (const code of [0x20, 0x21, 0x22, 0x23, 0x24, 0xd0, 0xd2]) NUMBERS.set(code, 1);
for (let code = 0x28; code <= 0x3e; code++) NUMBERS.set(code, 2);
for (let code = 0x45; code <= 0xc4; code++) NUMBERS.set(code, 0);
NUMBERS.set(0x11, 2);
const NUMBERS_AFTER_FC = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/**
 * Index -> {calls, slots, data, sure, globals}, all sets of numbers. `sure` is the part of `data` that is an address without
 * doubt. `code`: Reader; `bases`: index of a global -> "data" or "slots".
 */
export function references(code, firstFunction, bases) {
  const functions = new Map();
  const end = firstFunction + code.count();
  for (let index = firstFunction; index < end; index++) functions.set(index, referencesOf(instructions(code, index), bases));
  return functions;
}

function* instructions(code, index) {
  const end = code.count() + code.at;
  for (let groups = code.count(); groups > 0; groups--) {
    code.count();
    code.at += 1;
  }
  while (code.at < end) yield instruction(code, index);
}

/** [what, numbers…] */
function instruction(code, index) {
  const what = code.byte();
  if (what === CONST) return [what, code.number()];
  let numbers = NUMBERS.get(what);
  if (what === 0x0e) numbers = code.count() + 1;
  else if (what === 0x1c) numbers = code.count();
  else if (what === 0xfc) numbers = NUMBERS_AFTER_FC[code.count()];
  else if (what === 0x43 || what === 0x44) {
    code.at += what === 0x43 ? 4 : 8;
    return [what];
  }
  if (numbers === undefined) throw new Error(`Function ${index} of Pyodide's wasm has an instruction unknown here: ${what}.`);
  return [what, ...Array.from({ length: numbers }, () => code.count())];
}

function referencesOf(steps, bases) {
  const all = [...steps];
  const found = { calls: new Set(), slots: new Set(), data: new Set(), sure: new Set(), globals: new Set() };
  const untraced = new Set();
  followLocals(all, bases, (at, rolesOf) => {
    const [what, value] = all[at];
    const isGlobal = what === GLOBAL_GET;
    if (what === CALL) found.calls.add(value);
    if (isGlobal && !bases[value]) found.globals.add(value);
    const [before, next, after] = [all[at - 1], all[at + 1], all[at + 2]];
    for (const role of isGlobal ? [bases[value] ?? []].flat() : what === LOCAL_GET || what === LOCAL_TEE ? rolesOf(value) : []) {
      if (next?.[0] === CONST && after?.[0] === ADD) {
        found[role].add(next[1]);
        if (role === "data" && isGlobal) found.sure.add(next[1]);
      } else if (next?.[0] === ADD && before?.[0] === CONST) found[role].add(before[1]);
      else if (!isGlobal || !isStore(next)) untraced.add(role);
    }
  });
  // Where a base goes some other way, each number of the function may belong to it. Small ones are no data: there are texts.
  const numbers = all.filter(([what]) => what === CONST).map(([, value]) => value);
  if (untraced.has("slots")) numbers.forEach((value) => found.slots.add(value));
  if (untraced.has("data")) numbers.filter((value) => value > 4096).forEach((value) => found.data.add(value));
  return found;
}
