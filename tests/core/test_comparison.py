"""The comparison inside the plan: which routes, in which order, and that each cell is what rule or record says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.conftest import TODAY
from wizard.core.compare_html import compare_html
from wizard.core.comparison import GAPS, slowest
from wizard.core.data import Data
from wizard.core.plan import make_plan

# Somebody with a degree, some work and no offer.
GRADUATE = {
    "situation": "thinking_of_leaving",
    "nationality": "PK",
    "residence_country": "PK",
    "age": 28,
    "highest_qualification": "academic",
    "recognition_status": "none",
    "qualification_isco08": "25",
    "qualification_state_recognised_at_home": True,
    "german_level": "A2",
    "english_level": "B2",
    "job_offer": "none",
    "experience_years_last5": 4,
    "funds_including_health_insurance": True,
    "valid_passport": True,
}
ORDER = ["open", "nearly", "unknown", "closed"]


def routes(data: Data, day: str = TODAY, **answers: Any) -> dict[str, dict[str, Any]]:
    """Routes of the plan by id, in its order."""
    case = data.case({**GRADUATE, **answers}, day)
    return {one["id"]: one for one in make_plan(case, data)["routes"]}


def rows_of(html: str) -> list[str]:
    """Ids of the routes in the order of the rows."""
    return re.findall(r'<th role="rowheader" scope="row"><a href="[^"]*routes/([a-z-]+)/"', html)


def test_open_first_then_what_takes_least_time(data: Data) -> None:
    """By verdict; within a verdict, asked routes by the gap that takes longest."""
    found = list(routes(data).values())
    assert [one["verdict"] for one in found] == sorted((one["verdict"] for one in found), key=ORDER.index)
    for aside in (False, True):
        near = [slowest(one["compare"]) for one in found if one["verdict"] == "nearly" and one["aside"] is aside]
        assert near == sorted(near)
        assert len(set(near)) > 1


def test_gaps_are_those_of_the_requirements(data: Data) -> None:
    """Each kind once, the quickest first; what is missing is not to be found out as well."""
    for one in routes(data).values():
        row = one["compare"]
        expected = {gap["gap"] for gap in one["missing"]} if one["verdict"] == "nearly" else set()
        assert set(row["lacking"]) | set(row["find_out"]) == expected
        assert not set(row["lacking"]) & set(row["find_out"])
        for gaps in (row["lacking"], row["find_out"]):
            assert gaps == sorted(gaps, key=lambda gap: GAPS.index(gap) if gap in GAPS else len(GAPS))
    assert routes(data)["eu_blue_card"]["compare"]["lacking"] == ["offer", "recognition"]


@pytest.mark.parametrize(
    ("day", "route", "amounts"),
    [
        ("2026-06-01", "opportunity_card", [("fee", "€75", True), ("funds", "€1,091", True)]),
        ("2026-06-01", "experienced_worker", [("fee", "€75", True), ("salary_or_tariff", "€45,630", True)]),
        ("2028-01-01", "experienced_worker", [("fee", "€75", True), ("salary_or_tariff", "€45,630", False)]),
        ("2026-06-01", "family_spouse_of_german", [("fee", "€0", True)]),
        ("2026-06-01", "job_search_after_stay", []),
    ],
)
def test_amounts(day: str, route: str, amounts: list[tuple[str, str, bool]], data: Data) -> None:
    """Visa fee of the record, then the amounts of the rules, with a mark where none holds on the day."""
    found = routes(data, day)[route]["compare"]["amounts"]
    assert [(one["kind"], one["amount"], one["holds"]) for one in found] == amounts


@pytest.mark.parametrize(
    ("route", "german"),
    [
        ("opportunity_card", [("A1", "B2", "")]),
        ("recognition_partnership", [("A2", "", "")]),
        ("recognition_exam", [("A2", "", "practice")]),
        ("vocational_training", [("B1", "", "in_some_cases")]),
        ("study", [("", "", "university")]),
        ("western_balkans", []),
    ],
)
def test_german(route: str, german: list[tuple[str, str, str]], data: Data) -> None:
    """The levels of the rules, and what kind of rule it is."""
    found = routes(data)[route]["compare"]["german"]
    assert [(one["level"], one["english"], one["mark"]) for one in found] == german


def test_a_level_that_falls_away_for_the_person_is_not_named(data: Data) -> None:
    """Nobody asks the spouse of an EU Blue Card holder for A1."""
    assert routes(data)["family_spouse_of_foreigner"]["compare"]["german"][0]["level"] == "A1"
    assert routes(data, sponsor_title="blue_card")["family_spouse_of_foreigner"]["compare"]["german"] == []


def test_stay_is_the_text_of_the_record_with_its_figures(data: Data) -> None:
    """No gap is left in it."""
    found = routes(data)
    assert found["eu_blue_card"]["compare"]["stay"][0] == "As long as the contract plus 6 months, at most 4 years."
    assert found["family_child"]["compare"]["stay"] == ["", "en"]
    assert not [one["id"] for one in found.values() if "{" in one["compare"]["stay"][0]]


def test_all_that_is_not_closed_is_in_the_table(data: Data) -> None:
    """Each once, those asked about first; each cell has its label."""
    data.pages = "../"
    try:
        found = routes(data)
        html = compare_html(list(found.values()), data)
    finally:
        data.pages = ""
    shown = [one.replace("-", "_") for one in rows_of(html)]
    near = [one["id"] for one in found.values() if one["verdict"] != "closed" and not one["aside"]]
    aside = [one["id"] for one in found.values() if one["verdict"] != "closed" and one["aside"]]
    assert shown == near + aside
    assert near
    assert aside
    assert html.count('class="label"') == html.count('role="cell"') == 5 * len(shown)
    assert "Missing: job, place or contract · recognition" in html
    assert "Visa fee: <bdi>€75</bdi>" in html


def test_past_amounts_are_marked_in_the_table(data: Data) -> None:
    """The last known amount is never shown as if it held."""
    html = compare_html(list(routes(data, "2028-01-01").values()), data)
    assert "<bdi>€45,630</bdi> (last known)" in html
    assert "(last known)" not in compare_html(list(routes(data, "2026-06-01").values()), data)


def test_nothing_to_compare_where_nothing_is_known(data: Data) -> None:
    """No table before an answer counts, and none where all is closed."""
    empty = make_plan(data.case({"situation": "thinking_of_leaving", "nationality": "PK"}, TODAY), data)["routes"]
    assert {one["verdict"] for one in empty} <= {"unknown", "closed"}
    assert compare_html(empty, data) == ""
    banned = routes(data, entry_ban="running")
    assert compare_html(list(banned.values()), data) == ""
