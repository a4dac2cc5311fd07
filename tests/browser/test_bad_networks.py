"""Python that comes late, broken or not at all: one sentence, a new try that keeps the answers, a way without it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.disturbances import Disturbance, answer, cut_short, damaged, missing, torn
from tests.browser.visitor import PATIENCE, Visitor


def expect_failure(visitor: Visitor, sentence: str) -> None:
    failed = visitor.page.locator("#wizard-failed")
    expect(failed).to_be_visible(timeout=PATIENCE)
    expect(visitor.page.locator("#wizard-failed-text")).to_contain_text(sentence)
    expect(failed.locator("#wizard-retry")).to_be_visible()


BROKEN = "missing or damaged"
TORN = "connection broke"
CASES: dict[str, tuple[Disturbance, str]] = {
    "wasm missing": (missing(".wasm"), BROKEN),
    "wasm cut short": (cut_short(".wasm"), BROKEN),
    "wasm torn": (torn(".wasm"), TORN),
    "library damaged": (damaged("stdlib.zip"), BROKEN),
    "library missing": (missing("stdlib.zip"), BROKEN),
    "rules cut short": (cut_short(".whl"), BROKEN),
    "facts torn": (torn(".txt"), TORN),
    "script missing": (missing("pyodide.asm.js"), TORN),
}


@pytest.mark.parametrize("name", CASES)
def test_failure_is_said_and_a_new_try_keeps_the_answers(visitor: Visitor, name: str) -> None:
    disturb, sentence = CASES[name]
    visitor.host.disturb = disturb
    visitor.open()
    visitor.answer("back_home")
    visitor.answer("MA")
    visitor.answer(["work"])
    expect_failure(visitor, sentence)
    way_out = visitor.page.locator("#wizard-failed-link")
    assert (way_out.get_attribute("href") or "").endswith("/morocco/back-home/")
    visitor.host.disturb = None
    visitor.page.locator("#wizard-retry").click()
    visitor.interview({})
    visitor.expect_plan()
    assert {"situation", "nationality", "needs"} <= set(visitor.own_answers())
    expect(visitor.page.locator("#wizard-failed")).to_be_hidden()


def test_questions_go_on_while_python_is_missing(visitor: Visitor) -> None:
    visitor.host.disturb = missing(".wasm")
    visitor.open()
    expect_failure(visitor, BROKEN)
    visitor.answer("thinking_of_leaving")
    visitor.answer("SN")
    assert visitor.field == "goals"
    visitor.answer(["work", "family"])
    assert visitor.field == "residence_country"


class Stall:
    """A server that sends half of the wasm, and the rest only when `go_on` is set; nothing more when it is `torn`."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.torn = False

    def disturb(self, handler: BaseHTTPRequestHandler, file: Path) -> bool:
        """Answers in the place of the host."""
        if not file.name.endswith(".wasm"):
            return False
        whole = file.read_bytes()
        answer(handler, whole[: len(whole) // 2], len(whole))
        self.begun.set()
        self.go_on.wait(120)
        if self.torn:
            handler.close_connection = True
        else:
            handler.wfile.write(whole[len(whole) // 2 :])
        return True


@pytest.fixture
def stalled(visitor: Visitor) -> Iterator[Stall]:
    """A stalled server, which goes on when the test is over."""
    stall = Stall()
    visitor.host.disturb = stall.disturb
    yield stall
    stall.go_on.set()


def test_progress_is_honest_while_the_plan_waits(visitor: Visitor, stalled: Stall) -> None:
    visitor.open()
    visitor.answer("back_home")
    visitor.answer("MA")
    visitor.answer(["work"])
    visitor.answer(False)
    expect(visitor.page.locator("#wizard-wait")).to_be_visible()
    said = visitor.page.locator("#wizard-wait-text")
    # The disturbed server sends half of the wasm, without compression; library, rules and facts are asked for after it.
    files = json.loads(visitor.page.locator("#wizard-config").text_content() or "")["files"]
    wasm = files.pop("pyodide.asm.wasm")["bytes"]
    scripts = files["pyodide.mjs"]["brotli"] + files["pyodide.asm.js"]["brotli"]
    total = wasm + sum(file["brotli"] for file in files.values())
    expect(said).to_contain_text(f"of {total / 1e6:.1f}", timeout=PATIENCE)
    expect(said).to_contain_text(f"Loading {(wasm / 2 + scripts) / 1e6:.1f}")
    stalled.go_on.set()
    visitor.interview({})
    visitor.expect_plan()


def test_silence_of_half_a_minute_is_a_failure(page: Page, visitor: Visitor, stalled: Stall) -> None:
    page.clock.install()
    visitor.open()
    visitor.answer("back_home")
    visitor.answer("MA")
    visitor.answer(["work"])
    visitor.answer(False)
    expect(visitor.page.locator("#wizard-wait-text")).to_contain_text("Loading", timeout=PATIENCE)
    page.wait_for_timeout(500)
    page.clock.run_for(35_000)
    expect_failure(visitor, "Nothing has arrived")


def test_network_cut_while_python_loads(visitor: Visitor, stalled: Stall) -> None:
    visitor.open("ar")
    visitor.answer("back_home")
    assert stalled.begun.wait(PATIENCE / 1000)
    visitor.page.context.set_offline(True)
    visitor.answer("IQ")
    visitor.answer(["work"])
    visitor.host.disturb = None
    stalled.torn = True
    stalled.go_on.set()
    expect(visitor.page.locator("#wizard-failed")).to_be_visible(timeout=PATIENCE)
    # Back on the net it goes on by itself.
    visitor.page.context.set_offline(False)
    visitor.interview({})
    visitor.expect_plan()


def test_worker_script_missing(visitor: Visitor) -> None:
    visitor.host.disturb = missing("worker.js")
    visitor.open()
    expect(visitor.page.locator("#wizard-failed")).to_be_visible(timeout=PATIENCE)
    visitor.answer("back_home")
    assert visitor.field == "nationality"


def test_page_script_missing_leads_to_the_plain_pages(visitor: Visitor) -> None:
    visitor.host.disturb = missing("wizard.js")
    visitor.open()
    expect(visitor.page.locator("#wizard .lost")).to_be_visible()
    expect(visitor.page.locator("#wizard-without")).to_be_visible()
