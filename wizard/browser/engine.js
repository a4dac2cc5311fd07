// Loads Pyodide from parts that are counted and checked, and fails where Pyodide itself would wait for ever.

import { LoadError } from "./download.js";

/** Starts Python. `names`: what must be here too before it is of use; `onComplete` is called when all has arrived. */
// Gives Python, and a promise of the bytes of each of these others.
export async function loadPython(download, lockInfo, names, onComplete) {
  const { files } = download;
  const script = async (name) => {
    try {
      const module = await import(files[name].url);
      download.complete(name);
      return module;
    } catch (error) {
      throw error instanceof SyntaxError ? error : new LoadError("network", `${name}: ${error.message}`);
    }
  };
  // One after another in the order of use, each asked for before the last has ended: the line stays full, the wasm
  // compiles while it arrives, and Python starts while the rules and facts are still on their way.
  const scripts = Promise.all([script("pyodide.mjs"), script("pyodide.asm.js")]);
  const wasm = download.response("pyodide.asm.wasm").then((response) => WebAssembly.compileStreaming(response));
  const library = download.after("pyodide.asm.wasm").then(() => download.bytes("python_stdlib.zip"));
  const others = names.map((name) => download.after("python_stdlib.zip").then(() => download.bytes(name)));
  const arrived = Promise.all([scripts, wasm, library, ...others]).then(onComplete);
  const started = scripts.then(([{ loadPyodide }]) => start(loadPyodide, files, lockInfo, wasm, library));
  // Whatever fails to arrive ends the wait; what is late does not hold Python up.
  const pyodide = await Promise.race([started, arrived.then(() => started)]);
  return [pyodide, ...others];
}

/** Runs loadPyodide() on parts that may still be on their way. */
function start(loadPyodide, files, lockInfo, wasm, library) {
  const folder = new URL(".", files["pyodide.mjs"].url).href;
  const parts = new Map([
    // Only asked for: what Pyodide would make of it, we have.
    [files["pyodide.asm.wasm"].url, async () => new Response()],
    [files["python_stdlib.zip"].url, async () => new Response(await library)],
  ]);
  const fetchReally = self.fetch;
  self.fetch = (address, options) => parts.get(String(address))?.() ?? fetchReally(address, options);
  // Pyodide only logs it when the wasm does not fit into memory, and waits.
  const failing = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      const module = await wasm;
      const instance = await WebAssembly.instantiate(module, imports).catch((error) => {
        reject(error);
        throw error;
      });
      return { module, instance };
    };
  });
  const options = { indexURL: folder, packageBaseUrl: folder, lockFileContents: { info: lockInfo, packages: {} } };
  return Promise.race([loadPyodide({ ...options, stdLibURL: files["python_stdlib.zip"].url }), failing]);
}
