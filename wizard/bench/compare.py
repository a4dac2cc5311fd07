"""`python -m wizard.bench.compare FOLDER FOLDER …`: our runtime made from several versions of the npm package pyodide.

Prints bytes and start-up of each as JSON, measured by turns in one Chromium, with Pyodide's own loader.
"""

from __future__ import annotations

import argparse
import json
import threading
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from wizard.bench.chromium import launch_arguments
from wizard.bench.startup import MEASURE, once
from wizard.bench.transfer import brotli_bytes
from wizard.runtime.build import BUILD, build_runtime
from wizard.runtime.engine import read_engine
from wizard.serve import StaticHost

_WORKER = """
import { loadPyodide } from "FOLDERpyodide.mjs";
const options = { indexURL: "FOLDER", stdLibURL: "FOLDERpython_stdlib.zip" };
const pyodide = await loadPyodide({ ...options, lockFileContents: { info: INFO, packages: {} } });
pyodide.runPython("1 + 1");
postMessage("ready");
"""


def main() -> None:
    """Builds, measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.compare", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    rows: dict[str, dict[str, object]] = {}
    workers: dict[str, tuple[StaticHost, str]] = {}
    times: dict[str, list[float]] = {}
    for folder in options.folders:
        engine = read_engine(folder.resolve())
        output = BUILD / f"compare-{engine.version}"
        manifest = build_runtime(output, engine.folder)
        (output / "files" / "404.html").write_text("<!doctype html><title>Compare</title>", encoding="utf-8")
        host = StaticHost(output / "files", compress=False)
        threading.Thread(target=host.serve_forever, daemon=True).start()
        code = _WORKER.replace("FOLDER", f"{host.address}{manifest.engine}/")
        workers[engine.version] = host, code.replace("INFO", json.dumps(manifest.lock_info))
        times[engine.version] = []
        stock = sum(brotli_bytes(file) for file in engine.stock_files)
        rows[engine.version] = {"bytes": manifest.brotli_bytes, "stock_bytes": stock}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        for _ in range(options.runs):
            for version, (host, code) in workers.items():
                times[version].append(once(browser, host, MEASURE, code))
        browser.close()
    for version, row in rows.items():
        row["startup_ms"] = round(median(times[version]))
    print(json.dumps(rows, indent=2))


if __name__ == "__main__":
    main()
