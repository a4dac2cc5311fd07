// Says how loading goes: one quiet line under the questions, a panel where the visitor has to wait, one clear failure.

import { megabytes, text } from "./texts.js";

const byId = (id) => document.getElementById(id);

/** Shows the state of Python. `waits`: nothing can go on without it. */
export function showStatus(python, waits, wayOut) {
  const failed = python.state === "failed";
  const loading = python.state === "download" || python.state === "start";
  // Asked only where the plan needs it: until then the questions go on without Python.
  const asks = waits && python.blocked && !failed;
  byId("wizard-consent").hidden = !asks;
  byId("wizard-wait").hidden = !waits || failed || asks;
  byId("wizard-failed").hidden = !failed;
  byId("wizard-loading").hidden = waits || !loading;
  const values = { done: megabytes(python.done), total: megabytes(python.total) };
  const share = python.total ? python.done / python.total : 0;
  for (const bar of document.querySelectorAll("#wizard progress")) {
    if (python.state === "download") bar.value = share;
    else bar.removeAttribute("value");
  }
  if (loading) {
    byId("wizard-loading-text").textContent = text(python.state, values);
    byId("wizard-wait-text").textContent = text(`wait.${python.state}`, values);
  }
  if (asks) showConsent(python, wayOut);
  if (failed) showFailure(python, waits, wayOut);
  announce(python.state);
}

function showConsent(python, wayOut) {
  const size = { total: megabytes(python.total) };
  byId("wizard-consent-text").textContent = text("consent.text", size);
  byId("wizard-load").textContent = text("consent.load", size);
  pointTo("wizard-consent-link", wayOut);
}

function pointTo(id, wayOut) {
  const link = byId(id);
  link.href = wayOut.href;
  link.textContent = wayOut.text;
}

function showFailure(python, waits, wayOut) {
  const panel = byId("wizard-failed");
  panel.classList.toggle("blocks", waits);
  const sentence = `${text(`failed.${python.cause}`)} ${text("failed.kept")}`;
  const said = byId("wizard-failed-text");
  // Written once: a second time would be read out again.
  if (said.textContent !== sentence) said.textContent = sentence;
  if (wayOut.href.startsWith("#")) byId("wizard-without").open = true;
  pointTo("wizard-failed-link", wayOut);
}

let announced = "idle";

// Only stages are read out, not each tenth of a megabyte.
function announce(state) {
  if (state === announced) return;
  // Waking up again is no news.
  if (state === "asleep" || announced === "asleep") return;
  announced = state;
  byId("wizard-announce").textContent = state === "ready" ? text("ready") : "";
}
