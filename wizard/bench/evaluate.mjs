// Measures the rules in the small Python. node evaluate.mjs RUNTIME_FOLDER EVALUATE_PY DATA_FILE PEOPLE_FILE DAY ROUNDS
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, program, data, people] = process.argv.slice(2, 6).map((path) => resolve(path));
const [day, rounds] = process.argv.slice(6);
const manifest = JSON.parse(readFileSync(`${runtime}/manifest.json`, "utf-8"));
const path = (name) => `${runtime}/files/${manifest.files[name].path}`;
const { loadPyodide } = await import(pathToFileURL(path("pyodide.mjs")));
const pyodide = await loadPyodide({
  stdLibURL: path("python_stdlib.zip"),
  lockFileContents: { info: manifest.lock_info, packages: {} },
});
pyodide.FS.writeFile("/lib/wizard.whl", readFileSync(path("wizard.whl")));
pyodide.runPython('import sys; sys.path.insert(0, "/lib/wizard.whl")');
pyodide.runPython(readFileSync(program, "utf-8"));
const measure = pyodide.globals.get("measure");
console.log(measure(readFileSync(data, "utf-8"), readFileSync(people, "utf-8"), day, Number(rounds)));
