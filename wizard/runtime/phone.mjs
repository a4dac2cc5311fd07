// Starts the small Python under Node.js, as wizard/browser/engine.js and worker.js do on a phone.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Python, and the rules without facts. */
export async function startPhone(folder) {
  const runtime = resolve(folder);
  const manifest = JSON.parse(readFileSync(`${runtime}/manifest.json`, "utf-8"));
  const path = (name) => `${runtime}/files/${manifest.files[name].path}`;
  const { loadPyodide } = await import(pathToFileURL(path("pyodide.mjs")));
  const pyodide = await loadPyodide({
    stdLibURL: path("python_stdlib.zip"),
    lockFileContents: { info: manifest.lock_info, packages: {} },
  });
  pyodide.FS.writeFile("/lib/wizard.whl", readFileSync(path("wizard.whl")));
  pyodide.runPython('import sys; sys.path.insert(0, "/lib/wizard.whl")');
  return { pyodide, rules: pyodide.pyimport("wizard.core.entry") };
}
