// Loads Pyodide from parts that the loader has counted and checked, and fails where Pyodide itself would wait for ever.

import { fault } from "./fault.js";

/** Imports the two scripts of Pyodide, and starts it on parts that may still be on their way. */
// `parts`: name -> promise of its content; `onScript` is called with the name of each script that has come.
export async function loadPython(files, lockInfo, parts, onScript) {
  const script = async (name) => {
    try {
      const module = await import(files[name].url);
      onScript(name);
      return module;
    } catch (error) {
      throw error instanceof SyntaxError ? error : fault("network", `${name}: ${error.message}`);
    }
  };
  const [{ loadPyodide }] = await Promise.all([script("pyodide.mjs"), script("pyodide.asm.js")]);
  return start(loadPyodide, files, lockInfo, parts);
}

function start(loadPyodide, files, lockInfo, parts) {
  const folder = new URL(".", files["pyodide.mjs"].url).href;
  const library = files["python_stdlib.zip"].url;
  const answers = new Map([
    // Only asked for: what Pyodide would make of it, we have.
    [files["pyodide.asm.wasm"].url, async () => new Response()],
    [library, async () => new Response(await parts["python_stdlib.zip"])],
  ]);
  const fetchReally = self.fetch;
  self.fetch = (address, options) => answers.get(String(address))?.() ?? fetchReally(address, options);
  // Pyodide only logs it when the wasm does not fit into memory, and waits.
  const failing = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      const module = await parts["pyodide.asm.wasm"];
      const instance = await WebAssembly.instantiate(module, imports).catch((error) => {
        reject(error);
        throw error;
      });
      return { module, instance };
    };
  });
  const options = { indexURL: folder, packageBaseUrl: folder, lockFileContents: { info: lockInfo, packages: {} } };
  return Promise.race([loadPyodide({ ...options, stdLibURL: library }), failing]);
}
