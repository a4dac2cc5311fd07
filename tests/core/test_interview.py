"""The interview: every path ends, in steps and a confirmed contact, and asks nothing twice and nothing idle."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from functools import cache
from typing import Any

import pytest

from tests.conftest import TODAY, MakePlan, Report
from tests.core.interview_walk import Given, Walk
from tests.core.people import PEOPLE
from wizard.core import contacts
from wizard.core.data import Data
from wizard.core.fields import COUNTRIES, FIELDS, NOT_ASKED
from wizard.core.interview import GATES, ORDER, head, needed
from wizard.core.plan import make_plan
from wizard.core.steps.table import BY_SITUATION

SITUATIONS = tuple(FIELDS["situation"][1])
ABROAD = "thinking_of_leaving"


@cache
def _confirmed(data: Data, situation: str) -> dict[str, frozenset[str]]:
    """For each country the steps that lead to a confirmed contact: their own, or the one named in place of it."""
    found: dict[str, frozenset[str]] = {}
    for country in COUNTRIES:
        plan = make_plan(data.case({"situation": situation, "nationality": country}, TODAY), data)
        reachable = {contact["id"] for contact in plan["contacts"] if contact["confirmed"] or contact["instead"]}
        found[country] = frozenset(step["id"] for step in plan["steps"] if reachable & set(step["contacts"]))
    return found


@pytest.mark.parametrize("situation", [s for s in SITUATIONS if s != ABROAD])
def test_every_path_ends_in_steps_and_a_confirmed_contact(situation: str, data: Data, report: Report) -> None:
    """All paths for people in Germany and back home, all countries: each ends in steps with a contact to reach."""
    lengths: Counter[int] = Counter()
    for country in COUNTRIES:
        walk = Walk(data, situation)
        found, always = walk.all_paths({"situation": situation, "nationality": country})
        lengths.update({questions + 1: count for questions, count in found.items()})
        steps = {step.id for bit, step in enumerate(walk.steps) if always >> bit & 1}
        assert steps, country
        assert steps & _confirmed(data, situation)[country], f"{country}: no confirmed contact"
    _print_lengths(situation, lengths, report)


@pytest.mark.parametrize("situation", [s for s in SITUATIONS if s != ABROAD])
def test_a_path_without_nationality_ends_too(situation: str, data: Data, plan: MakePlan) -> None:
    """Who does not say the passport gets steps and a contact to reach as well."""
    walk = Walk(data, situation)
    lengths, always = walk.all_paths({"situation": situation, "nationality": None})
    assert sum(lengths.values()) > 100
    assert always
    made = plan({"situation": situation, "nationality": None})
    assert any(contact["confirmed"] for contact in made["contacts"])


@pytest.mark.parametrize("person", PEOPLE)
def test_paths_near_a_person_end_in_steps_and_a_contact(
    person: str, data: Data, plan: MakePlan, report: Report
) -> None:
    """For people who think of leaving: all paths near a person's own end, with steps and a contact to reach."""
    changes, answers = PEOPLE[person]
    walk = Walk(data, ABROAD)
    lengths: Counter[int] = Counter()
    confirmed = _confirmed(data, ABROAD)
    ends = list(walk.near_paths(answers, {"situation": ABROAD}, changes))
    for end, count in ends:
        lengths[len(end) - 1] += count
        country = walk.country(end)
        case = walk.case(end)
        steps = {step.id for step in walk.steps if step.belongs(case, country)}
        assert steps, end
        assert not country or steps & confirmed[country], end
    for end, _ in random.Random(5).sample(ends, 25):
        made = plan(end)
        assert made["steps"], end
        assert any(contact["confirmed"] for contact in made["contacts"]), end
    _print_lengths(f"{ABROAD}, {person}", lengths, report)


def _print_lengths(what: str, lengths: Counter[int], report: Report) -> None:
    total = sum(lengths.values())
    half = list(itertools.accumulate(lengths[n] for n in sorted(lengths)))
    median = next(n for n, upto in zip(sorted(lengths), half, strict=True) if 2 * upto >= total)
    line = f"Interview, {what}: {total:,} paths, median {median} questions, at most {max(lengths)}."
    print(line)
    report(line)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_head_questions_come_first_whatever_the_answers(situation: str, data: Data) -> None:
    """The page asks the head questions before Python is there, so no answer may change them."""
    walk = Walk(data, situation)
    fields = head(situation)
    assert fields == list(ORDER[situation][: len(fields)])
    assert len(fields) >= 2
    chance = random.Random(11)
    for _ in range(300):
        given: Given = {"situation": situation}
        for field in fields:
            assert walk.next(given) == field, given
            given[field] = chance.choice(walk.branches(field, walk.country(given)))[0]


def test_first_question_is_the_situation(data: Data) -> None:
    """Without a situation it is asked for; who does not know it is asked nothing more."""
    walk = Walk(data, ABROAD)
    assert walk.next({}) == "situation"
    assert walk.next({"for_whom": "other"}) == "situation"
    assert walk.next({"situation": None}) is None


def test_every_question_is_one_we_may_ask() -> None:
    """No result of a procedure is asked, no question stands twice in an order, every gate belongs to a question."""
    for situation, fields in ORDER.items():
        assert len(fields) == len(set(fields)), situation
        assert not set(fields) & set(NOT_ASKED), situation
        assert set(fields) <= set(FIELDS), situation
    assert set(GATES) <= {field for fields in ORDER.values() for field in fields}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_question_is_asked_on_some_path(situation: str, data: Data) -> None:
    """No question of an order is dead."""
    walk = Walk(data, situation)
    asked: set[str] = set()
    people = [answers for _, answers in PEOPLE.values()] if situation == ABROAD else [{"nationality": "GH"}]
    for person in people:
        for end, _ in walk.near_paths(person, {"situation": situation}, 1):
            asked |= set(end)
    assert set(ORDER[situation]) - asked == set()


