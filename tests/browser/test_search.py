"""The search in the browser: finds, leads there, sends no word, and says what to do when it cannot."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote, unquote_plus

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.disturbances import answer
from tests.browser.test_accessibility import expect_no_violation
from tests.browser.visitor import PATIENCE, Visitor
from wizard.languages import languages
from wizard.serve import StaticHost

ASKED = {"en": "advice centre Ghana", "de": "Beratung Ghana", "ar": "مركز الاستشارة غانا"}


def search(visitor: Visitor, locale: str, words: str) -> None:
    """Types the words and sends them with the key."""
    folder = "" if locale == "en" else f"{locale}/"
    visitor.page.goto(f"{visitor.host.address}{folder}search/")
    visitor.page.get_by_role("searchbox").fill(words)
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#search [role=status]")).to_contain_text(re.compile(r"\d|\.$"), timeout=PATIENCE)


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
def test_finds_and_leads_there(visitor: Visitor, locale: str) -> None:
    search(visitor, locale, ASKED[locale])
    results = visitor.page.locator("#search ol > li")
    expect(results.first.locator("mark").first).to_be_visible()
    link = results.locator('a[href*="ghana/"]').first
    # From the field, the results are the next links for a keyboard.
    visitor.page.get_by_role("searchbox").focus()
    for _ in range(3):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement.closest('#search ol') !== null"):
            break
    assert visitor.page.evaluate("document.activeElement.closest('#search ol') !== null")
    link.click()
    expect(visitor.page.locator("h1")).to_be_visible()
    assert "/ghana/" in visitor.page.url
    visitor.page.go_back()
    expect(results.first).to_be_visible(timeout=PATIENCE)
    assert visitor.page.get_by_role("searchbox").input_value() == ASKED[locale]


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_no_request_holds_a_word(visitor: Visitor, locale: str) -> None:
    search(visitor, locale, ASKED[locale])
    expect(visitor.page.locator("#search ol > li").first).to_be_visible()
    assert quote(ASKED[locale].split()[0]) in visitor.page.url.partition("#")[2]
    for request in visitor.host.seen:
        for word in ASKED[locale].split():
            assert word.casefold() not in unquote_plus(request).casefold(), request


def test_nothing_is_loaded_before_somebody_types(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.host.address}search/")
    expect(visitor.page.get_by_role("searchbox")).to_be_visible()
    assert not [request for request in visitor.host.seen if "assets/search/" in request]


@pytest.mark.parametrize(
    ("one", "other"), [("مدرسة", "مدرسه"), ("أوروبا", "اوروبا"), ("مستوى", "مستوي"), ("الطِّفل", "الطفل")]
)
def test_arabic_spellings_find_the_same(visitor: Visitor, one: str, other: str) -> None:
    found: list[int] = []
    for words in (one, other):
        search(visitor, "ar", words)
        found.append(int(re.sub(r"\D", "", visitor.page.get_by_role("status").inner_text()) or 0))
    # Some endings lead to a neighbouring word as well.
    assert min(found) > 0.9 * max(found) > 0


def test_latin_names_in_arabic_lines_are_isolated(visitor: Visitor) -> None:
    search(visitor, "ar", "المركز الغاني الأوروبي")
    lines = visitor.page.locator("#search ol > li > p")
    expect(lines.first).to_be_visible()
    left = lines.evaluate_all(
        """lines => lines.flatMap((line) => [...line.childNodes])
             .filter((node) => node.nodeName !== 'BDI').map((node) => node.textContent)"""
    )
    assert not [text for text in left if re.search(r"[A-Za-z0-9]", text)]
    assert visitor.page.locator("#search ol bdi[dir=ltr]").count() > 0


def test_more_results(visitor: Visitor) -> None:
    search(visitor, "en", "visa")
    results = visitor.page.locator("#search ol > li")
    assert results.count() == 8
    visitor.page.locator(".search__more").click()
    expect(results).to_have_count(16)
    assert visitor.page.evaluate(
        "document.activeElement === document.querySelectorAll('#search ol > li')[8].querySelector('a')"
    )


def test_nothing_found_says_where_to_go_on(visitor: Visitor) -> None:
    search(visitor, "de", "xyzzyqwert")
    nothing = visitor.page.locator(".search__nothing")
    expect(nothing).to_be_visible()
    assert nothing.locator("a").evaluate_all("links => links.map((link) => link.getAttribute('href'))") == [
        "../site-map/",
        "../wizard/",
        "../#country",
    ]


def test_failed_download_is_told_and_tried_again(visitor: Visitor) -> None:
    def broken(handler: BaseHTTPRequestHandler, file: Path) -> bool:
        if not file.name.startswith("wasm."):
            return False
        answer(handler, b"", kind="application/octet-stream")
        return True

    visitor.host.disturb = broken
    visitor.page.goto(f"{visitor.host.address}search/")
    visitor.page.get_by_role("searchbox").fill("visa")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.get_by_role("status")).to_contain_text("could not be loaded", timeout=PATIENCE)
    visitor.host.disturb = None
    visitor.page.reload()
    expect(visitor.page.locator("#search ol > li").first).to_be_visible(timeout=PATIENCE)


def test_without_scripts_the_page_leads_to_the_site_map(browser: Browser, host: StaticHost) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}search/")
    expect(page.get_by_role("search")).to_be_hidden()
    page.locator(".search__off a").click()
    assert page.url.endswith("/site-map/")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_results_are_accessible(visitor: Visitor, locale: str, scheme: str) -> None:
    visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    search(visitor, locale, ASKED[locale])
    expect(visitor.page.locator("#search ol > li").first).to_be_visible()
    expect_no_violation(visitor)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360
