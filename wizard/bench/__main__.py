"""`python -m wizard.bench SITE`: prints the measurements as JSON; exit 1 when one is over its limit."""

from __future__ import annotations

import argparse
import json
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from wizard.bench import evaluations
from wizard.bench.chromium import launch_arguments
from wizard.bench.startup import startup
from wizard.bench.transfer import brotli_bytes, first_visit, heaviest_guide_page
from wizard.runtime.build import OUTPUT
from wizard.runtime.engine import PACKAGE, read_engine
from wizard.runtime.manifest import read_manifest
from wizard.serve import StaticHost

LIMITS = {
    "guide_page_bytes": 70_000,
    "wizard_page_bytes": 70_000,
    "runtime_ratio": 0.30,
    "startup_ratio": 0.35,
    **evaluations.LIMITS,
}


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--engine", type=Path, default=PACKAGE, help="the npm package pyodide that is stock")
    parser.add_argument("--runs", type=int, default=5, help="start-ups of each kind")
    options = parser.parse_args()
    engine = read_engine(options.engine)
    manifest = read_manifest(OUTPUT / "manifest.json")
    if manifest.pyodide != engine.version:
        parser.error(f"build/runtime is Pyodide {manifest.pyodide}, but stock is {engine.version}")
    stock_bytes = sum(brotli_bytes(file) for file in engine.stock_files)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        host = StaticHost(options.site)
        threading.Thread(target=host.serve_forever, daemon=True).start()
        guide = first_visit(browser, host, heaviest_guide_page(host.folder))
        wizard = first_visit(browser, host, "wizard/")
        started = startup(browser, host.folder, engine, options.runs)
        browser.close()
    evaluated = evaluations.evaluations(options.site)
    ratio = round(manifest.brotli_bytes / stock_bytes, 3)
    reached = {
        "guide_page_bytes": guide["bytes"],
        "wizard_page_bytes": wizard["bytes"],
        "runtime_ratio": ratio,
        "startup_ratio": started["ratio"],
    } | evaluations.reached(evaluated)
    over = [name for name, limit in LIMITS.items() if float(str(reached[name])) > limit]
    data = next((host.folder / "assets" / "wizard").glob("data.en.*.txt"))
    print(json.dumps({
        "guide_page": guide,
        "wizard_page_to_first_question": wizard,
        "python_runtime": {"bytes": manifest.brotli_bytes, "stock_bytes": stock_bytes, "ratio": ratio},
        "wizard_data_en_bytes": brotli_bytes(data),
        "startup": started,
        "evaluations": evaluated,
        "limits": LIMITS,
        "over_limit": over,
    }, indent=2))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
