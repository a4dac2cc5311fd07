// Finds what a phone needs of the standard library, and compiles it under Node.js: byte-code must come from the very
// Python that loads it. node compile.mjs ENGINE_FOLDER COMPILER_FOLDER WORK_FOLDER
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync, writeFileSync } from "node:fs";

// Node.js would print the whole glue before the message.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});
const [engine, compiler, work] = process.argv.slice(2).map((folder) => resolve(folder));
const { loadPyodide } = await import(pathToFileURL(`${engine}/pyodide.mjs`));
const program = (name) => readFileSync(new URL(name, import.meta.url), "utf-8");
const { info } = JSON.parse(readFileSync(`${engine}/pyodide-lock.json`, "utf-8"));

// As in wizard/browser/engine.js and worker.js: no packages, and nothing but our rules.
const phone = await loadPyodide({
  stdLibURL: `${work}/library.zip`,
  lockFileContents: { info, packages: {} },
});
phone.mountNodeFS("/making", work);
const wheel = phone.FS.readdir("/making").find((name) => name.endsWith(".whl"));
phone.runPython(`import sys; sys.path.insert(0, "/making/${wheel}")`);
phone.globals.set("modules", readFileSync(`${work}/modules.txt`, "utf-8"));
phone.runPython(program("used.py"), { filename: "used.py" });
writeFileSync(`${work}/used.txt`, phone.globals.get("used"));
writeFileSync(`${work}/loaded_modules.txt`, phone.globals.get("loaded"));

const pyodide = await loadPyodide({
  env: {
    PYTHONOPTIMIZE: "2", // no docstrings, no asserts
    PYTHONNODEBUGRANGES: "1", // line numbers stay, columns go: a quarter of the bytes
    PYTHONHASHSEED: "0", // the same input gives the same bytes
    SOURCE_DATE_EPOCH: "315532800",
  },
});
pyodide.mountNodeFS("/compiler", compiler);
pyodide.mountNodeFS("/making", work);
for (const filename of ["inside.py", "frozen.py"]) await pyodide.runPythonAsync(program(filename), { filename });
