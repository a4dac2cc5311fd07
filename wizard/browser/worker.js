// Runs Python beside the page: starts it from the parts that the loader sends, and asks the rules for advice.
// Messages in: {type: "load", files, lockInfo}, the loader's parts, and {type: "advise", id, request}.
// Messages out: script (name), start (all has arrived, the loader may end), ready, failed (once, the first cause), advice.

import { arrive, parts } from "./arrivals.js";
import { loadPython } from "./engine.js";
import { tellPage } from "./fault.js";

const WHEEL = "/lib/wizard.whl";
let rules;
let countries;

async function load({ files, lockInfo }) {
  // Pyodide leaves some failures to nobody, and waits.
  self.addEventListener("unhandledrejection", ({ reason }) => rules || tellPage(reason));
  try {
    const python = loadPython(files, lockInfo, parts, (name) => postMessage({ type: "script", name }));
    // The last part may arrive when all else is done: then there is no starting left to tell of.
    Promise.all(Object.values(parts)).then(() => countries || postMessage({ type: "start" }));
    const pyodide = await python;
    pyodide.FS.writeFile(WHEEL, await parts["wizard.whl"]);
    pyodide.runPython(`import sys; sys.path.insert(0, "${WHEEL}")`);
    rules = pyodide.pyimport("wizard.core.entry");
    takeData(await parts["data.txt"]);
    postMessage({ type: "ready" });
  } catch (error) {
    tellPage(error);
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
  if (data.type === "load") load(data);
  if (data.type === "part") arrive(data);
  if (data.type === "advise") {
    try {
      postMessage({ type: "advice", id: data.id, advice: advise(data.request) });
    } catch (error) {
      tellPage(error);
    }
  }
});
