// Makes Pyodide's wasm and glue smaller: node main.mjs ENGINE_FOLDER TARGET_FOLDER GLUE_NAME WORK_FOLDER
// WORK_FOLDER: what inside.py and frozen.py found out.
import { readFileSync, writeFileSync } from "node:fs";
import { checkGlue, exportsRead, shorten, slimGlue, textsIn } from "./glue.mjs";
import { SlimWasm } from "./wasm.mjs";
import { withoutZeros } from "./zeros.mjs";

const [engine, target, glueName, work] = process.argv.slice(2);
const read = (name) => readFileSync(`${engine}/${name}`, "utf-8");
const { version } = JSON.parse(read("package.json"));
const NOTICE = `/* Pyodide ${version}, https://github.com/pyodide/pyodide, Mozilla Public License 2.0 (https://mozilla.org/MPL/2.0/).
Modified: made smaller from the npm package by wizard/runtime/slim/ of this guide's source, see THIRD-PARTY.md there. */`;

let glue = read(glueName);
checkGlue(glue);
const wasm = new SlimWasm(readFileSync(`${engine}/pyodide.asm.wasm`), glue);
const loader = read("pyodide.mjs");
let bytes;

/** What the glue no longer asks for, the wasm no longer needs, and the other way round. */
async function narrow() {
  for (let before = Infinity; wasm.imports.size < before; ) {
    before = wasm.imports.size;
    glue = await slimGlue(glue, wasm.imports, loader);
    bytes = wasm.keep(new Set([...exportsRead(glue), ...textsIn(glue)]));
  }
}

await narrow();
const loaded = readFileSync(`${work}/loaded_modules.txt`, "utf-8").split("\n");
wasm.dropModules(new Set(loaded));
wasm.replaceFrozen(JSON.parse(readFileSync(`${work}/frozen.json`, "utf-8")));
bytes = wasm.keep(wasm.exports);
await narrow();
writeFileSync(`${target}/pyodide.asm.wasm`, withoutZeros(bytes));
writeFileSync(`${target}/${glueName}`, await shorten(glue, NOTICE));
