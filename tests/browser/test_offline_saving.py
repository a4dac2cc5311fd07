"""Saving a country by a tap: size first, all or nothing, and off again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.disturbances import cut_short, torn
from tests.browser.offline_visits import STYLED, Phone
from tests.browser.test_search import ASKED, search
from tests.browser.visitor import PATIENCE, Visitor
from wizard.languages import languages
from wizard.serve import StaticHost

BACK_HOME: dict[str, object] = {"situation": "back_home", "nationality": "GH", "needs": ["work"]}
RECORD = "offline/saved/ghana.json"


def asked_for_python(host: StaticHost) -> int:
    return sum("/assets/python/" in line for line in host.seen)


def visit(phone: Phone) -> None:
    phone.open("ghana/")
    # The other languages come last: what the page itself loaded is kept by then.
    phone.settle(*(f"{row.folder}ghana/" for row in languages()))
    expect(phone.card).to_be_visible()


def test_size_stands_before_anything_is_loaded(phone: Phone) -> None:
    visit(phone)
    phone.ask_size()
    assert asked_for_python(phone.host) == 0
    said = re.search(r"loads \W*(\d+\.\d)\W* MB.*needs \W*(\d+\.\d)\W* MB", phone.card.inner_text())
    assert said
    assert 2.9 < float(said[1]) < 6
    assert 12 < float(said[2]) < 30
    phone.card.get_by_role("button", name="Not now").click()
    expect(phone.card).to_contain_text("Then you decide")
    assert asked_for_python(phone.host) == 0


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
def test_saved_country_works_in_every_language(phone: Phone, locale: str) -> None:
    visit(phone)
    phone.save()
    phone.fly()
    folder = "" if locale == "en" else f"{locale}/"
    for address in ("ghana/", "ghana/leaving/", "", "back-home/", "offline/"):
        page = phone.open(folder + address)
        assert page.evaluate("document.documentElement.dataset.saved"), address
        assert page.evaluate(STYLED) == "flex"
    visitor = Visitor(phone.page, phone.host)
    visitor.open(locale)
    visitor.interview(BACK_HOME)
    visitor.expect_plan()
    assert phone.faults == []


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
def test_saved_country_is_found_without_internet(phone: Phone, locale: str) -> None:
    visit(phone)
    phone.save()
    phone.fly()
    search(Visitor(phone.page, phone.host), locale, ASKED[locale])
    phone.page.locator('#search ol > li a[href*="ghana/"]').first.click()
    expect(phone.page.locator("h1")).to_be_visible()
    assert "/ghana/" in phone.page.url
    assert phone.faults == []


def test_undo_frees_the_space(phone: Phone) -> None:
    visit(phone)
    phone.save()
    assert RECORD in phone.kept()
    assert phone.kept("assets/python/")
    phone.card.get_by_role("button", name="Remove").click()
    expect(phone.card).to_contain_text("are free again")
    freed = re.search(r"(\d+\.\d)", phone.card.locator("#offline-said").inner_text())
    assert freed
    assert float(freed[1]) > 12
    assert not phone.kept("assets/python/")
    assert not phone.kept("assets/wizard/")
    assert not [address for address in phone.kept() if address.endswith("/") or "saved" in address]
    expect(phone.card.get_by_role("button", name="Save on this phone")).to_be_visible()


def test_page_of_all_that_is_kept_takes_it_off(phone: Phone) -> None:
    visit(phone)
    phone.save()
    page = phone.open("offline/")
    row = page.locator(".kept li", has_text="Saved on")
    expect(row).to_contain_text("Ghana")
    row.get_by_role("button").click()
    expect(row).to_have_count(0)
    assert not phone.kept("assets/python/")
    phone.open("about/")
    phone.settle("about/")
    phone.open("offline/")
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("[data-saved-list]")).to_contain_text("is deleted")
    assert phone.kept() == []


def test_cancel_leaves_nothing_behind(phone: Phone) -> None:
    visit(phone)
    phone.ask_size()
    phone.page.context.new_cdp_session(phone.page).send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 50, "downloadThroughput": 200_000, "uploadThroughput": 200_000},
    )
    phone.load()
    expect(phone.card.locator("progress")).to_be_visible()
    phone.page.wait_for_timeout(1500)
    phone.card.get_by_role("button", name="Cancel").click()
    expect(phone.card).to_contain_text("Cancelled", timeout=PATIENCE)
    assert RECORD not in phone.kept()
    assert not phone.kept("assets/python/")
    assert not phone.kept("assets/wizard/")


def test_broken_download_goes_on_where_it_stopped(phone: Phone) -> None:
    visit(phone)
    phone.host.disturb = torn(".zip")
    phone.ask_size()
    phone.load()
    expect(phone.card).to_contain_text("connection broke", timeout=PATIENCE)
    assert RECORD not in phone.kept()
    assert not phone.kept("python_stdlib.zip")
    assert "ghana/leaving/" not in phone.kept(), "a page comes only after the files it names"
    phone.host.disturb = None
    there = [address for address in phone.kept("assets/") if "/offline/" not in address]
    phone.host.seen.clear()
    phone.save()
    again = {line.removeprefix("GET /") for line in phone.host.seen}
    assert not again & set(there), "what had arrived is not loaded again"


def test_damaged_file_is_not_saved(phone: Phone) -> None:
    visit(phone)
    phone.host.disturb = cut_short(".wasm")
    phone.ask_size()
    phone.load()
    expect(phone.card).to_contain_text("Load this page again", timeout=PATIENCE)
    assert RECORD not in phone.kept()
    assert not phone.kept(".wasm")


def test_phone_without_room_says_so_and_keeps_nothing(phone: Phone) -> None:
    visit(phone)
    before = set(phone.kept())
    quota = phone.context.new_cdp_session(phone.page)
    quota.send("Storage.overrideQuotaForOrigin", {"origin": phone.host.address.rstrip("/"), "quotaSize": 6_000_000})
    # Chromium does not tell how much room there is, so the refusal comes in the middle.
    phone.ask_size()
    phone.load()
    expect(phone.card).to_contain_text("Nothing was saved", timeout=PATIENCE)
    visited = {"offline/", "de/ghana/", "ar/ghana/"}
    small = {one for one in phone.kept("assets/") if one.count("/") == 1 and one.endswith((".css", ".js"))}
    assert set(phone.kept()) - set(phone.kept("assets/offline/")) - small <= before | visited
    assert RECORD not in phone.kept()
    quota.send("Storage.overrideQuotaForOrigin", {"origin": phone.host.address.rstrip("/")})
    assert phone.faults == []


def test_room_is_looked_at_first_where_browsers_tell_it(phone: Phone) -> None:
    visit(phone)
    phone.page.evaluate("navigator.storage.estimate = async () => ({ quota: 9e6, usage: 4e6 })")
    phone.ask_size()
    phone.load()
    expect(phone.card).to_contain_text("are free for this guide", timeout=PATIENCE)
    expect(phone.card).to_contain_text("5.0")
    assert asked_for_python(phone.host) == 0
