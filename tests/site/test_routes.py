"""Pages of the regular ways: one per route and language, all rules with their law, no amount without its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from tests.site.conftest import BuiltPage, Site
from tests.site.html_tree import Node, tree
from wizard.core.conditions import Test as Comparison
from wizard.core.law import law_text
from wizard.core.requirements import Requirement, Route
from wizard.core.routes.general import general_requirements
from wizard.core.routes.table import BY_ID, ROUTES
from wizard.languages import languages
from wizard.records.catalogue import Catalogue
from wizard.records.read import Facts, read_facts
from wizard.site.places import FOLDERS
from wizard.site.route_page import route_address, route_page
from wizard.site.routes_overview import GROUPS, OTHER_STAYS, group_of, overview_page
from wizard.site.view import View

LOCALES = [row.locale for row in languages()]


@cache
def facts() -> Facts:
    return read_facts()


@cache
def view(locale: str = "en", day: str = "2026-11-22") -> View:
    return View(locale, facts(), Catalogue(locale), day=date.fromisoformat(day))


@cache
def blocks(route_id: str, locale: str = "en", day: str = "2026-11-22") -> dict[str, Node]:
    page = route_page(view(locale, day), BY_ID[route_id])
    return {name: tree(block) for name, block in page.blocks.items()}


def rules(root: Node) -> dict[str, Node]:
    return {node.attrs["data-rule"]: node for node in root.find("li") if "data-rule" in node.attrs}


def asked(route: Route) -> Iterator[tuple[str, Requirement]]:
    """Every requirement with the variant it belongs to; `` for those of all variants and of every long stay."""
    for requirement in (*route.requirements, *general_requirements(route)):
        yield "", requirement
    for variant in route.variants:
        for requirement in variant.requirements:
            yield variant.id if len(route.variants) > 1 else "", requirement


def pages(site: Site) -> Iterator[tuple[BuiltPage, Route]]:
    for row in languages():
        for route in ROUTES:
            yield site.page(row.folder + route_address(route.id)), route


def test_every_route_has_a_page_in_each_language(site: Site) -> None:
    for page, route in pages(site):
        main = next(page.root.find("main"))
        names = facts().by_id(route.id)["names"]
        heading = next(main.find("h1")).text
        assert "".join(names[page.language.locale].split()) in "".join(heading.split()), page.url
        assert any(main.find("a", class_="button")), f"{page.url} does not lead to the questions"
        assert len(main.text) > 700, page.url


@pytest.mark.parametrize("locale", LOCALES)
def test_every_requirement_stands_there_with_its_law(locale: str) -> None:
    counted = 0
    for route in ROUTES:
        if route.closed_for_all:
            continue
        shown = blocks(route.id, locale)["conditions"]
        variants = {node.attrs["data-variant"]: node for node in shown.find("section", class_="variant")}
        assert len(variants) == (len(route.variants) if len(route.variants) > 1 else 0), route.id
        for variant, requirement in asked(route):
            rows = rules(variants[variant] if variant else shown)
            assert requirement.id in rows, f"{route.id} {variant}: {requirement.id}"
            row = rows[requirement.id]
            law = law_text(requirement.law, view(locale).plain)
            assert law in row.text, f"{route.id}: {requirement.id} without {law}"
            assert row.attrs["data-hard"] == requirement.hard
            assert row.attrs["data-kind"] == requirement.kind
            assert any(row.find("span", class_=f"mark--{requirement.hard}")), f"{route.id}: {requirement.id}"
            counted += 1
    assert counted > 300


def test_what_only_an_office_settles_stands_apart() -> None:
    for route in ROUTES:
        if route.closed_for_all:
            continue
        shown = blocks(route.id)["conditions"]
        for row in rules(shown).values():
            apart = any("conditions--decided" in node.attrs.get("class", "").split() for node in row.up())
            assert apart == (row.attrs["data-kind"] == "decided"), f"{route.id}: {row.text}"


def test_conditions_of_conditions_are_told() -> None:
    age45 = rules(blocks("skilled_vocational")["conditions"])["age45"].text
    assert "Only if you are 45 or older on the day of your first title and it is your first title" in age45
    child = rules(blocks("family_child")["conditions"])["child_from_16"]
    assert len(list(child.find("li"))) == 4
    housing = rules(blocks("family_spouse_of_foreigner")["conditions"])["housing"].text
    assert "Not asked in each of these cases" in housing
    assert "applied in time" in housing
    base = rules(blocks("opportunity_card")["conditions"])["base_qualification"].text
    assert "Not asked if a recognition office in Germany has told you in writing what is still missing" in base
    assert "Vocational training of 2 years or more" in base
    study = rules(blocks("study")["conditions"])["status_excluded"].text
    assert "a toleration (Duldung)" in study
    restricted = rules(blocks("family_child", "de")["conditions"])["sponsor_title_restricted"].text
    assert "§ 25(4a) Satz 1" in restricted.replace("\u00a0", " ")


@pytest.mark.parametrize("locale", LOCALES)
def test_no_amount_without_its_time(locale: str) -> None:
    amounts = 0
    for route in ROUTES:
        page = blocks(route.id, locale)
        rows = [row for figures in page["money"].find("dl", class_="figures") for row in figures.find("div")]
        lines = [line for row in rows for line in (list(next(row.find("dd")).find("p")) or [next(row.find("dd"))])]
        lines += list(rules(page.get("conditions", Node("", {}))).values())
        for line in lines:
            if "€" in line.text:
                amounts += 1
                assert any(note.text for note in line.find("small")), f"{route.id}: {line.text}"
    assert amounts > 60
    overview = [tree(block) for block in overview_page(view(locale)).blocks.values()]
    for root in overview:
        for table in root.find("table", class_="ways"):
            for line in table.find("span", class_="line"):
                assert "€" not in line.text or any(line.find("small")), line.text
    for line in overview[-2].find("dd"):
        assert "€" not in line.text or any(line.find("time")), line.text


def test_amounts_hold_for_their_period() -> None:
    now = blocks("eu_blue_card")["money"].text
    assert "€50,700" in now
    assert "€53,100 per year expected, not decided" in now
    early = blocks("eu_blue_card", day="2025-12-31")["conditions"].text
    assert "at least €48,300 a year" in early
    later = blocks("eu_blue_card", day="2027-02-01")
    pay = rules(later["conditions"])["salary"].text
    assert "€45,934.20" in pay
    assert "last known, as orientation" in pay
    assert "The amount for today is not known yet." in later["money"].text
    assert "last known, as orientation" in later["money"].text
    assert "€53,100 per year expected, not decided" in later["money"].text
    assert "€50,700" in tree(overview_page(view(day="2027-02-01")).blocks["work"]).text


def test_the_comparison_names_all_routes(site: Site) -> None:
    assert len(ROUTES) == 32
    for row in languages():
        page = site.page(f"{row.folder}routes/")
        lines = {
            line.attrs["id"]: line
            for table in page.root.find("table", class_="ways")
            for line in table.find("tr")
            if "id" in line.attrs
        }
        assert set(lines) == {route.id.replace("_", "-") for route in ROUTES}
        for route in ROUTES:
            line = lines[route.id.replace("_", "-")]
            assert next(line.find("a")).attrs["href"] == route_address(route.id).removeprefix("routes/")
            closed = route.closed_for_all or route.suspended_until
            assert len(list(line.find("td"))) == (1 if closed else 5), route.id


def test_groups_hold_every_route_once() -> None:
    assert {group_of(route) for route in ROUTES} == set(GROUPS)
    assert {route.id for route in ROUTES if group_of(route) == "other"} == set(OTHER_STAYS)
    assert [route.id for route in ROUTES if group_of(route) == "none"] == ["seasonal_work"]


def test_practice_and_discretion_are_marked_in_the_comparison() -> None:
    rows = {
        line.attrs["id"]: line
        for block in overview_page(view()).blocks.values()
        for line in tree(block).find("tr")
        if "id" in line.attrs
    }
    assert any(rows["opportunity-card"].find("span", class_="mark--practice"))
    assert any(rows["experienced-worker"].find("span", class_="mark--discretion"))
    assert not any(rows["skilled-vocational"].find("span", class_="mark"))
    assert "Only for: Albania, Kosovo, Serbia" in rows["western-balkans"].text


@pytest.mark.parametrize("locale", LOCALES)
def test_closed_and_suspended_ways_say_so_first(locale: str) -> None:
    for route in ROUTES:
        stops = list(blocks(route.id, locale)["lead"].find("p", class_="stop"))
        if not (route.closed_for_all or route.suspended_until):
            assert not stops, route.id
            continue
        (stop,) = stops
        days = [node.attrs["datetime"] for node in stop.find("time")]
        checked = facts().by_id(route.id)["checked"]
        assert days == ([checked] if route.closed_for_all else [route.suspended_since, route.suspended_until])
        assert law_text(route.law, view(locale).plain) in stop.text


def test_a_suspension_ends() -> None:
    assert not any(blocks("family_subsidiary_protection", day="2027-07-24")["lead"].find("p", class_="stop"))


def test_countries_of_facts_and_rules_agree() -> None:
    for route in ROUTES:
        named = [
            set(test.operand)
            for requirement in route.requirements
            for test in requirement.condition.tests()
            if isinstance(test, Comparison) and test.field == "nationality"
        ]
        record = facts().by_id(route.id)
        if route.closed_for_all:
            assert record["countries"] == []
        elif "countries" in record:
            assert set(record["countries"]) == (named[0] if named else set(FOLDERS)), route.id


def test_the_whole_table_of_points(site: Site) -> None:
    for row in languages():
        page = site.page(row.folder + route_address("opportunity_card"))
        (table,) = page.root.find("table", class_="points")
        points = [int(next(line.find("td")).text) for line in next(table.find("tbody")).find("tr")]
        assert points == [4, 3, 2, 1, 1, 3, 2, 1, 2, 1, 1, 1]


def test_plans_and_country_pages_lead_there(site: Site) -> None:
    for row in languages():
        page = site.page(f"{row.folder}ghana/leaving/")
        links = {link.attrs["href"] for link in page.root.find("a", class_="route-page")}
        assert links == {f"../../{route_address(route.id)}" for route in ROUTES}
        for folder in FOLDERS.values():
            country = site.page(f"{row.folder}{folder}/")
            assert any(link.attrs.get("href") == "../routes/" for link in country.root.find("a", class_="onward"))
