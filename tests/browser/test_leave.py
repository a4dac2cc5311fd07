"""The quick way out of the page on violence: always in reach, gone at once; only the browser's history knows of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.offline_visits import Phone
from tests.browser.visitor import Visitor
from wizard.languages import languages
from wizard.serve import StaticHost
from wizard.site.leave import NEUTRAL

ADDRESS = "returning/violence-and-trafficking/"
FOLDERS = [row.folder for row in languages()]


def elsewhere(page: Page) -> list[dict[str, str]]:
    """Answers for the other website; the headers that it got."""
    got: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        got.append(route.request.headers)
        route.fulfill(body="elsewhere")

    page.context.route(f"{NEUTRAL}**", answer)
    return got


@pytest.mark.parametrize("folder", FOLDERS)
def test_one_tap_leaves_and_the_way_back_does_not_lead_here(visitor: Visitor, folder: str) -> None:
    got = elsewhere(visitor.page)
    visitor.page.goto(f"{visitor.host.address}{folder}returning/")
    visitor.page.locator('main a[href*="violence-and-trafficking"]').first.click()
    expect(visitor.page.locator(".leave a")).to_be_in_viewport(ratio=1)
    assert not got, "nothing is asked for before the tap"
    visitor.page.locator(".leave a").click()
    visitor.page.wait_for_url(NEUTRAL)
    assert "referer" not in got[0]
    visitor.page.go_back()
    assert visitor.page.url == f"{visitor.host.address}{folder}returning/"


def test_the_page_is_hidden_before_the_other_one_is_there(visitor: Visitor) -> None:
    elsewhere(visitor.page)
    visitor.page.goto(visitor.host.address + ADDRESS)
    tap = "document.querySelector('.leave a').click()"
    shown = "[getComputedStyle(document.body).display, document.title]"
    assert visitor.page.evaluate(f"() => {{ {tap}; return {shown} }}") == ["none", ""]


def test_shift_three_times_leaves_other_keys_do_not(visitor: Visitor) -> None:
    elsewhere(visitor.page)
    visitor.page.goto(visitor.host.address + ADDRESS)
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        visitor.page.keyboard.press(key)
    assert visitor.page.url.endswith(ADDRESS)
    visitor.page.keyboard.press("Shift")
    visitor.page.wait_for_url(NEUTRAL)


def test_it_stays_in_reach_and_hides_nothing_at_the_end(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 360, "height": 640})
    visitor.page.goto(visitor.host.address + ADDRESS)
    link = visitor.page.locator(".leave a")
    visitor.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(link).to_be_in_viewport(ratio=1)
    last = visitor.page.evaluate("document.querySelector('footer').getBoundingClientRect().bottom")
    top = visitor.page.evaluate("document.querySelector('.leave a').getBoundingClientRect().top")
    assert last <= top
    assert link.bounding_box()["height"] >= 44  # type: ignore[index]
    visitor.page.emulate_media(media="print")
    expect(link).to_be_hidden()


def test_without_scripts_it_is_a_link(browser: Browser, host: StaticHost) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        elsewhere(page)
        page.goto(host.address + ADDRESS)
        page.locator(".leave a").click()
        page.wait_for_url(NEUTRAL)


def test_the_phone_does_not_keep_the_page(phone: Phone) -> None:
    phone.open(ADDRESS)
    phone.settle(ADDRESS)
    # To a page of our own: Chromium breaks down where requests are answered by a test and by a service worker.
    phone.page.evaluate("document.querySelector('.leave a').href = '/offline/'")
    phone.page.locator(".leave a").click()
    phone.page.wait_for_url("**/offline/")
    phone.settle("offline/")
    assert phone.kept(ADDRESS) == []


def test_the_list_of_kept_pages_does_not_name_it(phone: Phone) -> None:
    for address in ("ghana/", ADDRESS):
        phone.open(address)
        phone.settle(address)
    assert phone.kept(ADDRESS) != []
    phone.open("offline/")
    phone.page.locator(".kept a").first.wait_for()
    named = phone.page.locator(".kept a").evaluate_all("links => links.map(link => link.pathname)")
    assert "/ghana/" in named
    assert f"/{ADDRESS}" not in named
