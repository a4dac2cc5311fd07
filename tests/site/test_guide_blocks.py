"""Blocks of the pages on leaving and on the background: the picture, dated counts, centres, sources of a page."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from tests.site.conftest import Site
from tests.site.html_tree import tree
from wizard.core.routes.table import ROUTES
from wizard.languages import languages
from wizard.records.catalogue import Catalogue
from wizard.records.read import Facts, read_facts
from wizard.site.dated_figures import dated_figures_html
from wizard.site.macros import MacroFault, expand
from wizard.site.places import FOLDERS
from wizard.site.routes_picture import NEEDS, need_of, picture_html
from wizard.site.view import View

LOCALES = [row.locale for row in languages()]


@cache
def facts() -> Facts:
    return read_facts()


def view(locale: str = "en", day: str = "2026-11-22") -> View:
    return View(locale, facts(), Catalogue(locale), day=date.fromisoformat(day)).at("leaving/ways/")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_picture_has_every_open_way_once_and_is_small(locale: str) -> None:
    html = picture_html(view(locale))
    links = re.findall(r'href="[^"]*routes/([a-z-]+)/"', html)
    closed = {"seasonal_work", "family_subsidiary_protection", "job_search_after_stay"}
    assert sorted(links) == sorted(route.id.replace("_", "-") for route in ROUTES if route.id not in closed)
    assert len(html.encode()) < 6 * 1024
    assert "<svg" not in html
    assert "<img" not in html


def test_a_suspended_way_comes_back_when_the_law_says_so() -> None:
    assert "family-subsidiary-protection" not in picture_html(view())
    assert "family-subsidiary-protection" in picture_html(view(day="2027-08-01"))


def test_every_box_of_the_picture_has_ways() -> None:
    assert {need_of(route) for route in ROUTES} == set(NEEDS)
    by_id = {route.id: need_of(route) for route in ROUTES}
    assert by_id["eu_blue_card"] == "job"
    assert by_id["vocational_training"] == "training"
    assert by_id["study"] == "study"
    assert by_id["au_pair"] == "place"
    assert by_id["family_child"] == "family"
    assert by_id["opportunity_card"] == "nothing"


def test_counts_stand_with_time_and_source() -> None:
    record = facts().by_id("deaths-mediterranean-2025")
    row = next(tree(dated_figures_html(view(), [(record, "dead")])).find("tbody"))
    cells = [cell.text for cell in row.find("td")]
    assert cells == ["at least 2,185", "2025", "dpa-AFX: IOM figures 2025"]


def test_a_count_that_begins_later_is_not_told() -> None:
    record = facts().by_id("deaths-mediterranean-2025")
    assert dated_figures_html(view(day="2022-06-01"), [(record, "dead_2026")]) == ""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_country_says_what_became_of_its_centre(site: Site, locale: str) -> None:
    own = next(row for row in languages() if row.locale == locale)
    rows = next(site.page(f"{own.folder}background/centres/").root.find("dl", class_="centres"))
    told = [row for row in rows.find("div") if any(row.find("dt"))]
    assert len(told) == len(FOLDERS)
    assert all(any(row.find("strong")) for row in told)
    assert not any(any(row.find("a", class_="call")) for row in told), "a contact stands on the page of the country"


def test_a_wrong_figure_in_a_list_is_named() -> None:
    with pytest.raises(MacroFault, match="has no `nothing`"):
        expand("{{ dated:deaths-world-2025.dead,deaths-world-2025.nothing }}", view(), "docs/en/test.md")


def test_pages_of_the_guide_end_with_where_to_go_next(site: Site) -> None:
    for name in ("leaving/fraud/", "leaving/ways/", "background/centres/", "leaving/irregular-ways/", "glossary/"):
        page = site.page(name)
        headings = [node.attrs.get("id") for node in page.root.find("h2") if node.attrs.get("id")]
        assert headings[-1] == "next", name
