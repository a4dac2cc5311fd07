"""What must hold for any answers: more never hurts, not knowing never helps, order never matters."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import wizard.commands.plan as plan_command
from tests.conftest import TODAY
from tests.core.answer_space import ASKABLE, any_answers, people, values_of
from wizard.core.answers import Answers, read_answers
from wizard.core.case import Case
from wizard.core.fields import ASSUMED, DEFAULT_FROM, DEFAULTS
from wizard.core.plan import judge_all, make_plan

SCHEMA = Path(plan_command.__file__).with_name("plan.schema.json")
# `unknown` and `nearly` both leave the way undecided: which of the two depends on how much is known.
RANK = {"closed": 0, "unknown": 1, "nearly": 1, "open": 2}
MORE = (
    "german_level",
    "english_level",
    "salary_gross_year",
    "experience_years_last5",
    "experience_years_last7",
    "funds_per_month",
)
# Where there is no answer these have a value all the same: assumed, by default, taken from another field, or (the last
# three) counted as "not said": who does not say where they are is not taken to be in Germany. An answer replaces that
# value and may turn a verdict; the plan lists what it assumed.
PRESET = {*ASSUMED, *DEFAULTS, *DEFAULT_FROM, "temp_agency_job", "funds_including_health_insurance", "situation"}

# No deadline: the machines that run this are slow and shared. Derandomised: a red run must be repeatable.
steady = settings(deadline=None, derandomize=True)


@cache
def english() -> Any:
    """Texts and facts, loaded once."""
    return plan_command.load("en")


@cache
def figures() -> Any:
    """Dated figures, collected once."""
    return english().figures()


def verdicts(answers: dict[str, Any]) -> dict[str, str]:
    """Verdicts on all routes."""
    checked, problems = read_answers(answers)
    assert problems == []
    return {one.route.id: one.verdict for one in judge_all(Case(Answers(checked), TODAY, figures()))}


@settings(steady, max_examples=300)
@given(people(), st.sampled_from(MORE), st.data())
def test_more_never_closes_what_is_open(answers: dict[str, Any], field: str, data: st.DataObject) -> None:
    """More German, English, pay, experience or money never turns an open route into something else."""
    values = values_of(field)
    low = data.draw(st.sampled_from(range(len(values) - 1)))
    high = data.draw(st.sampled_from(range(low + 1, len(values))))
    before = verdicts(answers | {field: values[low]})
    after = verdicts(answers | {field: values[high]})
    assert {route for route, verdict in before.items() if verdict == "open" and after[route] != "open"} == set()


@settings(steady, max_examples=250)
@given(people(), st.sampled_from(ASKABLE))
def test_not_knowing_never_beats_every_answer(answers: dict[str, Any], field: str) -> None:
    """With "I don't know" no route looks better than with the best value the person could have."""
    without = verdicts(answers | {field: None})
    best = dict.fromkeys(without, 0)
    for value in values_of(field):
        for route, verdict in verdicts(answers | {field: value}).items():
            best[route] = max(best[route], RANK[verdict])
    assert {route: verdict for route, verdict in without.items() if RANK[verdict] > best[route]} == {}


@settings(steady, max_examples=400)
@given(people(), st.sampled_from([field for field in ASKABLE if field not in PRESET]), st.data())
def test_a_decided_verdict_stays(answers: dict[str, Any], field: str, data: st.DataObject) -> None:
    """A route that is open or closed stays so, whatever else the person answers (see PRESET for what is left out)."""
    before_answers = {name: value for name, value in answers.items() if name != field}
    if Answers(read_answers(before_answers)[0]).get(field) is not None:
        return  # It follows from another answer; a contradiction may change the verdict.
    before = verdicts(before_answers)
    after = verdicts(before_answers | {field: data.draw(st.sampled_from(values_of(field)))})
    decided = {route: verdict for route, verdict in before.items() if verdict in ("open", "closed")}
    assert {route: after[route] for route in decided} == decided


@settings(steady, max_examples=40)
@given(any_answers(), st.integers())
def test_order_of_answers_does_not_matter(answers: dict[str, Any], seed: int) -> None:
    """The same answers in another order give the same plan, letter by letter."""
    turned = list(answers.items())
    random.Random(seed).shuffle(turned)
    plans = [make_plan(english().case(read_answers(one)[0], TODAY), english()) for one in (answers, dict(turned))]
    assert json.dumps(plans[0]) == json.dumps(plans[1])


@cache
def validator() -> Draft202012Validator:
    """The published schema of the plan."""
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@settings(steady, max_examples=50)
@given(st.one_of(any_answers(), people()), st.sampled_from(["2024-06-30", "2025-12-31", TODAY, "2027-02-01"]))
def test_every_plan_fits_the_schema(answers: dict[str, Any], day: str) -> None:
    """Any valid answers, on any day, give a plan of the published shape whose parts point at each other."""
    plan = make_plan(english().case(read_answers(answers)[0], day), english())
    faults = [
        f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(json.loads(json.dumps(plan)))
    ]
    assert faults == []
    steps = {step["id"] for step in plan["steps"]}
    contacts = {contact["id"] for contact in plan["contacts"]}
    assert len(steps) == len(plan["steps"])
    assert {one for step in plan["steps"] for one in step["contacts"]} <= contacts
    assert {warning["id"] for warning in plan["warnings"]} == {step["id"] for step in plan["steps"] if step["urgent"]}
    for contact in plan["contacts"]:
        assert contact["confirmed"] == bool(contact["channels"])
        assert contact["confirmed"] or contact["instead"] != contact["id"]


def test_the_schema_is_valid_and_describes_every_key() -> None:
    """The schema follows draft 2020-12, forbids other keys, and says of every key what it means."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for name, part in {"plan": schema, **schema["$defs"]}.items():
        assert part["additionalProperties"] is False, name
        for key, value in part["properties"].items():
            described = value.get("description") or schema["$defs"][value["$ref"].split("/")[-1]]["description"]
            assert len(described) > 10, f"{name}.{key}"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("routes", 0, "verdict"), "maybe"),
        (("steps", 0, "why"), ""),
        (("points", "needed"), 5),
        (("as_of",), "22.11.2026"),
        (("surprise",), 1),
    ],
)
def test_the_schema_refuses_a_wrong_plan(path: tuple[Any, ...], value: Any) -> None:
    """A plan with a wrong value or a key too many does not fit."""
    case = english().case({"situation": "back_home", "nationality": "GH"}, TODAY)
    plan = json.loads(json.dumps(make_plan(case, english())))
    assert list(validator().iter_errors(plan)) == []
    part = plan
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    assert list(validator().iter_errors(plan)) != []
