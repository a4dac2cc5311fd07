"""An error inside the rules reaches the page, with what an error report needs."""

from __future__ import annotations

from tests.browser.visitor import Visitor

ASK = """
(requests) => new Promise((resolve) => {
  const config = JSON.parse(document.getElementById("wizard-config").textContent);
  const absolute = (url) => new URL(url, document.baseURI).href;
  const files = Object.entries(config.files).map(([name, file]) => [name, { ...file, url: absolute(file.url) }]);
  const address = absolute(config.worker);
  const worker = new Worker(address, { type: "module" });
  const heard = [];
  worker.onmessage = ({ data }) => {
    if (data.type === "ready") requests.forEach((request, id) => worker.postMessage({ type: "advise", id, request }));
    if (data.type === "advice") heard.push(data.id);
    if (data.type === "failed") resolve({ ...data, heard });
  };
  const loader = new Worker(new URL("loader.js", address), { type: "module" });
  loader.onmessage = ({ data }) => data.type === "part" && worker.postMessage(data);
  const parts = { type: "load", files: Object.fromEntries(files), lockInfo: config.lock_info };
  for (const each of [loader, worker]) each.postMessage(parts);
})
"""


def test_error_in_the_rules_is_told_with_its_place(visitor: Visitor) -> None:
    visitor.open()
    # The second request lacks its day, which the page never forgets: the rules cannot go on.
    failed = visitor.page.evaluate(ASK, [{"answers": {}, "as_of": "2026-11-22"}, {"answers": {}}])
    assert failed["heard"] == [0]
    assert failed["cause"] == "crash"
    assert failed["detail"].startswith("Traceback (most recent call last):\n")
    assert "wizard/core/entry.py" in failed["detail"]
    assert failed["detail"].rstrip().endswith("KeyError: 'as_of'")
