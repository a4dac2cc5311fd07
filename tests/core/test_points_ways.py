"""Ways to the points of the opportunity card: each reaches them, none is more than needed, and all can be added."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TODAY, MakePlan
from wizard.core.answers import Answers, read_answers
from wizard.core.case import Case
from wizard.core.data import Data
from wizard.core.points import NEEDED, count
from wizard.core.points_ways import GROUPS, LANGUAGE, MOST, STAY, WORK, Addition, ways
from wizard.core.routes_html import points_html

# Six points are short by one: age 2, German A2 1, work 2.
ONE_SHORT = {
    "age": 30,
    "highest_qualification": "vocational_ge2y",
    "qualification_state_recognised_at_home": True,
    "recognition_status": "none",
    "german_level": "A2",
    "english_level": "B2",
    "experience_years_last5": 2,
    "experience_years_last7": 2,
    "partner_also_applies": False,
    "stayed_in_germany_last5_months": 0,
    "qualification_isco08": "711",
}


def case_of(answers: dict[str, Any]) -> Case:
    """The case for raw answers."""
    checked, problems = read_answers(answers)
    assert problems == []
    return Case(Answers(checked), TODAY, {})


def rows_of(answers: dict[str, Any]) -> list[list[int]]:
    """Rows of each way."""
    return [[one.row for one in way] for way in ways(case_of(answers))]


def later(answers: dict[str, Any], way: list[Addition]) -> dict[str, Any]:
    """The answers after all additions of a way, with the years that pass."""
    after = dict(answers)
    for one in way:
        if one.row in LANGUAGE:
            field, level = LANGUAGE[one.row]
            after[field] = level
        elif one.row in WORK:
            field, years = WORK[one.row]
            after[field] = years
            if answers.get("age") is not None:
                after["age"] = answers["age"] + one.years
            after["stayed_in_germany_last5_months"] = 0
        elif one.row == 1:
            after["recognition_status"] = "partial_deficit_notice"
        else:
            assert one.row == 12
            after["partner_also_applies"] = True
    return after


def test_fewest_and_quickest_first() -> None:
    """One point short: German B1 is one step, English C1 one too, the notice comes after the languages."""
    assert rows_of(ONE_SHORT) == [[3], [5], [1]]
    assert rows_of(ONE_SHORT | {"english_level": "none"}) == [[3], [5], [1]]
    assert [one.effort for way in ways(case_of(ONE_SHORT | {"english_level": "none"})) for one in way] == [1, 5, 1]


def test_only_the_best_of_a_kind_counts() -> None:
    """From A2 to B1 is one point more, not two: two points short need B2 or two additions."""
    found = ways(case_of(ONE_SHORT | {"experience_years_last5": 0, "experience_years_last7": 0, "german_level": "B2"}))
    assert [[(one.row, one.adds) for one in way] for way in found] == [[(5, 1)], [(1, 4)], [(12, 1)]]
    found = ways(case_of(ONE_SHORT | {"experience_years_last5": 0, "experience_years_last7": 0, "german_level": "B1"}))
    assert [[(one.row, one.adds) for one in way] for way in found] == [[(1, 4)], [(7, 2)], [(2, 1), (5, 1)]]


def test_nothing_to_add_with_enough_points() -> None:
    """Six points are enough, five are not."""
    assert rows_of(ONE_SHORT | {"german_level": "B1"}) == []
    assert rows_of(ONE_SHORT) != []


def test_no_way_where_none_is_left() -> None:
    """Old, with no finished training: no addition reaches six points without the notice."""
    nothing = {"age": 50, "highest_qualification": "none", "experience_years_last7": 0}
    assert all(1 not in rows for rows in rows_of(nothing))
    most = {"german_level": "B2", "english_level": "C1", "partner_also_applies": True, "recognition_status": "none"}
    stuck = nothing | most
    assert rows_of(stuck) == [[7]]
    assert rows_of({"age": 50, "highest_qualification": "none", "points_total": 0}) != []


@pytest.mark.parametrize(("age", "expected"), [(33, True), (34, False), (36, True), (39, False)])
def test_years_of_work_cost_points_for_age(age: int, expected: bool) -> None:
    """Two years of work bring two points, but at 34 or 39 they cost one for age."""
    answers = {"age": age, "german_level": "B2" if age > 35 else "B1", "experience_years_last7": 0}
    assert count(case_of(answers))["total"] == 4
    assert ([7] in rows_of(answers | {"highest_qualification": "none"})) is expected


def test_an_earlier_stay_does_not_wait() -> None:
    """The point for a stay in the last 5 years is not counted on after years of work."""
    answers = {"age": 20, "german_level": "A2", "experience_years_last7": 0, "stayed_in_germany_last5_months": 6}
    assert count(case_of(answers))["total"] == 4
    assert [7] not in rows_of(answers | {"highest_qualification": "none"})
    assert [7, 3] not in rows_of(answers)
    assert [3, 7] in rows_of(answers | {"highest_qualification": "none", "english_level": "C1", "age": 36})


LEVELS = ["none", "A1", "A2", "B1", "B2", "C1", "C2", None]


@st.composite
def applicants(draw: st.DrawFn) -> dict[str, Any]:
    """Answers that the points read, each known or not."""
    return {
        "age": draw(st.one_of(st.none(), st.integers(18, 60))),
        "highest_qualification": draw(st.sampled_from(["none", "vocational_ge2y", "academic", None])),
        "recognition_status": draw(st.sampled_from(["none", "applied", "partial_deficit_notice", None])),
        "german_level": draw(st.sampled_from(LEVELS)),
        "english_level": draw(st.sampled_from(LEVELS)),
        "experience_years_last5": draw(st.sampled_from([None, 0, 0.5, 1.9, 2, 5])),
        "experience_years_last7": draw(st.sampled_from([None, 0, 1, 2, 4.9, 5, 7])),
        "qualification_isco08": draw(st.sampled_from([None, "2", "25", "711"])),
        "stayed_in_germany_last5_months": draw(st.sampled_from([None, 0, 5, 6])),
        "partner_also_applies": draw(st.sampled_from([None, True, False])),
    }


@settings(deadline=None, derandomize=True, max_examples=500)
@given(applicants())
def test_each_way_reaches_and_none_holds_another(answers: dict[str, Any]) -> None:
    """Each way gives at least six points, without any of its parts it does not, and no way is within another."""
    found = ways(case_of(answers))
    assert len(found) <= MOST
    assert bool(found) <= (count(case_of(answers))["total"] < NEEDED)
    for way in found:
        assert count(case_of(later(answers, way)))["total"] >= NEEDED
        rows = {one.row for one in way}
        assert all(len(rows & set(group)) <= 1 for group in GROUPS)
        for one in way:
            rest = [other for other in way if other is not one]
            assert count(case_of(later(answers, rest)))["total"] < NEEDED
        for other in found:
            assert other is way or not {one.row for one in other} <= rows


@settings(deadline=None, derandomize=True, max_examples=200)
@given(applicants())
def test_only_what_can_be_added(answers: dict[str, Any]) -> None:
    """Never age, the field of the training or an earlier stay; no notice without training; nothing there already."""
    sure = {row["row"] for row in count(case_of(answers))["rows"] if row["result"] is True}
    for way in ways(case_of(answers)):
        rows = {one.row for one in way}
        assert rows & {8, 9, 10, STAY} == set()
        assert rows & sure == set()
        assert not (1 in rows and answers["highest_qualification"] == "none")
        assert all(one.adds > 0 and one.effort > 0 for one in way)


def test_the_plan_names_them_for_who_needs_points(plan: MakePlan) -> None:
    """Somebody short of points sees the ways; a skilled worker, and somebody shut out, see none."""
    someone = {"situation": "thinking_of_leaving", "nationality": "GH", **ONE_SHORT}
    named = plan(someone)["points"]["ways"]
    assert [[(one["row"], one["adds"]) for one in way] for way in named] == [[(3, 1)], [(5, 1)], [(1, 4)]]
    assert named[0][0]["feature"] == "German B1"
    assert plan(someone | {"recognition_status": "full_equivalence"})["points"]["ways"] == []
    assert plan(someone | {"entry_ban": "running"})["points"]["ways"] == []
    assert plan({"situation": "thinking_of_leaving", "nationality": "GH"})["points"]["ways"] == []


def test_the_page_lists_them(plan: MakePlan, data: Data) -> None:
    """The heading names the points needed; each way lists its parts with what they add; without ways no heading."""
    someone = {"situation": "thinking_of_leaving", "nationality": "GH", **ONE_SHORT}
    html = points_html(plan(someone)["points"], data)
    assert "Ways to reach 6 points" in html
    assert '<li><ul><li>German B1 <bdi dir="ltr">+1</bdi></li></ul></li>' in html
    enough = points_html(plan(someone | {"german_level": "B2"})["points"], data)
    assert "Ways to reach" not in enough


def test_no_answer_is_missed_that_would_add_nothing(data: Data, plan: MakePlan) -> None:
    """Five years in seven count three points: two years in five, not told, are not called unknown."""
    told = {key: value for key, value in ONE_SHORT.items() if key != "experience_years_last5"}
    made = plan({"situation": "thinking_of_leaving", "nationality": "GH", **told, "experience_years_last7": 5})
    shown = points_html(made["points"], data)
    row = shown.split(data.plain("points.row7"))[1].split("</tr>")[0]
    assert data.plain("points.idle") in row
    other = shown.split(data.plain("points.row11"))[1].split("</tr>")[0]
    assert data.plain("points.no") in other
