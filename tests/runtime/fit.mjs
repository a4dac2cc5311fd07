// What glue and wasm ask of each other. node fit.mjs SLIM_FOLDER GLUE_FILE WASM_FILE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, glueFile, wasmFile] = process.argv.slice(2);
const { exportsRead, importsOffered } = await import(pathToFileURL(`${folder}/glue.mjs`));
const glue = readFileSync(glueFile, "utf-8");
const wasm = new WebAssembly.Module(readFileSync(wasmFile));
const functions = WebAssembly.Module.imports(wasm).filter(({ kind, module }) => kind === "function" && module !== "sentinel");
console.log(
  JSON.stringify({
    read: [...exportsRead(glue)],
    exported: WebAssembly.Module.exports(wasm).map(({ name }) => name),
    offered: [...importsOffered(glue)],
    imported: functions.map(({ name }) => name),
  }),
);
