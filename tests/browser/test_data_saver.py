"""Where data is dear, Python is loaded only after a yes, and the size stands before it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.offline_visits import Phone
from tests.browser.visitor import PATIENCE, Visitor

CONNECTIONS = ["{saveData: true}", "{effectiveType: '2g'}", "{effectiveType: 'slow-2g'}"]


def be_on(visitor: Visitor, connection: str) -> None:
    visitor.page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{value: {connection}}})")


def loaded(visitor: Visitor) -> list[str]:
    return [line for line in visitor.host.seen if "/assets/python/" in line or "/data." in line]


def answer_all_that_needs_no_rules(visitor: Visitor) -> None:
    visitor.answer("back_home")
    visitor.answer("MA")
    visitor.answer(["work"])
    for _ in range(5):
        if visitor.page.locator("#wizard").get_attribute("data-shows") != "question":
            return
        visitor.answer("unknown")


@pytest.mark.parametrize("connection", CONNECTIONS)
def test_asked_with_the_size_before_anything_is_loaded(visitor: Visitor, connection: str) -> None:
    be_on(visitor, connection)
    visitor.open()
    visitor.page.wait_for_timeout(2500)
    answer_all_that_needs_no_rules(visitor)
    consent = visitor.page.locator("#wizard-consent")
    expect(consent).to_be_visible()
    expect(visitor.page.locator("#wizard-consent-heading")).to_be_focused()
    files = json.loads(visitor.page.locator("#wizard-config").text_content() or "")["files"]
    expect(consent).to_contain_text(f"{sum(file['brotli'] for file in files.values()) / 1e6:.1f} MB")
    way_out = visitor.page.locator("#wizard-consent-link").get_attribute("href") or ""
    assert way_out.endswith("/morocco/back-home/")
    assert loaded(visitor) == []
    visitor.page.locator("#wizard-load").click()
    expect(consent).to_be_hidden()
    visitor.interview({})
    visitor.expect_plan()
    assert {"situation", "nationality", "needs"} <= set(visitor.own_answers())
    assert visitor.faults == []


def test_a_refusal_keeps_the_answers(visitor: Visitor) -> None:
    be_on(visitor, CONNECTIONS[0])
    visitor.open()
    answer_all_that_needs_no_rules(visitor)
    visitor.page.go_back()
    expect(visitor.page.locator("#wizard-consent")).to_be_hidden()
    assert visitor.question.is_visible()
    assert loaded(visitor) == []


def test_nobody_is_asked_for_what_is_on_the_phone(phone: Phone) -> None:
    phone.open("wizard/")
    phone.page.locator("#wizard-announce", has_text="loaded").wait_for(state="attached", timeout=PATIENCE)
    scripts = [line.removeprefix("GET /") for line in phone.host.seen if line.endswith(("worker.js", "engine.js"))]
    phone.settle("wizard/", *[one for one in scripts if "service" not in one])
    phone.page.wait_for_timeout(1000)
    visitor = Visitor(phone.page, phone.host)
    be_on(visitor, CONNECTIONS[0])
    visitor.open()
    # Python starts from the phone while questions are answered: each one is waited for.
    visitor.interview({"situation": "back_home", "nationality": "MA", "needs": ["work"]})
    visitor.expect_plan()
    expect(visitor.page.locator("#wizard-consent")).to_be_hidden()
    assert visitor.faults == []
