"""Answers that do not fit together are asked about; answers of a real life never are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TODAY, MakeCase, MakePlan
from wizard.commands.plan_text import plan_text
from wizard.core.answers import Answers, read_answers
from wizard.core.case import Case
from wizard.core.contradictions import TABLE, contradictions
from wizard.core.data import Data
from wizard.core.fields import FIELDS
from wizard.core.plan_html import plan_html

LEAVING = "thinking_of_leaving"
# Id, answers that just do not fit, answers that just do.
SIDES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("age_training", {"age": 15, "highest_qualification": "vocational_ge2y"}, {"age": 16}),
    (
        "age_training",
        {"age": 15, "highest_qualification": "ahk_vocational"},
        {"highest_qualification": "vocational_lt2y"},
    ),
    ("age_degree", {"age": 17, "highest_qualification": "academic"}, {"age": 18}),
    ("age_degree", {"age": 12, "highest_qualification": "tertiary_ge3y_isced6"}, {"highest_qualification": "none"}),
    ("age_job", {"age": 14, "job_offer": "unqualified"}, {"age": 15}),
    ("age_job", {"age": 14, "job_offer": "qualified"}, {"job_offer": "none"}),
    ("age_minor", {"age": 18, "minor_alone": True}, {"age": 17}),
    ("age_minor", {"age": 18, "minor_alone": True}, {"minor_alone": False}),
    ("age_adult", {"age": 17, "both_adults": True}, {"age": 18}),
    ("age_adult", {"age": 17, "both_adults": True}, {"both_adults": False}),
    ("age_job_start", {"situation": LEAVING, "age": 44, "age_at_job_start": 43}, {"age_at_job_start": 44}),
    (
        "age_job_start",
        {"situation": LEAVING, "age": 44, "age_at_job_start": 43},
        {"situation": "in_germany_thinking_of_return"},
    ),
    ("age_first_grant", {"age": 44, "age_at_first_grant": 43}, {"age_at_first_grant": 44}),
    ("age_first_grant", {"age": 44, "age_at_first_grant": 43}, {"first_grant": False}),
    ("age_degree_years", {"age": 25, "degree_age_years": 8.5}, {"degree_age_years": 8}),
    ("age_experience_last7", {"age": 19, "experience_years_last7": 6.5}, {"experience_years_last7": 6}),
    ("age_experience_last7", {"age": 10, "experience_years_last7": 0.5}, {"experience_years_last7": 0}),
    ("age_experience_last5", {"age": 17, "experience_years_last5": 4.5}, {"experience_years_last5": 4}),
    ("age_experience_last5", {"age": 10, "experience_years_last5": 0.5}, {"experience_years_last5": 0}),
    ("age_child", {"age": 30, "child_age": 31}, {"child_age": 30}),
    ("age_child", {"age": 30, "child_age": 29}, {"child_age": 19}),
    ("age_child", {"age": 30, "child_age": 20}, {"child_age": 19}),
    (
        "experience_more_last5",
        {"experience_years_last5": 4, "experience_years_last7": 3},
        {"experience_years_last7": 4},
    ),
    (
        "experience_more_last7",
        {"experience_years_last5": 1, "experience_years_last7": 3.5},
        {"experience_years_last7": 3},
    ),
    (
        "recognised_degree",
        {"recognition_status": "german_degree", "highest_qualification": "vocational_ge2y"},
        {"highest_qualification": "academic"},
    ),
    (
        "recognised_degree",
        {"recognition_status": "comparable_degree", "highest_qualification": "ahk_vocational"},
        {"highest_qualification": "tertiary_ge3y_isced6"},
    ),
    (
        "recognised_degree",
        {"recognition_status": "comparable_degree", "highest_qualification": "none"},
        {"recognition_status": "none"},
    ),
    (
        "recognised_nothing",
        {"recognition_status": "german_training", "highest_qualification": "none"},
        {"highest_qualification": "vocational_lt2y"},
    ),
    (
        "recognised_nothing",
        {"recognition_status": "partial_deficit_notice", "highest_qualification": "none"},
        {"recognition_status": "applied"},
    ),
    (
        "recognised_at_home_nothing",
        {"qualification_state_recognised_at_home": True, "highest_qualification": "none"},
        {"qualification_state_recognised_at_home": False},
    ),
    (
        "finished_degree",
        {"finished_stay_in_germany": "degree", "highest_qualification": "vocational_ge2y"},
        {"highest_qualification": "academic"},
    ),
    (
        "finished_training",
        {"finished_stay_in_germany": "qualified_training", "highest_qualification": "none"},
        {"highest_qualification": "vocational_ge2y"},
    ),
    ("training_length", {"training_place": True, "training_years": 0}, {"training_years": 0.5}),
    ("training_length", {"training_place": True, "training_years": 0}, {"training_place": False}),
    ("job_months", {"job_offer": "unqualified", "contract_months": 0}, {"contract_months": 1}),
    ("job_months", {"job_offer": "qualified", "contract_months": 0}, {"job_offer": "none"}),
    ("job_pay", {"job_offer": "qualified", "salary_gross_year": 6999}, {"salary_gross_year": 7000}),
    ("job_pay", {"job_offer": "it_qualified", "salary_gross_year": 3800}, {"job_offer": "unqualified"}),
    ("job_it", {"job_offer": "it_qualified", "occupation_isco08": "322"}, {"occupation_isco08": "25"}),
    ("job_it", {"job_offer": "it_qualified", "occupation_isco08": "83"}, {"occupation_isco08": "2"}),
    ("job_helper", {"job_offer": "qualified", "occupation_isco08": "93"}, {"occupation_isco08": "96"}),
    ("job_helper", {"job_offer": "qualified", "occupation_isco08": "93"}, {"job_offer": "unqualified"}),
    ("job_licence", {"profession_regulated": False, "occupation_isco08": "322"}, {"profession_regulated": True}),
    ("job_licence", {"profession_regulated": False, "occupation_isco08": "221"}, {"occupation_isco08": "532"}),
    (
        "stay_asylum",
        {"previous_stay_as_asylum_seeker_or_tolerated": False, "asylum_status": "tolerated"},
        {"asylum_status": "protected"},
    ),
    (
        "stay_asylum",
        {"previous_stay_as_asylum_seeker_or_tolerated": False, "asylum_status": "rejected_final"},
        {"previous_stay_as_asylum_seeker_or_tolerated": True},
    ),
    (
        "stay_benefits",
        {"previous_stay_as_asylum_seeker_or_tolerated": False, "asylum_benefits_last24m": True},
        {"asylum_benefits_last24m": False},
    ),
    ("stay_residence", {"situation": LEAVING, "residence_country": "DE"}, {"residence_country": "GH"}),
    (
        "stay_residence",
        {"situation": "back_home", "residence_country": "DE"},
        {"situation": "in_germany_thinking_of_return"},
    ),
    ("sponsor_years", {"sponsor_title": "german", "sponsor_title_years": 1}, {"sponsor_title_years": 0}),
    ("sponsor_years", {"sponsor_title": "none", "sponsor_title_years": 3}, {"sponsor_title": "blue_card"}),
    ("age_driver", {"age": 17, "driver_licence": "home_licence"}, {"age": 18}),
    ("age_driver", {"age": 17, "driver_licence": "eu_licence_and_qualification"}, {"driver_licence": "none"}),
    (
        "recognised_exam",
        {"recognition_status": "full_equivalence", "recognition_exam_needed": True},
        {"recognition_status": "partial_deficit_notice"},
    ),
    (
        "recognised_exam",
        {"recognition_status": "german_training", "recognition_exam_needed": True},
        {"recognition_exam_needed": False},
    ),
    (
        "recognised_analysis",
        {"recognition_status": "german_degree", "skills_analysis_promised": True},
        {"recognition_status": "applied"},
    ),
    (
        "recognised_measure",
        {"recognition_status": "full_equivalence", "recognition_measure_place": True},
        {"recognition_measure_place": False},
    ),
    (
        "research_untrained",
        {"hosting_agreement": True, "highest_qualification": "vocational_lt2y"},
        {"highest_qualification": "vocational_ge2y"},
    ),
    (
        "research_untrained",
        {"hosting_agreement": True, "highest_qualification": "none"},
        {"hosting_agreement": False},
    ),
    (
        "spouse_german",
        {"sponsor_relation": "spouse", "spouse_in_germany_german": True, "sponsor_title": "blue_card"},
        {"sponsor_title": "german"},
    ),
    (
        "spouse_german",
        {"sponsor_relation": "spouse", "spouse_in_germany_german": True, "sponsor_title": "none"},
        {"sponsor_relation": "child"},
    ),
    (
        "spouse_not_german",
        {"sponsor_relation": "spouse", "spouse_in_germany_german": False, "sponsor_title": "german"},
        {"sponsor_title": "s18a"},
    ),
    (
        "spouse_not_german",
        {"sponsor_relation": "spouse", "spouse_in_germany_german": False, "sponsor_title": "german"},
        {"sponsor_relation": "parent"},
    ),
    (
        "spouse_married",
        {"sponsor_relation": "parent", "married_before_title": True},
        {"sponsor_relation": "spouse"},
    ),
    ("spouse_married", {"sponsor_relation": "child", "married_before_title": True}, {"married_before_title": False}),
    ("child_is_applicant", {"sponsor_relation": "parent", "age": 15, "child_age": 14}, {"child_age": 15}),
    ("child_is_applicant", {"sponsor_relation": "parent", "age": 15, "child_age": 16}, {"age": 16}),
    ("child_is_applicant", {"sponsor_relation": "parent", "age": 30, "child_age": 5}, {"sponsor_relation": "child"}),
    ("sponsor_date", {"sponsor_first_skilled_title_date": "2026-11-23"}, {"sponsor_first_skilled_title_date": TODAY}),
]


def ids(answers: dict[str, Any], day: str = TODAY) -> list[str]:
    """Ids of the contradictions in raw answers."""
    checked, problems = read_answers(answers)
    assert problems == []
    return [one.id for one in contradictions(Case(Answers(checked), day, {}))]


@pytest.mark.parametrize(("name", "wrong", "change"), SIDES, ids=lambda one: one if isinstance(one, str) else "")
def test_both_sides_of_each_limit(name: str, wrong: dict[str, Any], change: dict[str, Any]) -> None:
    """Answers just beyond the limit are asked about, answers just on it are not."""
    assert name in ids(wrong)
    assert name not in ids(wrong | change)


def test_every_combination_is_tested() -> None:
    """No row of the table without both of its sides."""
    assert {one.id for one in TABLE} == {name for name, _, _ in SIDES}


@pytest.mark.parametrize(("name", "wrong", "change"), SIDES, ids=lambda one: one if isinstance(one, str) else "")
def test_not_knowing_contradicts_nothing(name: str, wrong: dict[str, Any], change: dict[str, Any]) -> None:
    """With one of its answers unknown or missing a combination cannot be wrong."""
    for field in wrong:
        assert name not in ids(wrong | {field: None})
        assert name not in ids({one: value for one, value in wrong.items() if one != field})


def test_each_has_fields_and_one_sentence(data: Data) -> None:
    """The fields exist; the words are one sentence that asks to look again; no words are left over."""
    assert len({one.id for one in TABLE}) == len(TABLE)
    for one in TABLE:
        assert set(one.fields) <= set(FIELDS)
        text = data.text(f"contradiction.{one.id}")[0]
        assert text.endswith(".")
        assert text.count(".") == 1
        assert "please look" in text
    assert {one for one in data.texts if one.startswith("contradiction.")} == {
        f"contradiction.{one.id}" for one in TABLE
    }


@st.composite
def lives(draw: st.DrawFn) -> dict[str, Any]:
    """Answers of somebody whose years add up: school, then training, then work, then today."""
    age = draw(st.integers(14, 70))
    answers: dict[str, Any] = {"situation": LEAVING, "nationality": "GH", "residence_country": "GH", "age": age}
    fitting = ["none", "vocational_lt2y"]
    fitting += ["vocational_ge2y", "ahk_vocational"] if age >= 16 else []
    fitting += ["academic", "tertiary_ge3y_isced6"] if age >= 18 else []
    highest = answers["highest_qualification"] = draw(st.sampled_from(fitting))
    has_degree = highest in ("academic", "tertiary_ge3y_isced6")
    if has_degree:
        answers["degree_age_years"] = draw(st.integers(0, age - 18))
    recognised = ["none", "applied"]
    recognised += ["full_equivalence", "partial_deficit_notice", "german_training"] if highest != "none" else []
    recognised += ["german_degree", "comparable_degree"] if has_degree else []
    answers["recognition_status"] = draw(st.sampled_from(recognised))
    answers["qualification_state_recognised_at_home"] = highest != "none" and draw(st.booleans())
    # Months of work in the last 5 years, and in the 2 years before.
    worked = (age - 14) * 12
    last5 = draw(st.integers(0, min(60, worked)))
    before = draw(st.integers(0, max(0, min(24, worked - 60))))
    answers["experience_years_last5"] = last5 / 12
    answers["experience_years_last7"] = (last5 + before) / 12
    stayed = answers["previous_stay_as_asylum_seeker_or_tolerated"] = draw(st.booleans())
    answers["asylum_benefits_last24m"] = stayed and draw(st.booleans())
    if age >= 15 and draw(st.booleans()):
        answers["job_offer"] = "qualified"
        answers["occupation_isco08"] = draw(st.sampled_from(["2", "25", "322", "711", "834", "96"]))
        answers["profession_regulated"] = answers["occupation_isco08"] == "322"
        answers["salary_gross_year"] = draw(st.integers(12_000, 120_000))
        answers["contract_months"] = draw(st.integers(1, 600))
    else:
        answers["job_offer"] = "none"
    if age >= 26:
        answers["child_age"] = draw(st.integers(0, age - 14))
    silent = draw(st.lists(st.sampled_from(sorted(answers)), unique=True, max_size=4))
    return {field: (None if field in silent else value) for field, value in answers.items()}


@settings(deadline=None, derandomize=True, max_examples=300)
@given(lives())
def test_a_life_that_adds_up_is_never_doubted(answers: dict[str, Any]) -> None:
    """Somebody whose years add up is asked nothing again, whatever they leave unanswered."""
    assert ids(answers) == []


WRONG = {
    "situation": LEAVING,
    "nationality": "GH",
    "age": 30,
    "child_age": 31,
    "experience_years_last5": 4,
    "experience_years_last7": 3,
}


def test_the_plan_asks_and_still_judges(plan: MakePlan) -> None:
    """The plan names what does not fit, and judges all routes all the same."""
    made = plan(WRONG)
    assert [row["id"] for row in made["ask_again"]] == ["age_child", "experience_more_last5"]
    assert made["ask_again"][1]["fields"] == ["experience_years_last5", "experience_years_last7"]
    assert len(made["routes"]) == 32
    assert plan(WRONG | {"child_age": 3, "experience_years_last7": 5})["ask_again"] == []


def test_the_page_shows_it_first_with_buttons(make_case: MakeCase, plan: MakePlan, data: Data) -> None:
    """The note comes before all else, with a button for each answer that has a question, and for no other."""
    html = plan_html(plan(WRONG), data)
    start = html.index('role="note"')
    note = html[start : html.index("</div>", start)]
    assert start < html.index("plan-own") < html.index('class="steps"')
    assert data.plain("contradiction.experience_more_last5") in note
    changes = [part.split('"')[0] for part in note.split('data-change="')[1:]]
    assert changes == ["child_age", "age", "experience_years_last5", "experience_years_last7"]
    assert 'role="note"' not in plan_html(plan({"situation": LEAVING, "nationality": "GH", "age": 30}), data)


def test_the_command_line_says_it_first(plan: MakePlan, data: Data) -> None:
    """Plain text begins with it and names the fields."""
    text = plan_text(plan(WRONG), data)
    assert text.startswith(data.plain("plan.ask_again"))
    assert "(experience_years_last5, experience_years_last7)" in " ".join(text.split())
