// Runs inside.py in Pyodide under Node.js: byte-code must come from the very Python that loads it.
// node compile.mjs ENGINE_FOLDER COMPILER_FOLDER WORK_FOLDER
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [engine, compiler, work] = process.argv.slice(2).map((folder) => resolve(folder));
const { loadPyodide } = await import(pathToFileURL(`${engine}/pyodide.mjs`));
const pyodide = await loadPyodide({
  env: {
    PYTHONOPTIMIZE: "2", // no docstrings, no asserts
    PYTHONNODEBUGRANGES: "1", // line numbers stay, columns go: a quarter of the bytes
    PYTHONHASHSEED: "0", // the same input gives the same bytes
    SOURCE_DATE_EPOCH: "315532800",
  },
});
pyodide.mountNodeFS("/compiler", compiler);
pyodide.mountNodeFS("/work", work);
const inside = new URL("inside.py", import.meta.url);
await pyodide.runPythonAsync(readFileSync(inside, "utf-8"), { filename: "inside.py" });
