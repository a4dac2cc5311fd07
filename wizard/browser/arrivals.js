// What the loader sends to the worker that runs Python.

const SENT = ["pyodide.asm.wasm", "python_stdlib.zip", "wizard.whl", "data.txt"];

/** name -> promise of its content, a WebAssembly.Module or bytes. One that fails to come stays open: the page ends it. */
export function arrivals(port) {
  const take = {};
  const parts = Object.fromEntries(SENT.map((name) => [name, new Promise((resolve) => (take[name] = resolve))]));
  port.onmessage = ({ data }) => take[data.name](data.content);
  return parts;
}
