// Loads Pyodide from parts that are counted and checked, and fails where Pyodide itself would wait for ever.

import { LoadError } from "./download.js";

/** Starts Python. `others`: what must be here too before it is of use; `onComplete` is called when all has arrived. */
export async function loadPython(download, lockInfo, others, onComplete) {
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
  // All at once: on slow networks the time is in the waiting. The wasm compiles while it arrives.
  const scripts = Promise.all([script("pyodide.mjs"), script("pyodide.asm.js")]);
  const wasm = download.response("pyodide.asm.wasm").then((response) => WebAssembly.compileStreaming(response));
  const library = download.bytes("python_stdlib.zip");
  const arrived = Promise.all([scripts, wasm, library, others]).then(onComplete);
  const [pyodide] = await Promise.all([scripts.then(([{ loadPyodide }]) => start(loadPyodide, files, lockInfo, wasm, library)), arrived]);
  return pyodide;
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
