"""Pages on trust: method, licences, accessibility, what changed."""

from __future__ import annotations

import re

import pytest

from tests.core.law_cases import FOLDER
from tests.site.conftest import ROOT, Site
from wizard.records.catalogue import Catalogue
from wizard.records.changes import read_changes
from wizard.records.read import read_facts
from wizard.records.shown import is_shown
from wizard.site.counts import COUNTS, drafted
from wizard.site.macros import MacroFault, expand
from wizard.site.view import View

PAGES = ("method", "licences", "accessibility", "report", "changes", "about")


def text(site: Site, url: str) -> str:
    return re.sub(r"\s+", " ", next(site.page(url).root.find("main")).text)


def test_they_are_reached_from_every_page(site: Site) -> None:
    for page in site.pages:
        linked = {
            (site.folder / page.url / link.attrs["href"]).resolve().name for link in next(page.root.find("footer")).find("a")
        }
        assert {"about", "accessibility", "changes", "report"} <= linked, page.url
    about = " ".join(link.attrs["href"] for link in site.page("about/").root.find("a"))
    assert all(f"../{name}/" in about for name in PAGES[:-1])


def test_the_menu_stays_short(site: Site) -> None:
    menu = next(site.page("").root.find("nav", class_="menu__panel"))
    assert not [link for link in menu.find("a") if any(name in link.attrs["href"] for name in PAGES[:-1])]


def test_numbers_on_method_are_counted(site: Site) -> None:
    shown = text(site, "method/")
    facts = read_facts()
    assert f"{sum(is_shown(record) for record in facts.records):,} facts" in shown
    cases = sum(path.read_text(encoding="utf-8").count("\n  - name:") for path in FOLDER.glob("*.yaml"))
    assert f"{cases:,} cases" in shown
    for name, count in COUNTS.items():
        assert count(facts) > 0, name


def test_drafts_are_counted() -> None:
    translated, machine = drafted("ar")
    assert 0 < machine <= translated


def test_licences_and_third_parties_are_shipped(site: Site) -> None:
    page = site.page("licences/")
    for name in ("LICENSE", "LICENSE-TEXTS", "THIRD-PARTY.md"):
        assert any(
            (site.folder / page.url / link.attrs["href"]).resolve().is_file()
            and (site.folder / page.url / link.attrs["href"]).read_bytes() == (ROOT / name).read_bytes()
            for link in page.root.find("a")
            if link.attrs["href"].endswith(".txt")
        ), name
    rows = list(next(page.root.find("ul", class_="third-parties")).find("li"))
    table = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert len(rows) == len(re.findall(r"^\|", table, re.MULTILINE)) - 2
    assert any("MPL-2.0" in row.text and "github.com/pyodide" in row.text for row in rows)


def test_every_change_is_on_the_page(site: Site) -> None:
    items = [row for part in site.page("changes/").root.find("ul", class_="changes") for row in part.find("li")]
    changes = [change for day in read_changes() for change in day.changes]
    assert len(items) == len(changes) + sum(len(c.records) for c in changes if len(c.records) > 2)
    for url in ("changes/", "ar/changes/"):
        assert not [link for link in site.page(url).root.find("a") if link.attrs["href"].startswith("tel:")]


@pytest.mark.parametrize("macro", ["{{ count:cats }}", "{{ day:2026-02-30 }}", "{{ licence:beer }}"])
def test_a_slip_in_a_macro_says_what_there_is(macro: str) -> None:
    view = View("en", read_facts(), Catalogue("en"))
    with pytest.raises(MacroFault, match="page.md:2: "):
        expand(f"\n{macro}", view, "page.md")
