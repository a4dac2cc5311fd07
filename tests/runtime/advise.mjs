// Asks the rules in the small Python, as a phone does. node advise.mjs RUNTIME_FOLDER DATA_FILE REQUESTS_FILE
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, data, requests] = process.argv.slice(2).map((path) => resolve(path));
const manifest = JSON.parse(readFileSync(`${runtime}/manifest.json`, "utf-8"));
const path = (name) => `${runtime}/files/${manifest.files[name].path}`;
const { loadPyodide } = await import(pathToFileURL(path("pyodide.mjs")));
const pyodide = await loadPyodide({
  stdLibURL: path("python_stdlib.zip"),
  lockFileContents: { info: manifest.lock_info, packages: {} },
});
pyodide.FS.writeFile("/lib/wizard.whl", readFileSync(path("wizard.whl")));
pyodide.runPython('import sys; sys.path.insert(0, "/lib/wizard.whl")');
const rules = pyodide.pyimport("wizard.core.entry");
for (const line of readFileSync(data, "utf-8").trimEnd().split("\n")) rules.load(line.slice(line.indexOf("{")));
const answers = JSON.parse(readFileSync(requests, "utf-8")).map((request) => rules.advise(JSON.stringify(request)));
console.log(JSON.stringify(answers));
