// Fetches the parts of Python beside the worker that runs it, and compiles the wasm. A worker of its own, which ends
// when all has arrived: the copies that loading makes are then free at once, not when the browser next tidies up.
// Messages in: {type: "load", files, fresh} and {type: "script", name}, one that the other worker has imported.
// Messages out: progress, part (name, content), failed.

import { Download } from "./download.js";
import { tellPage } from "./fault.js";
import { forgetKept } from "./kept.js";

let download;

async function load({ files, fresh }) {
  let progress;
  let due;
  download = new Download(files, fresh, (done, total) => {
    progress = { type: "progress", done, total };
    // Ten a second are enough for a smooth bar; more would only cost battery.
    due ??= setTimeout(() => {
      due = undefined;
      postMessage(progress);
    }, 100);
  });
  const send = async (name) => {
    const content = await download.bytes(name);
    postMessage({ type: "part", name, content }, [content.buffer]);
  };
  try {
    if (fresh) await forgetKept(Object.values(files).map(({ url }) => url));
    // One after another in the order of use, each asked for before the last has ended: the line stays full, the wasm
    // compiles while it arrives, and Python starts while the rules and facts are still on their way.
    const wasm = download.response("pyodide.asm.wasm").then(async (response) => {
      const content = await WebAssembly.compileStreaming(response);
      postMessage({ type: "part", name: "pyodide.asm.wasm", content });
    });
    const library = download.after("pyodide.asm.wasm").then(() => send("python_stdlib.zip"));
    const others = ["wizard.whl", "data.txt"].map((name) => download.after("python_stdlib.zip").then(() => send(name)));
    await Promise.all([wasm, library, ...others]);
  } catch (error) {
    // A broken stream surfaces as an error of whoever read it: the download knows the reason.
    tellPage(download.failure ?? error);
  }
}

self.addEventListener("message", ({ data }) => (data.type === "load" ? load(data) : download.complete(data.name)));
