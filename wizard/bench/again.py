"""A second visit against the first, over a slow network: `python -m wizard.bench.again SITE`.

The server itself is slow: throttling by the browser does not reach what a service worker loads.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import brotli
from playwright.sync_api import BrowserContext, sync_playwright

from wizard.bench.chromium import launch_arguments
from wizard.serve import TYPES, StaticHost

# A mobile network in the country: 1.6 Mbit/s, 150 ms.
BYTES_PER_SECOND, DELAY = 200_000, 0.15
LIMIT = 0.25
READY = "document.getElementById('wizard-announce').textContent !== ''"


class SlowNetwork:
    """Sends every file at the speed of one mobile connection, and counts."""

    def __init__(self) -> None:
        self.sent: dict[str, int] = {}
        self._line = threading.Lock()

    def __call__(self, handler: BaseHTTPRequestHandler, file: Path) -> bool:
        """Answers in the place of the host."""
        packed = file.with_name(f"{file.name}.br")
        content = packed.read_bytes() if packed.is_file() else brotli.compress(file.read_bytes(), quality=5)
        lasting = "max-age=31536000, immutable" if handler.path.startswith("/assets/") else "no-cache"
        time.sleep(DELAY)
        handler.send_response(200)
        handler.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        handler.send_header("Content-Encoding", "br")
        handler.send_header("Cache-Control", lasting)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        self.sent[handler.path] = len(content)
        for start in range(0, len(content), 20_000):
            part = content[start : start + 20_000]
            with self._line:
                time.sleep(len(part) / BYTES_PER_SECOND)
            handler.wfile.write(part)
        return True


def visit(context: BrowserContext, address: str, network: SlowNetwork) -> dict[str, object]:
    """Seconds from opening the questions until a plan can be made, and the bytes of it."""
    network.sent.clear()
    page = context.new_page()
    begin = time.monotonic()
    page.goto(address)
    page.wait_for_function(READY, timeout=180_000)
    seconds = time.monotonic() - begin
    # What is kept for later is counted too.
    page.wait_for_timeout(4000)
    page.close()
    runtime = sum(size for path, size in network.sent.items() if path.startswith("/assets/"))
    return {"seconds": round(seconds, 2), "bytes": sum(network.sent.values()), "bytes_below_assets": runtime}


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.again", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    host, network = StaticHost(parser.parse_args().site), SlowNetwork()
    host.disturb = network
    threading.Thread(target=host.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments())
        context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="allow")
        first = visit(context, f"{host.address}wizard/", network)
        second = visit(context, f"{host.address}wizard/", network)
        context.set_offline(True)
        offline = visit(context, f"{host.address}wizard/", network)
        browser.close()
    ratio = round(float(str(second["seconds"])) / float(str(first["seconds"])), 3)
    figures = {"first": first, "second": second, "offline": offline, "second_to_first": ratio, "limit": LIMIT}
    print(json.dumps(figures, indent=2))
    return 0 if ratio <= LIMIT and second["bytes_below_assets"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
