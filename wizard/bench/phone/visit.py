"""One visit with a held browser behind a slow line: first question, Python ready, bytes, memory."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from wizard.bench.chromium import launch_arguments
from wizard.bench.phone.line import Profile, SlowLine
from wizard.bench.phone.memory import TabMemory
from wizard.bench.phone.quota import CpuQuota
from wizard.serve import StaticHost

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
LONGEST = 240_000  # milliseconds; the poorest line needs about 100 s for stock Pyodide
# The first frame in which the question is there, and the moment our page says that Python is ready. The clock starts
# with the navigation.
_WATCH = """
window.bench = {};
const look = () => {
  const option = document.querySelector('input[name="situation"]');
  if (!option || !option.getClientRects().length) requestAnimationFrame(look);
  else requestAnimationFrame(() => (window.bench.question = performance.now()));
};
requestAnimationFrame(look);
addEventListener("DOMContentLoaded", () => {
  const said = document.getElementById("wizard-announce");
  if (!said) return;
  new MutationObserver(() => (window.bench.ready ??= performance.now())).observe(said, { childList: true });
});
"""


@dataclass(frozen=True)
class Visit:
    """Milliseconds since the visitor opened the page; bytes to the phone, headers included; peak of the tab in MB."""

    question_ms: float
    ready_ms: float | None
    bytes: int
    peak_mb: float


@dataclass(frozen=True)
class Phone:
    """Line and share of a core of one measurement."""

    profile: Profile
    cores: float = 0.5


def visit(folder: Path, address: str, phone: Phone, ready: bool) -> tuple[Visit, str]:
    """A first visit with an empty cache, and the kind of quota. `ready`: goes on until our wizard shows a plan."""
    with CpuQuota(phone.cores) as quota, TemporaryDirectory() as name:
        host = StaticHost(folder)
        threading.Thread(target=host.serve_forever, daemon=True).start()
        with SlowLine(host.server_address[1], phone.profile) as line, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**_held(quota, Path(name)))
            with TabMemory(quota.processes) as memory:
                times = _open(browser, line.address + address, ready)
            browser.close()
        host.shutdown()
        host.server_close()
    return Visit(times["question"], times.get("ready"), line.bytes, round(memory.peak_mb, 1)), quota.kind


def _held(quota: CpuQuota, folder: Path) -> dict[str, Any]:
    arguments = launch_arguments()
    return {**arguments, "executable_path": quota.wrapped(arguments["executable_path"], folder), "timeout": LONGEST}


def _open(browser: Browser, address: str, ready: bool) -> dict[str, float]:
    page = browser.new_context(**PHONE, service_workers="block").new_page()
    page.set_default_timeout(LONGEST)
    # Chromium's own start is not part of the visit.
    page.goto("about:blank")
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="commit")
    _wait(page, "question")
    if ready:
        _wait(page, "ready")
    times: dict[str, float] = page.evaluate("window.bench")
    if ready:
        _plan(page)
    return times


def _plan(page: Page) -> None:
    """The longest plan: the memory it takes counts, its time depends on how fast people answer."""
    for value in ("thinking_of_leaving", "NG", *["unknown"] * 20):
        if page.locator("#wizard-now").is_visible():
            break
        question = page.locator(".question:visible")
        field = question.get_attribute("data-field")
        question.locator(f'.option:has(input[value="{value}"])').click()
        question.locator(".continue").click()
        asked = f'.question:not([hidden])[data-field="{field}"]'
        page.wait_for_function("asked => !document.querySelector(asked)", arg=asked)
    page.locator("#wizard-now").click()
    page.locator("#wizard-plan-body article, #wizard-plan-body li").first.wait_for()
    # A plan that stays on the screen: what the browser makes faster meanwhile takes memory too.
    page.wait_for_timeout(5000)


def _wait(page: Page, name: str) -> None:
    # Asking often would itself cost the phone time.
    page.wait_for_function(f"window.bench?.{name}", polling=250)
