"""Whole journeys by tapping, in every language."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor
from wizard.languages import languages

JOURNEYS: dict[str, dict[str, object]] = {
    "Ghana, refused, with a date to leave": {
        "situation": "in_germany_thinking_of_return",
        "nationality": "GH",
        "asylum_status": "rejected_final",
        "departure_deadline": "running",
    },
    "Iraq, back in Erbil, looks for work": {"situation": "back_home", "nationality": "IQ", "needs": ["work"]},
    "Pakistan, nurse, thinks of Germany": {
        "situation": "thinking_of_leaving",
        "nationality": "PK",
        "residence_country": "PK",
        "age": 29,
        "highest_qualification": "vocational_ge2y",
        "qualification_isco08": "222",
        "german_level": "A2",
        "job_offer": "none",
    },
    "Iraq, mother of a skilled worker": {
        "situation": "thinking_of_leaving",
        "nationality": "IQ",
        "goals": ["family"],
        "residence_country": "IQ",
        "sponsor_relation": "child",
        "sponsor_title": "s18b",
        "sponsor_first_skilled_title_date": "2025-05-31",
    },
}


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
@pytest.mark.parametrize("name", JOURNEYS)
def test_journey_ends_in_a_plan(visitor: Visitor, locale: str, name: str) -> None:
    answers = JOURNEYS[name]
    visitor.open(locale)
    asked = visitor.interview(answers)
    visitor.expect_plan()
    assert set(answers) <= set(asked), "each of these answers decides something"
    expect(visitor.plan.locator(".contact").first).to_be_visible()
    assert set(answers) <= set(visitor.own_answers())
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360, "no sideways scroll"
    assert visitor.faults == []


def test_a_journey_for_somebody_else(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("someone_else")
    assert visitor.question.get_attribute("id") == "q-situation-other"
    visitor.answer("back_home")
    visitor.interview({"nationality": "GM"})
    visitor.expect_plan()
    expect(visitor.plan.locator(".plan-other")).to_be_visible()


def test_calls_can_be_tapped(visitor: Visitor) -> None:
    visitor.open("ar")
    visitor.interview({"situation": "back_home", "nationality": "PK"})
    for call in visitor.plan.locator("a.call").all():
        if call.is_visible():
            box = call.bounding_box()
            assert box
            assert box["height"] >= 44
            assert call.get_attribute("dir") == "ltr"


def test_unanswered_question_says_so(visitor: Visitor) -> None:
    visitor.open()
    visitor.go_on()
    error = visitor.question.locator(".error")
    expect(error).to_be_visible()
    assert error.get_attribute("role") == "alert"
    visitor.answer("back_home")
    assert visitor.field == "nationality"


def test_number_out_of_range_says_so(visitor: Visitor) -> None:
    visitor.open()
    for value in ("thinking_of_leaving", "SN", ["training"], "SN"):
        visitor.answer(value)
    assert visitor.field == "age"
    visitor.answer(400)
    expect(visitor.question.locator(".error")).to_contain_text("120")
    visitor.answer(33)
    assert visitor.field != "age"


def test_dont_know_and_an_answer_exclude_each_other(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("back_home")
    visitor.answer("TN")
    assert visitor.field == "needs"
    visitor.choose("work")
    visitor.choose("unknown")
    expect(visitor.question.locator('input[value="work"]')).not_to_be_checked()
    visitor.choose("health")
    expect(visitor.question.locator('input[value="unknown"]')).not_to_be_checked()


def test_a_plan_before_the_last_question(visitor: Visitor) -> None:
    """Nobody has to answer everything: the plan can be asked for, and going back leads to the question."""
    visitor.open()
    now = visitor.page.locator("#wizard-now")
    expect(now).to_be_hidden()
    head = {"situation": "thinking_of_leaving", "nationality": "NG", "residence_country": "NG", "age": 24}
    for _ in range(12):
        visitor.wait_for_next()
        if now.is_visible():
            break
        before = visitor.question.get_attribute("id")
        visitor.answer(head.get(visitor.field, "unknown"))
        visitor.page.wait_for_function("id => document.getElementById(id).hidden", arg=before)
    asked = visitor.field
    now.click()
    visitor.expect_plan()
    assert asked not in visitor.own_answers()
    visitor.page.go_back()
    expect(visitor.question).to_have_attribute("data-field", asked)
    visitor.page.go_forward()
    visitor.expect_plan()


def test_every_plan_says_whom_to_call_in_danger(visitor: Visitor) -> None:
    visitor.open("ar")
    visitor.interview({"situation": "in_germany_thinking_of_return", "nationality": "TN"})
    visitor.expect_plan()
    expect(visitor.plan.locator(".help-now a.call").first).to_be_visible()