def _seen(plan: dict[str, Any]) -> str:
    """What a visitor sees of a plan: steps with their facts and contacts, and for people abroad verdicts and points."""
    steps = [(step["id"], step["contacts"], step["records"]) for step in plan["steps"]]
    if plan["situation"] != ABROAD:
        return repr(steps)
    routes = [(route["id"], route["verdict"], [one["rule"] for one in route["missing"]]) for route in plan["routes"]]
    return repr((steps, routes, plan["points"]))


def _idle_questions(situation: str, data: Data, paths: int) -> set[tuple[str, str]]:
    """(country, field) of questions whose answer changed nothing on a sample of paths, whatever came after.

    For people abroad the rules are the same in all countries, so only the field counts."""
    walk = Walk(data, situation)
    chance = random.Random(7)
    idle: set[tuple[str, str]] = set()
    useful: set[tuple[str, str]] = set()
    people = [answers for _, answers in PEOPLE.values()] if situation == ABROAD else []
    for turn in range(paths):
        person = people[turn] if turn < len(people) else {}
        given: Given = {"situation": situation}
        path: list[tuple[str, Given]] = []
        while (field := walk.next(given)) is not None:
            path.append((field, dict(given)))
            random_answer = COUNTRIES[turn % 13] if field == "nationality" else _any(walk, field, given, chance)
            given[field] = person.get(field, random_answer)
        for field, before in path:
            key = ("" if situation == ABROAD else walk.country(before), field)
            if key not in useful:
                later = {one: value for one, value in given.items() if one not in before and one != field}
                changes = any(_changes(walk, field, before | rest) for rest in ({}, later))
                (useful if changes else idle).add(key)
    return idle - useful


def _changes(walk: Walk, field: str, given: Given) -> bool:
    country = walk.country(given)
    values = [*walk.data.places[country], None] if field == "place" else [v for v, _ in walk.branches(field, country)]
    if len(values) > 8:
        values = [*values[:3], *values[-3:]]
    plans = (make_plan(walk.data.case(given | {field: value}, TODAY), walk.data) for value in values)
    return len({_seen(plan) for plan in plans}) > 1


def _any(walk: Walk, field: str, given: Given, chance: random.Random) -> Any:
    return chance.choice(walk.branches(field, walk.country(given)))[0]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_question_is_idle(situation: str, data: Data) -> None:
    """Where a question is asked, at least one pair of its answers leads to another plan (checked on a sample)."""
    idle = _idle_questions(situation, data, 52)
    assert idle == set()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_is_asked_is_not_decided(situation: str, data: Data) -> None:
    """`needed` never names a field that is answered, even with "I don't know"."""
    walk = Walk(data, situation)
    chance = random.Random(3)
    for _ in range(60):
        given: Given = {"situation": situation}
        while (field := walk.next(given)) is not None:
            rest = needed(walk.case(given), data.places.get(walk.country(given), ()))
            assert rest[0] == field
            assert not set(rest) & set(given)
            given[field] = chance.choice([None, _any(walk, field, given, chance)])


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_place_keeps_a_confirmed_contact(situation: str, country: str, data: Data, plan: MakePlan) -> None:
    """Choosing any town never loses the contact one can reach, and never names an office that does not work."""
    for place in data.places[country]:
        made = plan({"situation": situation, "nationality": country, "place": place})
        assert any(contact["confirmed"] for contact in made["contacts"]), place
        assert not {contact["state"] for contact in made["contacts"]} & {"ended", "suspended", "planned"}, place


def test_every_step_is_reached_somewhere(data: Data) -> None:
    """Each step of each situation is in the plan of some country; a step nobody can reach is dead text."""
    everything = {
        "needs": list(FIELDS["needs"][1]),
        "trafficking_or_violence": True,
        "minor_alone": True,
        "children_with_me": True,
        "serious_illness": True,
        "entry_ban": "running",
        "valid_passport": False,
        "age": 17,
        "previous_stay_as_asylum_seeker_or_tolerated": True,
        "tolerated_for_training_or_work": True,
        "qualification_isco08": "322",
    }
    for situation, steps in BY_SITUATION.items():
        reached: set[str] = set()
        for country in COUNTRIES:
            for status in (None, *FIELDS["asylum_status"][1][:-1]):
                for deadline in (None, "running", "passed"):
                    answers = everything | {"asylum_status": status, "departure_deadline": deadline}
                    for minor in (True, False):
                        who = {"situation": situation, "nationality": country, "minor_alone": minor}
                        case = data.case(answers | who, TODAY)
                        reached |= {step.id for step in steps if step.belongs(case, country)}
        assert {step.id for step in steps} - reached == set(), situation


def test_contacts_without_a_way_name_another(data: Data) -> None:
    """Where an office has no confirmed way to reach it, another one of the country is named that has."""
    for country in COUNTRIES:
        local = [
            r for r in data.records.values() if r["kind"] in ("centre", "contact") and r.get("countries") == [country]
        ]
        assert any(contacts.reachable(record) for record in local), country
        for record in local:
            if not contacts.reachable(record):
                other = contacts.instead(record, local)
                assert other is not None, record["id"]
                assert other != record["id"]
                assert contacts.reachable(data.records[other]), record["id"]
