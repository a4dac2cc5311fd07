// Loads Pyodide from parts that were counted and checked, and fails where Pyodide itself would wait for ever.

import { LoadError } from "./download.js";

/** Starts Python. `atStart` is called when everything is here. */
export async function loadPython(download, lockInfo, atStart) {
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
  const [{ loadPyodide }, , wasm, library] = await Promise.all([
    script("pyodide.mjs"),
    script("pyodide.asm.js"),
    download.response("pyodide.asm.wasm").then((response) => WebAssembly.compileStreaming(response)),
    download.bytes("python_stdlib.zip"),
  ]);
  await atStart();
  return start(loadPyodide, files, lockInfo, wasm, library);
}

async function start(loadPyodide, files, lockInfo, wasm, library) {
  const folder = new URL(".", files["pyodide.mjs"].url).href;
  const parts = new Map([
    // Only asked for: what Pyodide would make of it, we have.
    [files["pyodide.asm.wasm"].url, () => new Response()],
    [files["python_stdlib.zip"].url, () => new Response(library)],
  ]);
  // Pyodide would fetch by itself, and wait for ever where the wasm is missing, cut short or too big for the memory.
  const fetchReally = self.fetch;
  self.fetch = async (address, options) => parts.get(String(address))?.() ?? fetchReally(address, options);
  const failing = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
  const options = { indexURL: folder, packageBaseUrl: folder, lockFileContents: { info: lockInfo, packages: {} } };
  return Promise.race([loadPyodide({ ...options, stdLibURL: files["python_stdlib.zip"].url }), failing]);
}
