"""axe finds nothing against WCAG 2.2 AA, on every kind of page in both directions."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visitor import Visitor, link_hash

PAGES = (
    "",
    "wizard/",
    "ghana/",
    "ghana/returning/",
    "returning/",
    "returning/programmes/",
    "back-home/first-week/",
    "about/",
    "sources/",
    "privacy/",
    "404.html",
)
PAGES += ("leaving/ways/", "leaving/irregular-ways/", "leaving/decision-and-odds/", "background/centres/", "glossary/")
PAGES += ("ghana/leaving/", "routes/", "routes/opportunity-card/", "search/", "site-map/", "sources/ghana/")
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def expect_no_violation(visitor: Visitor) -> None:
    found = Axe().run(visitor.page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["", "ar/"])
@pytest.mark.parametrize("address", PAGES)
def test_page(visitor: Visitor, address: str, locale: str, scheme: str) -> None:
    visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    visitor.page.goto(f"{visitor.host.address}{locale}{address}")
    expect_no_violation(visitor)


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("situation", ["in_germany_thinking_of_return", "thinking_of_leaving"])
def test_plan(visitor: Visitor, locale: str, situation: str) -> None:
    visitor.open(locale, link_hash({"situation": situation, "nationality": "PK"}))
    visitor.interview({"trafficking_or_violence": True})
    visitor.page.evaluate("document.querySelectorAll('#wizard-plan details').forEach(one => one.open = true)")
    visitor.page.evaluate("scrollTo(0, 0)")
    expect_no_violation(visitor)
