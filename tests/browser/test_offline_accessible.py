"""The card, the notices, the list and the question before loading: axe, keyboard, right to left, dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.offline_visits import Phone
from tests.browser.test_accessibility import OPTIONS

TALL = "nodes => nodes.filter(node => node.getBoundingClientRect().height < 44).map(node => node.textContent)"


def expect_no_violation(page: Page) -> None:
    found = Axe().run(page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()
    assert page.locator("#offline button, .notice--offline button, .kept a, .kept button").evaluate_all(TALL) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("folder", ["", "ar/"])
def test_card_list_and_old_copy(phone: Phone, folder: str, scheme: str) -> None:
    phone.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page = phone.open(f"{folder}ghana/")
    phone.settle(f"{folder}ghana/", f"{folder}offline/")
    expect_no_violation(page)
    phone.card.locator("button").focus()
    page.keyboard.press("Enter")
    expect(phone.card.locator("button")).to_have_count(2)
    expect(phone.card.locator("button").first).to_be_focused()
    expect_no_violation(page)
    phone.fly()
    page = phone.open(f"{folder}ghana/")
    page.locator("#offline-copy").wait_for()
    expect_no_violation(page)
    page = phone.open(f"{folder}tunisia/")
    page.locator("[data-saved-list] .kept").wait_for()
    expect_no_violation(page)
