"""What the core names exists: texts of steps, questions, rules and options; records of steps; figures of rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import wizard.core
from tests.conftest import MakePlan
from wizard.core.answers import read_value
from wizard.core.data import Data
from wizard.core.fields import ASSUMED, COUNTRIES, FIELDS
from wizard.core.interview import ORDER
from wizard.core.parameters import valid
from wizard.core.plan import make_plan
from wizard.core.points import ROWS
from wizard.core.question_html import option_text
from wizard.core.questions import Question
from wizard.core.requirements import Requirement
from wizard.core.routes.general import general_requirements
from wizard.core.routes.table import ASKED_ROUTES, BY_ID, ROUTES
from wizard.core.steps.table import BY_SITUATION
from wizard.records.catalogue import english
from wizard.records.compile import places

CORE = Path(wizard.core.__file__).parent
STEPS = [step for steps in BY_SITUATION.values() for step in steps]


def _requirements() -> Iterator[Requirement]:
    for route in ROUTES:
        yield from route.requirements
        yield from general_requirements(route)
        for variant in route.variants:
            yield from variant.requirements


def test_every_rule_has_its_words(data: Data) -> None:
    """Each requirement has a text; one with a figure names it, one without does not."""
    for requirement in _requirements():
        text = data.text(f"rule.{requirement.text}")[0]
        assert ("{figure}" in text) == (requirement.figure is not None), requirement.id


def test_every_step_has_its_words(data: Data) -> None:
    """Each step says what to do, how, and why."""
    for step in STEPS:
        for part in ("title", "text", "why"):
            assert len(data.text(f"step.{step.id}.{part}")[0]) > 5, f"{step.id}.{part}"


def test_every_question_has_its_words(data: Data) -> None:
    """Each question has a heading for oneself and for somebody else, a short reason, and words for every choice."""
    fields = {"situation", *(field for fields in ORDER.values() for field in fields)}
    for field in fields:
        question = Question(field)
        assert "?" in data.text(f"question.{field}.heading")[0], field
        assert "?" in data.text(f"question.{field}.heading.other")[0], field
        why = data.text(f"question.{field}.why")[0]
        assert 0 < len(why) <= 90, f"{field}: one short line"
        for value in question.choices:
            assert data.text(option_text(field, value))[0], f"{field}={value}"
    assert data.text("option.unknown")[0]


def test_choices_are_values_of_the_field() -> None:
    """A choice that is offered is read back as an answer."""
    for field in {"situation", *(field for fields in ORDER.values() for field in fields)}:
        for value in Question(field).choices:
            raw: Any = [value] if FIELDS[field][0] == "set" else value
            assert read_value(field, raw)[1] == "", f"{field}={value}"


def test_texts_named_in_the_code_exist(data: Data) -> None:
    """Every text id written out in wizard/core is in the texts."""
    prefixes = ("plan.", "interface.", "option.", "channel.", "verdict.", "figure.", "points.", "closed.", "assumed.")
    named: set[str] = set()
    for path in CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(prefixes):
                named.add(node.value)
    whole = {one for one in named if not one.endswith(".") and " " not in one}
    assert len(whole) > 20
    # An id that is put together at run time (points.row + number) counts if texts begin with it.
    assert {one for one in whole if not any(text.startswith(one) for text in data.texts)} == set()
    for row in ROWS:
        assert data.text(f"points.row{row[0]}")[0]
    for field in ASSUMED:
        assert data.text(f"assumed.{field}")[0]


def test_no_text_of_a_rule_or_step_is_dead(data: Data) -> None:
    """Every text of a rule or a step belongs to one."""
    rules = {f"rule.{one.text}" for one in _requirements()}
    steps = {f"step.{step.id}.{part}" for step in STEPS for part in ("title", "text", "why")}
    dead = {one for one in data.texts if one.startswith(("rule.", "step."))} - rules - steps
    assert dead == set()


def test_no_text_is_left_with_a_gap(plan: MakePlan) -> None:
    """No text of a plan shows a placeholder that was not filled in."""
    for country in ("GH", "XK", "PK"):
        for situation in BY_SITUATION:
            made = plan({"situation": situation, "nationality": country, "age": 46})
            for step in made["steps"]:
                assert "{" not in step["title"] + step["text"] + step["why"], step["id"]
            for route in made["routes"]:
                for row in [*route["reasons"], *route["missing"]]:
                    assert "{" not in row["text"], row


def test_records_named_by_steps_exist(data: Data) -> None:
    """Every record and contact a step names is in the facts, for each country where its id holds the country."""
    for step in STEPS:
        for one in (*step.records, *step.contacts, *(row[2] for row in step.offered)):
            for country in COUNTRIES if "{cc}" in one else ("GH",):
                assert one.replace("{cc}", country.lower()) in data.records, f"{step.id}: {one}"


def test_topics_kinds_and_roles_of_steps_exist(data: Data) -> None:
    """A step that lists facts by topic, kind or role finds some in at least one country: else the word is misspelt."""
    topics = {record.get("topic") for record in data.records.values()}
    kinds = {record["kind"] for record in data.records.values()}
    roles = {record.get("role") for record in data.records.values()}
    schema = (CORE.parent / "facts" / "schema" / "facts.schema.json").read_text(encoding="utf-8")
    for step in STEPS:
        assert all(f'"{one}"' in schema for one in (*step.topics, *step.kinds, *step.roles, *step.german_roles)), (
            step.id
        )
        assert set(step.kinds) <= kinds, step.id
        looked_for = set(step.topics) | set(step.kinds) | set(step.roles) | set(step.german_roles)
        assert not looked_for or looked_for & (topics | kinds | roles), step.id


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_step_of_a_plan_has_ground(country: str, data: Data) -> None:
    """In every country each step of a plan rests on sources or names a contact; only the list of routes has its own."""
    for situation in BY_SITUATION:
        for answers in ({}, _EVERYTHING):
            case = data.case({"situation": situation, "nationality": country} | answers, "2026-11-22")
            made = make_plan(case, data)
            for step in made["steps"]:
                assert step["sources"] or step["contacts"] or step["id"] == "routes", f"{situation}: {step['id']}"
            for route in made["routes"]:
                assert route["sources"], route["id"]


_EVERYTHING: dict[str, Any] = {
    "needs": list(FIELDS["needs"][1]),
    "trafficking_or_violence": True,
    "minor_alone": True,
    "children_with_me": True,
    "serious_illness": True,
    "entry_ban": "running",
    "valid_passport": False,
    "previous_stay_as_asylum_seeker_or_tolerated": True,
}


@pytest.mark.parametrize("country", ["AF", "GH", "IQ", "XK", "NG", "PK", "SN"])
def test_a_child_alone_is_never_left_without_a_step(country: str, plan: MakePlan) -> None:
    """A child alone back home gets the urgent step and somebody to call in every country."""
    made = plan({"situation": "back_home", "nationality": country, "minor_alone": True})
    assert "child-home" in [warning["id"] for warning in made["warnings"]]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("situation", list(BY_SITUATION))
def test_who_is_in_danger_can_call_somebody(situation: str, country: str, plan: MakePlan) -> None:
    """Violence or force: the first step is help now, with a confirmed number or the one to call in its place."""
    made = plan({"situation": situation, "nationality": country, "trafficking_or_violence": True})
    assert made["steps"][0]["id"].startswith("danger")
    rows = [contact for contact in made["contacts"] if contact["id"] in made["steps"][0]["contacts"]]
    assert any(row["confirmed"] or row["instead"] for row in rows)


def test_a_need_that_was_chosen_is_always_answered(plan: MakePlan) -> None:
    """Who asks for help with something gets a step for it in every country, if only to say what is not known."""
    step_of = {
        "school": "school-home",
        "health": "health-home",
        "psychosocial": "mind-home",
        "legal": "legal-home",
        "housing": "housing-home",
        "training": "training-home",
        "business": "business-home",
    }
    left_out = {
        (country, need)
        for country in COUNTRIES
        for need, step in step_of.items()
        if step
        not in [one["id"] for one in plan({"situation": "back_home", "nationality": country, "needs": [need]})["steps"]]
    }
    assert left_out == set()


def test_figures_of_rules_have_periods(data: Data) -> None:
    """Every figure a rule compares with is in force on each day of 2026, and the pay limits in 2024 and 2025 too."""
    figures = {one.figure for one in _requirements() if one.figure is not None}
    assert len(figures) >= 8
    for figure in figures:
        record = data.records[figure.record]
        periods = data.figures()[figure.record][figure.key]["periods"]
        years = (2024, 2025, 2026) if record["kind"] == "threshold" else (2026,)
        for year in years:
            for day in (f"{year}-01-01", f"{year}-07-01", f"{year}-12-31"):
                assert valid(periods, day) is not None, f"{figure!r} on {day}"


def test_every_figure_compared_is_the_one_named() -> None:
    """The figure in the words of a requirement is the one it tests."""
    for requirement in _requirements():
        tested = {repr(test.operand) for test in requirement.condition.tests() if hasattr(test.operand, "record")}
        assert tested == ({repr(requirement.figure)} if requirement.figure else set()), requirement.id


def test_routes_are_those_of_the_facts(data: Data) -> None:
    """Each of the 32 routes has a record with sources; beside them there are only five small routes."""
    records = {one for one, record in data.records.items() if record["kind"] == "route"}
    small = {"specialty_cook", "holiday_job_students", "internship", "religious_work", "school_visit"}
    assert records - small == set(BY_ID)
    assert set(ASKED_ROUTES) <= set(BY_ID)
    for route in ROUTES:
        assert data.records[route.id]["sources"], route.id


def test_each_town_of_the_question_has_its_name_in_the_texts() -> None:
    texts = english()
    missing = [place for code in COUNTRIES for place in places(code) if f"option.place.{place}" not in texts]
    assert not missing, f"Add these to wizard/texts/places.yaml: {missing}"
