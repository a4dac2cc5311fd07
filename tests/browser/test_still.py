"""Nothing moves while a page loads, one style sheet at most blocks its first paint, and its scripts are few."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from wizard.serve import StaticHost

SHIFT = 0.01
KINDS = ("", "iraq/", "returning/money/", "routes/eu-blue-card/", "wizard/")
PAGES = [f"{locale}{page}" for locale in ("", "ar/") for page in KINDS]
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("address", PAGES)
def test_nothing_moves_and_nothing_waits(page: Page, host: StaticHost, address: str) -> None:
    page.add_init_script(WATCH)
    # To the end at once: what comes late must not move it either.
    page.goto(host.address + address, wait_until="domcontentloaded")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    assert page.evaluate("window.shifts.reduce((sum, one) => sum + one, 0)") < SHIFT
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(one => [new URL(one.name).pathname, one.renderBlockingStatus])"
    )
    blocking = [path for path, status in loaded if status == "blocking"]
    assert len(blocking) == (0 if address.endswith("wizard/") else 1), blocking
    assert all(path.endswith(".css") for path in blocking)
    if not address.endswith("wizard/"):
        scripts = [path for path, _ in loaded if path.endswith(".js") and "/offline/" not in path]
        assert [path.split("/")[-1].split(".")[0] for path in scripts] == ["guide"], scripts


def test_the_measure_sees_what_moves(page: Page, host: StaticHost) -> None:
    page.add_init_script(WATCH)
    page.goto(host.address, wait_until="load")
    page.evaluate("document.body.prepend(Object.assign(document.createElement('div'), { style: 'block-size: 300px' }))")
    page.wait_for_function("window.shifts.reduce((sum, one) => sum + one, 0) > 0.05")
