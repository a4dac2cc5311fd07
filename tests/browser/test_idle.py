"""Python sleeps when nobody needs it, and comes back with the next answer."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visitor import PATIENCE, Visitor

BACK_HOME: dict[str, object] = {"situation": "back_home", "nationality": "NG", "needs": ["work"]}


def test_the_page_says_five_minutes(visitor: Visitor) -> None:
    visitor.open()
    assert visitor.page.locator("#wizard").get_attribute("data-idle-seconds") == "300"


def test_idle_worker_is_stopped_and_comes_back(visitor: Visitor) -> None:
    visitor.open()
    visitor.interview(BACK_HOME)
    visitor.expect_plan()
    before = visitor.own_answers()
    plan = visitor.page.locator("#wizard-plan-body").inner_text()
    visitor.page.wait_for_timeout(3000)
    assert len(visitor.page.workers) == 1, "with five minutes nothing sleeps yet"
    visitor.page.evaluate("document.getElementById('wizard').dataset.idleSeconds = '1'")
    visitor.page.wait_for_timeout(4000)
    assert visitor.page.workers == []
    visitor.page.evaluate("document.getElementById('wizard').dataset.idleSeconds = '300'")
    # The plan is still there, and can be changed: the worker comes back for it.
    assert visitor.page.locator("#wizard-plan-body").inner_text() == plan
    visitor.page.locator('[data-change="needs"]').click()
    visitor.choose("work")
    visitor.interview({"needs": ["health"]})
    visitor.expect_plan()
    assert len(visitor.page.workers) == 1
    assert set(before) & set(visitor.own_answers()) >= {"situation", "nationality", "needs"}
    expect(visitor.page.locator("#wizard-failed")).to_be_hidden(timeout=PATIENCE)
    assert visitor.faults == []


def test_plan_now_wakes_it_too(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("back_home")
    visitor.answer("NG")
    before = visitor.question.get_attribute("id")
    visitor.answer(["work"])
    visitor.page.wait_for_function("id => document.getElementById(id).hidden", arg=before)
    for _ in range(10):
        visitor.wait_for_next()
        if visitor.page.locator("#wizard-now").is_visible():
            break
        before = visitor.question.get_attribute("id")
        visitor.answer("unknown")
        # While Python thinks, the answered question still stands there.
        visitor.page.wait_for_function("id => document.getElementById(id).hidden", arg=before)
    visitor.page.evaluate("document.getElementById('wizard').dataset.idleSeconds = '1'")
    visitor.page.wait_for_timeout(4000)
    visitor.page.evaluate("document.getElementById('wizard').dataset.idleSeconds = '300'")
    assert visitor.page.workers == []
    visitor.page.locator("#wizard-now").click()
    visitor.expect_plan()
    assert visitor.faults == []
