"""Cases written against the law (tests/core/cases): answers of a person and the verdict the section gives."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from tests.conftest import TODAY, MakeCase, Report
from tests.core.general_cases import general_cases
from tests.core.law_cases import FOLDER, LawCase, read_cases
from wizard.core.fields import FIELDS
from wizard.core.routes.table import ASKED_ROUTES, BY_ID, ROUTES
from wizard.core.verdict import judge

LEAST = 5

WRITTEN = read_cases()
CASES = [pytest.param(case, id=case["name"]) for case in WRITTEN]
GENERAL = [pytest.param(case, id=case["name"]) for case in general_cases(WRITTEN)]
# What a case may say.
KEYS = {"name", "law", "as_of", "answers", "expect", "way", "pending", "why"}


@pytest.mark.parametrize("case", [*CASES, *GENERAL])
def test_case_from_the_law(case: LawCase, make_case: MakeCase) -> None:
    """Verdict, closest way and what an authority still settles are those the section of the law gives."""
    made = make_case(case["answers"], case.get("as_of") or TODAY)
    routes = {route: judge(BY_ID[route], made) for key in ("expect", "way", "pending") for route in case.get(key, {})}
    reason = f"{case['law']}: {case['why']}"
    assert {route: routes[route].verdict for route in case["expect"]} == case["expect"], reason
    assert {route: routes[route].variant for route in case.get("way", {})} == case.get("way", {}), reason
    for route, pending in case.get("pending", {}).items():
        waits = [one.requirement.id for one in routes[route].reasons if one.result == "pending"]
        assert sorted(waits) == sorted(pending), reason


def test_cases_are_complete() -> None:
    """Each case names its law and its reason, no two have the same name, and all expect known routes and verdicts."""
    names = [param.id for param in (*CASES, *GENERAL)]
    assert len(names) == len(set(names))
    for case in WRITTEN:
        assert set(case) <= KEYS, case["name"]
        assert all(case.get(key) for key in ("law", "answers", "expect", "why")), case["name"]
        assert {*case["expect"], *case.get("way", {}), *case.get("pending", {})} <= set(BY_ID), case["name"]
        assert set(case["expect"].values()) <= {"open", "nearly", "closed", "unknown"}, case["name"]


def test_every_route_has_cases(report: Report) -> None:
    """At least five written cases for each of the 32 routes, one value of `each` counted as no case of its own."""
    count = Counter(
        route
        for path in FOLDER.glob("*.yaml")
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
        for route in case["expect"]
    )
    assert len(BY_ID) == 32
    assert {route: count[route] for route in BY_ID if count[route] < LEAST} == {}
    verdicts = sum(len(case["expect"]) for case in WRITTEN)
    report(
        f"Cases from the law: {len(WRITTEN)} with {verdicts} verdicts on {len(count)} routes, at least "
        f"{min(count.values())} each; and {len(GENERAL)} on the conditions of every long stay."
    )


def test_routes_are_listed_once_and_in_order() -> None:
    """Each route stands once in the table, search first and the search after a stay last."""
    ids = [route.id for route in ROUTES]
    assert len(ids) == len(set(ids)) == 32
    assert (ids[0], ids[1], ids[-1]) == ("opportunity_card", "skilled_vocational", "job_search_after_stay")
    places = [ids.index(one) for one in ("seasonal_work", "vocational_training", "recognition_measure", "study")]
    assert places == [11, 12, 14, 19]
    assert set(ASKED_ROUTES) <= set(ids)


def test_every_open_route_is_tried_with_the_general_conditions() -> None:
    """Each route that can be open names once what is pending, which is what the general cases start from."""
    tried = {route for param in GENERAL for route in param.values[0]["expect"]}
    assert set(BY_ID) - tried == {"seasonal_work"}


def test_all_titles_of_the_family_are_in_a_group() -> None:
    """The groups of titles in family_titles.yaml are all there are, and none is in two."""
    groups = yaml.safe_load((FOLDER / "family_titles.yaml").read_text(encoding="utf-8"))["groups"]
    single = ["german", "none", "s25_2_subsidiary"]
    whole = [one for name in groups if not name.endswith("listed") for one in groups[name]]
    assert sorted([*whole, *single]) == sorted(FIELDS["sponsor_title"][1])


def test_cases_reach_both_sides() -> None:
    """Every route that can be open is expected open in one case and not open in another."""
    seen: dict[str, set[str]] = {}
    for case in WRITTEN:
        for route, verdict in case["expect"].items():
            seen.setdefault(route, set()).add(verdict)
    assert [route for route in BY_ID if "open" not in seen[route]] == ["seasonal_work"]
    assert [route for route in BY_ID if seen[route] == {"open"}] == []
