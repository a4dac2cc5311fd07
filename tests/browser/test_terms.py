"""German words on a phone: a tap opens the explanation, Escape and a tap beside close it, nothing moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visitor import Visitor
from wizard.serve import StaticHost

PAGE = "leaving/decision-and-odds/"


@pytest.mark.parametrize("locale", ["", "ar/"])
def test_a_tap_opens_and_escape_closes(visitor: Visitor, locale: str) -> None:
    page = visitor.page
    page.goto(f"{visitor.host.address}{locale}{PAGE}")
    word = page.get_by_role("button", name="Duldung", exact=True)
    word.scroll_into_view_if_needed()
    before = word.bounding_box()
    word.click()
    box = page.locator(".term__box:popover-open")
    expect(box).to_be_visible()
    place = box.bounding_box()
    assert place is not None
    assert before == word.bounding_box(), "opening the box moved the text"
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 360
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(word).to_be_focused()
    word.press("Enter")
    expect(box).to_be_visible()
    page.mouse.click(180, 5)
    expect(box).to_have_count(0)


def test_the_box_leads_to_the_glossary(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{visitor.host.address}{PAGE}")
    page.get_by_role("button", name="Ausreisefrist").click()
    page.locator(".term__box:popover-open a").click()
    assert page.url.endswith("/glossary/#ausreisefrist")


def test_without_script_the_word_is_a_link(browser: Browser, host: StaticHost) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}{PAGE}")
    word = page.locator("a.term", has_text="Duldung").first
    expect(page.locator(".term__box").first).to_be_hidden()
    word.click()
    assert page.url.endswith("/glossary/#duldung")
    context.close()
