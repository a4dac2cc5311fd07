"""One visit with a held browser behind a slow line: first question, Python ready, bytes, memory."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from wizard.bench.chromium import launch_arguments
from wizard.bench.phone.line import Profile, SlowLine
from wizard.bench.phone.memory import TabMemory
from wizard.bench.phone.quota import CpuQuota
from wizard.bench.phone.tab import Tab
from wizard.serve import StaticHost

WIDTH, HEIGHT = 360, 740  # CSS pixels
LONGEST = 240  # seconds; the poorest line needs about 100 s for stock Pyodide
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
# Answers the question on the screen, and gives its field; nothing when the plan can be had.
_ANSWER = """
(() => {
  if (document.getElementById("wizard-now").getClientRects().length) return null;
  const question = [...document.querySelectorAll(".question")].find((one) => one.getClientRects().length);
  const inputs = [...question.querySelectorAll("input")];
  const wanted = ["thinking_of_leaving", "NG", "unknown"].map((value) => inputs.find((input) => input.value === value));
  wanted.find(Boolean).click();
  question.querySelector(".continue").click();
  return question.dataset.field;
})()
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
    wrapped = quota.wrapped(arguments["executable_path"], folder)
    return {**arguments, "executable_path": wrapped, "timeout": LONGEST * 1000}


def _open(browser: Browser, address: str, ready: bool) -> dict[str, float]:
    # Chromium's own start is not part of the visit.
    tab = Tab(browser, WIDTH, HEIGHT)
    tab.open(address, _WATCH)
    tab.wait("window.bench?.question", LONGEST)
    if ready:
        tab.wait("window.bench.ready", LONGEST)
    times: dict[str, float] = tab.value("window.bench")
    if ready:
        _plan(tab)
    return times


def _plan(tab: Tab) -> None:
    """The longest plan: the memory it takes counts, its time depends on how fast people answer."""
    while field := tab.value(_ANSWER):
        tab.wait(f"!document.querySelector('.question:not([hidden])[data-field={field}]')", LONGEST)
    tab.value("document.getElementById('wizard-now').click()")
    tab.wait("document.querySelector('#wizard-plan-body article, #wizard-plan-body li')?.tagName", LONGEST)
    # A plan that stays on the screen: what the browser makes faster meanwhile takes memory too.
    time.sleep(5)
