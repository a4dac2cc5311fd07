"""Bytes of a first visit: what a browser asks for, each file with brotli 11."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Browser

from wizard.serve import StaticHost

# What only the worker loads: it comes after the first question.
_AFTER_THE_QUESTION = ("/assets/python/", "/assets/wizard/data.", "/loader.js", "/download.js", "/worker.js",
                         "/arrivals.js", "/engine.js", "/fault.js")


@cache
def brotli_bytes(path: Path) -> int:
    """Size of a file as a good host sends it."""
    return len(brotli.compress(path.read_bytes(), quality=11))


def first_visit(browser: Browser, host: StaticHost, address: str) -> dict[str, object]:
    """Requests and bytes of opening one page with an empty cache, without what loads after the first question."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(host.address + address, wait_until="networkidle")
    context.close()
    paths = {urlsplit(url).path for url in asked if url.startswith(host.address)}
    files = [host.find(path) for path in paths if not any(part in path for part in _AFTER_THE_QUESTION)]
    return {
        "page": f"/{address}",
        "requests": len(files),
        "bytes": sum(brotli_bytes(file) for file in files if file),
        "other_hosts": sorted({urlsplit(url).netloc for url in asked if not url.startswith(host.address)}),
    }


def heaviest_guide_page(site: Path) -> str:
    """Address of the country page with most bytes, in whichever language."""
    pages = [page for page in site.glob("**/index.html") if page.parent.name == "ghana"]
    siblings = [page for first in pages for page in first.parent.parent.glob("*/index.html")]
    heaviest = max(siblings, key=brotli_bytes)
    return f"{heaviest.parent.relative_to(site).as_posix()}/"
