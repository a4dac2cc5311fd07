// What the loader sends to the worker that runs Python.

const take = {};

const SENT = ["pyodide.asm.wasm", "python_stdlib.zip", "wizard.whl", "data.txt"];

/** name -> promise of its content, a WebAssembly.Module or bytes. One that fails to come stays open: the page ends it. */
export const parts = Object.fromEntries(SENT.map((name) => [name, new Promise((resolve) => (take[name] = resolve))]));

/** Takes a message of the loader that brings a part. */
export const arrive = ({ name, content }) => take[name](content);
