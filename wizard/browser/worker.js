// Runs Python beside the page: loads it, starts it, and asks the rules for advice.
// Messages in: {type: "load", parts} and {type: "advise", id, request}.
// Messages out: progress, start, ready, failed (once, the first cause), advice.

import { Download, LoadError } from "./download.js";

const WHEEL = "/lib/wizard.whl";
let rules;
let countries;
let failed = false;

function fail(error) {
  // Later errors are echoes of the first.
  if (failed) return;
  failed = true;
  postMessage({ type: "failed", cause: causeOf(error), detail: String(error?.message ?? error) });
}

function causeOf(error) {
  if (error instanceof LoadError) return error.cause;
  if (error instanceof RangeError || /memory|allocat/i.test(String(error?.message))) return "memory";
  return error instanceof SyntaxError || error instanceof WebAssembly.CompileError ? "broken" : "crash";
}

async function load({ files, lockInfo, fresh }) {
  let reported = 0;
  const download = new Download(files, fresh, (done, total) => {
    // Enough for a smooth bar; more messages would only cost battery.
    if (done < total && performance.now() - reported < 100) return;
    reported = performance.now();
    postMessage({ type: "progress", done, total });
  });
  const script = async (name) => {
    try {
      const module = await import(files[name].url);
      download.complete(name);
      return module;
    } catch (error) {
      throw error instanceof SyntaxError ? error : new LoadError("network", `${name}: ${error.message}`);
    }
  };
  try {
    // All at once: on slow networks the time is in the waiting. The wasm compiles while it arrives.
    const [{ loadPyodide }, , wasm, library, wheel, data] = await Promise.all([
      script("pyodide.mjs"),
      script("pyodide.asm.js"),
      download.response("pyodide.asm.wasm").then((response) => WebAssembly.compileStreaming(response)),
      download.bytes("python_stdlib.zip"),
      download.bytes("wizard.whl"),
      download.bytes("data.json"),
    ]);
    postMessage({ type: "start" });
    const pyodide = await start(loadPyodide, files, lockInfo, wasm, library);
    pyodide.FS.writeFile(WHEEL, wheel);
    pyodide.runPython(`import sys; sys.path.insert(0, "${WHEEL}")`);
    rules = pyodide.pyimport("wizard.core.entry");
    const { common, by_country } = JSON.parse(new TextDecoder().decode(data));
    countries = new Map(Object.entries(by_country));
    rules.load(JSON.stringify(common));
    postMessage({ type: "ready" });
  } catch (error) {
    // A broken stream surfaces as an error of whoever read it: the download knows the reason.
    fail(download.failure ?? error);
  }
}

/** Starts Pyodide with parts that are here already. */
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

/** Asks the rules; the facts of a country are read when they are needed first. */
function advise(request) {
  let answer = JSON.parse(rules.advise(JSON.stringify(request)));
  const country = answer.needs_country;
  if (country && countries.has(country)) {
    rules.load(JSON.stringify(countries.get(country)));
    countries.delete(country);
    answer = JSON.parse(rules.advise(JSON.stringify(request)));
  }
  return answer;
}

self.addEventListener("message", ({ data }) => {
  if (data.type === "load") load(data.parts);
  if (data.type === "advise") {
    try {
      postMessage({ type: "advice", id: data.id, advice: advise(data.request) });
    } catch (error) {
      fail(error);
    }
  }
});
