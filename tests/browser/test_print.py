"""The printed country page: few and full sheets, the way to reach people on them, sources once at the end."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.pdf_pages import pdf_pages
from tests.browser.visitor import Visitor, link_hash
from wizard.core.interview import ORDER
from wizard.core.routes.table import ROUTES
from wizard.serve import StaticHost
from wizard.site.places import FOLDERS

SHEETS, USED = 6, 1 / 3
PLAN_SHEETS = 14  # with no question answered; the answers alone take one and a half
WORKER = {
    "situation": "thinking_of_leaving",
    "nationality": "GH",
    "age": 27,
    "highest_qualification": "vocational_ge2y",
    "german_level": "A2",
}
# Units of a PDF by Chromium (300 to the inch) in one CSS pixel (96 to the inch).
SCALE = 3.125
COUNTRIES = [f"{locale}{folder}/" for locale in ("", "ar/") for folder in FOLDERS.values()]
PLANS = ["ghana/returning/", "ar/iraq/back-home/"]


@pytest.fixture
def paper(page: Page, host: StaticHost) -> Page:
    page.emulate_media(media="print")
    page.goto(host.address)
    return page


@pytest.mark.parametrize("address", COUNTRIES)
def test_few_and_full_sheets(page: Page, host: StaticHost, address: str) -> None:
    page.goto(host.address + address)
    calls = page.locator(".call--big").evaluate_all("links => links.map(link => link.href)")
    sheets = pdf_pages(page.pdf(format="A4", prefer_css_page_size=True))
    assert 1 < len(sheets) <= SHEETS
    assert not [(number, sheet.used) for number, sheet in enumerate(sheets[:-1], 1) if sheet.used < USED]
    assert set(calls) <= set(sheets[0].links), "emergency numbers stand on the first sheet"


@pytest.mark.parametrize(
    "address", [*COUNTRIES[::6], *PLANS, "returning/", "returning/programmes/", "routes/", "ar/routes/care-nurse/"]
)
def test_nothing_is_too_wide(page: Page, host: StaticHost, address: str) -> None:
    page.goto(host.address + address)
    # Chromium makes all letters of a page smaller when one part of it does not fit.
    sheets = pdf_pages(page.pdf(format="A4", prefer_css_page_size=True))
    assert min(sheet.scale for sheet in sheets) > 0.99 * SCALE


@pytest.mark.parametrize("address", [*COUNTRIES, *PLANS, "returning/", "routes/care-nurse/"])
def test_only_what_helps_on_paper(paper: Page, host: StaticHost, address: str) -> None:
    paper.goto(host.address + address)
    hidden = (".languages", ".menu", ".first", ".start", ".countries", ".more > summary", ".sources", ".skip")
    for part in hidden:
        assert not paper.locator(f"{part}:visible").count(), part
    assert paper.locator(".print-sheet .qr:visible").count() == 1
    assert paper.locator(".print-sheet time:visible").count() == 1
    assert paper.locator(".printed-sources:visible").count() == 1
    # A card without its numbers, or a list without its numbers, is of no use.
    shown = "node => [getComputedStyle(node, '::after').content, getComputedStyle(node, '::before').content].join()"
    for part in paper.locator("[data-sources]").all()[:5]:
        assert str(part.get_attribute("data-sources")).split(", ")[0] in part.evaluate(shown)


@pytest.mark.parametrize("address", ["ghana/", "ar/iraq/"])
def test_contacts_have_their_addresses_on_paper(paper: Page, host: StaticHost, address: str) -> None:
    paper.goto(host.address + address)
    shown = paper.locator(".card .outside").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after')])"
        ".map(([href, style]) => [href, style.content, style.direction, style.unicodeBidi, style.fontSize])"
    )
    assert shown
    for href, content, direction, isolation, size in shown:
        assert (content, direction, isolation) == (f'"{href}"', "ltr", "isolate")
        assert float(size.removesuffix("px")) > 8


@pytest.mark.parametrize("address", ["ghana/", "ar/iraq/"])
def test_screens_show_sources_folded_and_no_numbers(page: Page, host: StaticHost, address: str) -> None:
    page.goto(host.address + address)
    assert not page.locator(".printed-sources:visible").count()
    assert page.locator(".checked > a").first.is_visible()
    content = page.locator(".checked").first.evaluate("node => getComputedStyle(node, '::after').content")
    assert content == "none"


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_plan_on_paper_has_the_table_and_the_ways_that_were_opened(visitor: Visitor, locale: str) -> None:
    visitor.open(locale, link_hash({**dict.fromkeys(ORDER["thinking_of_leaving"]), **WORKER}))
    visitor.expect_plan()
    routes = visitor.page.locator("#wizard-plan details.route")
    assert routes.count() == len(ROUTES)
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert visitor.page.locator("#wizard-plan .compare").get_attribute("open") is not None
    assert routes.evaluate_all("all => all.filter(one => one.open).length") == 1
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    sheets = pdf_pages(visitor.page.pdf(format="A4", prefer_css_page_size=True))
    assert len(sheets) <= PLAN_SHEETS
