"""Cells of the table that compares the ways, each read from the declared rules; practice and discretion are marked."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.conditions import Test
from wizard.core.requirements import DECIDED, Requirement, Route
from wizard.core.routes.general import general_requirements
from wizard.records.catalogue import english
from wizard.records.read import Record
from wizard.site.record_html import name_html
from wizard.site.route_conditions import mark_html
from wizard.site.route_figures import figure_of, short_html
from wizard.site.view import Html, View

# Decided inside Germany, as `how` of its record says.
_IN_GERMANY = ("job_search_after_stay",)
_UNIVERSITY_SETS = ("course_language", "study_conditions")


def own_requirements(route: Route) -> Iterator[Requirement]:
    """Requirements of the route and its variants, without those of every long stay."""
    yield from route.requirements
    for variant in route.variants:
        yield from variant.requirements


def _lines(rows: list[str]) -> Html:
    """Each line once, below the other."""
    return Html("".join(f'<span class="line">{row}</span>' for row in dict.fromkeys(rows)))


def _practice(view: View, requirement: Requirement) -> str:
    """The mark where it is not the law that asks."""
    return f" {mark_html(view, requirement.hard)}" if requirement.hard != "law" else ""


def offer_html(view: View, route: Route, record: Record) -> Html:
    """The offer, place or contract that the route needs."""
    rows = [
        f"{view.t(text_id)}{_practice(view, requirement)}"
        for requirement in own_requirements(route)
        for text_id in [f"site.routes.offer.{requirement.text}"]
        if text_id in english()
    ]
    return _lines(rows or [view.t("site.routes.offer.none")])


def german_html(view: View, route: Route, record: Record) -> Html:
    """The level of German that the law or the offices ask for."""
    rows: list[str] = []
    licence = False
    for requirement in own_requirements(route):
        tests = {test.field: test for test in requirement.condition.tests()}
        if requirement.text in _UNIVERSITY_SETS:
            rows.append(view.t("site.routes.german.university"))
        licence = licence or "licence_to_practise" in tests
        if "german_level" in tests:
            rows.append(_level_html(view, requirement, tests))
    if not rows:
        rows.append(view.t(f"site.routes.german.{'licence' if licence else 'none'}"))
    return _lines(rows)


def _level_html(view: View, requirement: Requirement, tests: dict[str, Test]) -> Html:
    shown = Html(f'<bdi dir="ltr">{tests["german_level"].operand}</bdi>')
    if "english_level" in tests:
        english_level = Html(f'<bdi dir="ltr">{tests["english_level"].operand}</bdi>')
        shown = view.t("site.routes.german.or_english", german=shown, english=english_level)
    if requirement.when is not None:
        shown = Html(f"{shown}, {view.t('site.routes.german.some_cases')}")
    elif requirement.waived is not None:
        shown = Html(f"{shown}, {view.t('site.routes.german.with_exceptions')}")
    return Html(f"{shown}{_practice(view, requirement)}")


def money_html(view: View, route: Route, record: Record) -> Html:
    """Lowest pay or money to show, with its years."""
    rows: list[str] = []
    named = [r for r in own_requirements(route) if r.figure is not None]
    several = len({r.figure.record for r in named if r.text == "salary" and r.figure}) > 1
    for requirement in own_requirements(route):
        if requirement.figure is not None:
            amount = short_html(view, figure_of(view, requirement.figure))
            line = view.t(f"site.routes.money.{requirement.text}", amount=amount)
            if several and requirement.text == "salary":
                line = Html(f"{name_html(view, view.facts.by_id(requirement.figure.record))}: {amount}")
            rows.append(f"{line}{_practice(view, requirement)}")
        elif requirement.text == "livelihood":
            exceptions = f", {view.t('site.routes.german.with_exceptions')}" if requirement.waived is not None else ""
            rows.append(f"{view.t('site.routes.money.livelihood')}{exceptions}")
    return _lines(rows or [view.t("site.routes.money.none")])


def fee_html(view: View, route: Route, record: Record) -> Html:
    """The visa fee, with the time it holds."""
    figure = record.get("figures", {}).get("fee")
    return short_html(view, figure) if figure else view.t("site.routes.fee.none")


def decides_html(view: View, route: Route, record: Record) -> Html:
    """Who decides, and whether the authority may say no to somebody who meets all."""
    rows = [str(view.t(f"site.routes.decides.{'authority' if route.id in _IN_GERMANY else 'mission'}"))]
    own = list(own_requirements(route))
    agency = [r for r in own if r.kind == DECIDED and r.text == "ba_consent"]
    if route.consent and any(r.text == "ba_consent" for r in general_requirements(route)):
        rows.append(view.t("site.routes.decides.agency"))
    elif agency:
        rows.append(view.t("site.routes.decides.agency_some"))
    if any(r.hard == "discretion" for r in own):
        some = all(r.when is not None or r not in route.requirements for r in own if r.hard == "discretion")
        more = f" ({view.t('site.routes.german.some_cases')})" if some else ""
        rows.append(f"{mark_html(view, 'discretion')}{more}")
    return _lines(rows)
