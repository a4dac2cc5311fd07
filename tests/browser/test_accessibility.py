"""axe finds nothing against WCAG 2.2 AA, on every kind of page in both directions."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visitor import PATIENCE, Visitor, link_hash
from wizard.core.interview import ORDER

PAGES = (
    "",
    "wizard/",
    "ghana/",
    "ghana/returning/",
    "returning/",
    "returning/programmes/",
    "returning/violence-and-trafficking/",
    "back-home/first-week/",
    "about/",
    "sources/",
    "privacy/",
    "404.html",
)
PAGES += ("leaving/ways/", "leaving/irregular-ways/", "leaving/decision-and-odds/", "background/centres/", "glossary/")
PAGES += ("ghana/leaving/", "routes/", "routes/opportunity-card/", "search/", "site-map/", "sources/ghana/")
ON_TRUST = ("report/#fact=gh-centre-accra", "changes/", "method/", "figures/", "licences/")
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def expect_no_violation(visitor: Visitor) -> None:
    found = Axe().run(visitor.page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["", "ar/"])
@pytest.mark.parametrize("address", [*PAGES, *ON_TRUST])
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


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_comparison(visitor: Visitor, locale: str) -> None:
    """The ways side by side, as cards, with all that is folded in them open."""
    known = {
        "situation": "thinking_of_leaving",
        "nationality": "PK",
        "age": 28,
        "highest_qualification": "academic",
        "german_level": "A2",
        "job_offer": "none",
    }
    visitor.open(locale, link_hash({**dict.fromkeys(ORDER["thinking_of_leaving"]), **known}))
    comparison = visitor.plan.locator(".compare")
    comparison.locator("summary").first.click(timeout=PATIENCE)
    visitor.page.evaluate("document.querySelectorAll('.compare details').forEach(one => one.open = true)")
    assert comparison.get_by_role("row").count() > 10
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect_no_violation(visitor)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["", "ar/"])
def test_open_lists_below_and_above_a_page(visitor: Visitor, locale: str, scheme: str) -> None:
    visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    visitor.page.add_init_script("delete Navigator.prototype.share")
    visitor.page.goto(f"{visitor.host.address}{locale}leaving/")
    visitor.page.locator(".share summary").click()
    visitor.page.locator(".share button").wait_for()
    visitor.page.locator(".used summary").click()
    visitor.page.evaluate("document.querySelectorAll('.used .old').forEach(mark => mark.hidden = false)")
    visitor.page.evaluate("scrollTo(0, 0)")
    expect_no_violation(visitor)
