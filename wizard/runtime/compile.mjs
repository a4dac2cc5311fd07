// Runs inside.py and frozen.py in Pyodide under Node.js: byte-code must come from the very Python that loads it.
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
for (const filename of ["inside.py", "frozen.py"]) {
  await pyodide.runPythonAsync(readFileSync(new URL(filename, import.meta.url), "utf-8"), { filename });
}
