"""The whole way with a keyboard, and what a screen reader is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def press_until(page: Page, wanted: str, key: str = "Tab") -> None:
    for _ in range(60):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{wanted} cannot be reached with {key}; focus is on {focused(page)}")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_whole_interview_with_the_keyboard(visitor: Visitor, locale: str) -> None:
    page = visitor.page
    visitor.open(locale)
    press_until(page, "#q-situation input")
    for _ in range(60):
        visitor.wait_for_next()
        if visitor.plan.is_visible():
            break
        name = visitor.question.get_attribute("id")
        press_until(page, f"#{name} input")
        if visitor.question.get_attribute("data-kind") == "choice":
            # Arrows choose within a group; going up from the first reaches "I don't know".
            page.keyboard.press("ArrowDown" if visitor.field in ("situation", "nationality") else "ArrowUp")
        else:
            press_until(page, f"#{name} input[value=unknown]")
            page.keyboard.press("Space")
        press_until(page, f"#{name} .continue")
        page.keyboard.press("Enter")
        page.wait_for_function("id => document.getElementById(id).hidden", arg=name)
    visitor.expect_plan()
    assert focused(page) == "wizard-plan-heading"
    press_until(page, "#wizard-copy")
    page.keyboard.press("Enter")
    expect(page.locator("#wizard-copied")).to_be_visible()


def test_enter_in_a_number_goes_on(visitor: Visitor) -> None:
    visitor.open()
    for value in ("thinking_of_leaving", "SN", ["training"], "SN"):
        visitor.answer(value)
    number = visitor.question.locator('input[type="number"]')
    number.fill("33")
    number.press("Enter")
    expect(visitor.page.locator("#q-age")).to_be_hidden()


def test_focus_moves_to_the_new_heading(visitor: Visitor) -> None:
    visitor.open()
    assert focused(visitor.page) == "BODY", "the first question takes no focus: the page was just opened"
    visitor.answer("back_home")
    assert focused(visitor.page) == "q-nationality-heading"
