"""Start-up time of our Python against an untouched Pyodide of the same version, by turns in the same browser."""

from __future__ import annotations

import json
import re
import shutil
import threading
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from wizard.runtime.engine import Engine
from wizard.serve import StaticHost

STOCK_WORKER = """
import { loadPyodide } from "ORIGINpyodide.mjs";
const pyodide = await loadPyodide();
pyodide.runPython("1 + 1");
postMessage("ready");
"""
OUR_WORKER = """
import { loadPython } from "ORIGINFOLDER/engine.js";
import { arrive, parts } from "ORIGINFOLDER/arrivals.js";
const { files, lockInfo } = PARTS;
const loader = new Worker("ORIGINFOLDER/loader.js", { type: "module" });
loader.onmessage = ({ data }) => data.type === "part" && arrive(data);
loader.postMessage({ type: "load", files });
const pyodide = await loadPython(files, lockInfo, parts, () => {});
pyodide.runPython("1 + 1");
postMessage("ready");
"""
# From the start of the worker to the first result of Python; the files come from this machine, the cache is empty.
MEASURE = """
(code) => new Promise((resolve, reject) => {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const begin = performance.now();
  const worker = new Worker(address, { type: "module" });
  worker.onerror = (event) => reject(new Error(event.message || "the worker failed"));
  worker.onmessage = () => resolve(performance.now() - begin);
})
"""
# The same for everything that a plan needs: our rules and the facts come on top.
MEASURE_RULES = """
({ folder, files, lockInfo }) => new Promise((resolve, reject) => {
  const begin = performance.now();
  const start = (name) => {
    const worker = new Worker(`${folder}/${name}`, { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message || `${name} failed`));
    worker.onmessage = ({ data }) => {
      if (data.type === "part") python.postMessage(data, data.content.buffer ? [data.content.buffer] : []);
      if (data.type === "ready") resolve(performance.now() - begin);
      if (data.type === "failed") reject(new Error(data.detail));
    };
    worker.postMessage({ type: "load", files, lockInfo });
    return worker;
  };
  start("loader.js");
  const python = start("worker.js");
})
"""


def startup(browser: Browser, site: Path, engine: Engine, runs: int) -> dict[str, object]:
    """Milliseconds of both until Python runs, and their ratio; besides, of ours until the rules are ready too."""
    times: dict[str, list[float]] = {"stock": [], "ours": [], "ours_with_rules": []}
    with TemporaryDirectory() as name:
        stock_folder = Path(name)
        for file in engine.stock_files:
            shutil.copy(file, stock_folder)
        (stock_folder / "404.html").write_text("<!doctype html><title>Stock Pyodide</title>", encoding="utf-8")
        stock, ours = StaticHost(stock_folder, compress=False), StaticHost(site, compress=False)
        for host in (stock, ours):
            threading.Thread(target=host.serve_forever, daemon=True).start()
        folder, parts = _config(site, ours.address)
        rules = {"folder": ours.address + folder, **parts}
        our_code = OUR_WORKER.replace("FOLDER", folder).replace("PARTS", json.dumps(parts))
        for _ in range(runs):
            times["stock"].append(once(browser, stock, MEASURE, STOCK_WORKER.replace("ORIGIN", stock.address)))
            times["ours"].append(once(browser, ours, MEASURE, our_code.replace("ORIGIN", ours.address)))
            times["ours_with_rules"].append(once(browser, ours, MEASURE_RULES, rules))
        for host in (stock, ours):
            host.shutdown()
    middle = {which: median(values) for which, values in times.items()}
    return {
        "pyodide": engine.version,
        "runs": runs,
        **{f"{which}_ms": round(value) for which, value in middle.items()},
        "ratio": _ratio(times["ours"], times["stock"]),
        "ratio_with_rules": _ratio(times["ours_with_rules"], times["stock"]),
    }


def _ratio(ours: list[float], stock: list[float]) -> float:
    """Median of the ratios of each round: what else the machine does changes from round to round."""
    return round(median(own / other for own, other in zip(ours, stock, strict=True)), 3)


def _config(site: Path, origin: str) -> tuple[str, dict[str, object]]:
    """Folder of the workers, from the site's root, and what the wizard page hands to them."""
    page = (site / "wizard" / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="wizard-config">(.*?)</script>', page, re.DOTALL)
    if found is None:
        raise SystemExit("site/wizard/ has no wizard. Run `make site`.")
    config = json.loads(found[1])
    files = {name: {**file, "url": origin + file["url"].removeprefix("../")} for name, file in config["files"].items()}
    folder = config["worker"].removeprefix("../").rpartition("/")[0]
    return folder, {"files": files, "lockInfo": config["lock_info"]}


def once(browser: Browser, host: StaticHost, script: str, argument: object) -> float:
    """Milliseconds that one measuring script gives, in a browser that knows nothing of the site yet."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(host.address + "404.html")
    milliseconds: float = page.evaluate(script, argument)
    context.close()
    return milliseconds
