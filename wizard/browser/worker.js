// Runs Python beside the page: loads it, starts it, and asks the rules for advice.
// Messages in: {type: "load", parts} and {type: "advise", id, request}.
// Messages out: progress, start, ready, failed (once, the first cause), advice.

import { Download, LoadError } from "./download.js";
import { loadPython } from "./engine.js";
import { forgetKept } from "./kept.js";

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
  let progress;
  let due;
  const download = new Download(files, fresh, (done, total) => {
    progress = { type: "progress", done, total };
    // Ten a second are enough for a smooth bar; more would only cost battery.
    due ??= setTimeout(() => {
      due = undefined;
      postMessage(progress);
    }, 100);
  });
  // Pyodide leaves some failures to nobody, and waits.
  self.addEventListener("unhandledrejection", ({ reason }) => rules || fail(download.failure ?? reason));
  try {
    if (fresh) await forgetKept(Object.values(files).map(({ url }) => url));
    const names = ["wizard.whl", "data.txt"];
    // The last part may arrive when all else is done: then there is no starting left to tell of.
    const onComplete = () => countries || postMessage({ type: "start" });
    const [pyodide, wheel, data] = await loadPython(download, lockInfo, names, onComplete);
    pyodide.FS.writeFile(WHEEL, await wheel);
    pyodide.runPython(`import sys; sys.path.insert(0, "${WHEEL}")`);
    rules = pyodide.pyimport("wizard.core.entry");
    takeData(await data);
    postMessage({ type: "ready" });
  } catch (error) {
    // A broken stream surfaces as an error of whoever read it: the download knows the reason.
    fail(download.failure ?? error);
  }
}

/** The first line is what every country needs; each other line is a country's, after its code and a space. */
function takeData(bytes) {
  const lines = [];
  for (let begin = 0, end; (end = bytes.indexOf(10, begin)) >= 0; begin = end + 1) lines.push(bytes.subarray(begin, end));
  // As bytes until they are needed: text would take twice the memory.
  countries = new Map(lines.slice(1).map((line) => [text(line.subarray(0, 2)), line.subarray(3)]));
  rules.load(text(lines[0]));
}

const text = (bytes) => new TextDecoder().decode(bytes);

/** Asks the rules; the facts of a country are read when they are needed first. */
function advise(request) {
  let answer = JSON.parse(rules.advise(JSON.stringify(request)));
  const country = answer.needs_country;
  if (country && countries.has(country)) {
    rules.load(text(countries.get(country)));
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
