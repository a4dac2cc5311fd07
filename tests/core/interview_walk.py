"""Walks of the interview: every path, counted without visiting equal futures twice.

Answers that no rule, step or gate can tell apart are one branch, counted as often as there are such answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

from tests.conftest import TODAY
from tests.core.answer_space import values_of
from wizard.core import points
from wizard.core.answers import Answers
from wizard.core.case import Case
from wizard.core.data import Data
from wizard.core.fields import FIELDS
from wizard.core.interview import GATES, ORDER, next_question
from wizard.core.plan import country_of
from wizard.core.routes.general import general_requirements
from wizard.core.routes.goals import ASKED_IF, GOALS, asked_routes
from wizard.core.routes.table import ROUTES
from wizard.core.steps.table import BY_SITUATION
from wizard.core.verdict import CLOSED, OPEN, judge

Given = dict[str, Any]
ABROAD = "thinking_of_leaving"
# All choices of goals are 127: each goal alone, all together, and "I don't know" reach every question.
SOME_GOALS: list[list[str] | None] = [*([goal] for goal in GOALS), list(GOALS), None]


def _rules(situation: str, goals: tuple[str, ...]) -> Iterator[Any]:
    """Every condition of steps and routes that the interview of a situation reads for these goals."""
    yield from (step.when for step in BY_SITUATION[situation])
    if situation != ABROAD:
        return
    yield from (row[3] for row in points.ROWS if "work" in goals)
    yield from (ASKED_IF[goal] for goal in ASKED_IF if "work" in goals)
    for route in ROUTES:
        if not any(route.id in GOALS[goal] for goal in goals):
            continue
        requirements = [*route.requirements, *general_requirements(route)]
        requirements += [one for variant in route.variants for one in variant.requirements]
        for one in requirements:
            yield from (part for part in (one.effective, one.possible, one.when) if part is not None)


@cache
def tests_of(situation: str, goals: tuple[str, ...]) -> dict[str, list[Any]]:
    """The smallest tests of each field, in rules and in the gates of the questions these rules ask."""
    rules = list(_rules(situation, goals))
    asked = {field for rule in rules for field in rule.fields()}
    found: dict[str, list[Any]] = {}
    for condition in (*rules, *(gate for field, gate in GATES.items() if field in asked)):
        for test in condition.tests():
            found.setdefault(test.field, []).append(test)
    return found


class Walk:
    """The interview of one situation on the real facts. `goals`: only those a visitor of the walk may name."""

    def __init__(self, data: Data, situation: str, goals: tuple[str, ...] = tuple(GOALS)) -> None:
        self.data = data
        self.goals = goals
        self.situation = situation
        self.figures = data.figures()
        self.steps = BY_SITUATION[situation]
        self._step_tests = [list(step.when.tests()) for step in self.steps]
        self._gates = {f: (gate, list(gate.tests())) for f, gate in GATES.items() if f in ORDER[situation]}
        self._known: dict[Any, tuple[Counter[int], int]] = {}
        self._branches: dict[tuple[str, str], list[tuple[Any, int]]] = {}

    def case(self, given: Given) -> Case:
        """The case for these answers."""
        return Case(Answers(given), TODAY, self.figures)

    def country(self, given: Given) -> str:
        """Country the plan names, or nothing."""
        return country_of(self.case(given)) or ""

    def next(self, given: Given) -> str | None:
        """Field of the next question."""
        return next_question(self.case(given), self.data)

    def branches(self, field: str, country: str) -> list[tuple[Any, int]]:
        """One answer of each kind that can be told apart, with the number of answers of that kind; null too."""
        key = (field, country if field == "place" else "")
        if key not in self._branches:
            self._branches[key] = self._grouped(field, country)
        return self._branches[key]

    def _grouped(self, field: str, country: str) -> list[tuple[Any, int]]:
        if field == "place":
            places = self.data.places.get(country, ())
            return [(places[0], len(places)), (None, 1)]
        if field == "nationality":
            return [(value, 1) for value in [*values_of(field), None]]
        if field == "goals":
            return [(value, 1) for value in SOME_GOALS]
        values = all_needs() if field == "needs" else values_of(field)
        groups: dict[tuple[Any, ...], list[Any]] = {}
        tests = tests_of(self.situation, self.goals).get(field, ())
        for value in values:
            alone = Case(Answers({field: value}, assume=False), TODAY, self.figures)
            groups.setdefault(tuple(test.value(alone) for test in tests), []).append(value)
        return [*((group[0], len(group)) for group in groups.values()), (None, 1)]

    def _future(self, given: Given, case: Case, country: str) -> tuple[Any, int]:
        """What can still matter (undecided steps and gates, with what they have read so far), and the decided steps."""
        rows: list[Any] = [frozenset(given), len(self.data.places.get(country, ()))]
        if self.situation == ABROAD:
            rows += self._routes(case, frozenset(field for field in given if given[field] is not None))
        decided = 0
        for bit, (step, tests) in enumerate(zip(self.steps, self._step_tests, strict=True)):
            value = step.when.value(case) if not step.countries or country in step.countries else False
            if value is None:
                rows.append(tuple(test.value(case) for test in tests))
            else:
                decided |= 1 << bit
        for field, (gate, tests) in self._gates.items():
            if field not in given:
                value = gate.value(case)
                rows.append(tuple(test.value(case) for test in tests) if value is None else value)
        return (tuple(rows), decided), decided

    def _routes(self, case: Case, answered: frozenset[str]) -> Iterator[Any]:
        """What the routes asked about can still read: of each undecided requirement, what its tests read."""
        yield repr(case.get("goals"))
        # The field of work says which routes are asked about, and on which way a licence is needed.
        yield case.get("qualification_isco08"), case.get("occupation_isco08")
        for route in asked_routes(case):
            judged = judge(route, case)
            if judged.verdict in (OPEN, CLOSED):
                yield route.id, judged.verdict
                continue
            yield route.id, answered if len(judged.variants) > 1 else None
            for verdict, reasons, points_count in judged.variants:
                if verdict == CLOSED:
                    yield CLOSED
                    continue
                for reason in reasons:
                    one = reason.requirement
                    parts = [one.effective, *([one.possible] if one.possible is not None else [])]
                    read = tuple(test.value(case) for part in parts for test in part.tests())
                    yield (reason.result, reason.result != "unknown" or read, one.possible is not None and read)
                if points_count:
                    yield tuple(test.value(case) for row in points.ROWS for test in row[3].tests())

    def _shown(self, case: Case, country: str, bits: int) -> int:
        """Those of these steps that belong to the plan, one bit each."""
        return sum(1 << bit for bit, step in enumerate(self.steps) if bits >> bit & 1 and step.belongs(case, country))

    def all_paths(self, given: Given) -> tuple[Counter[int], int]:
        """From these answers on: paths by number of questions, and the steps that all of them end with."""
        case = Case(Answers(given, assume=False), TODAY, self.figures)
        country = country_of(case) or ""
        field = next_question(case, self.data)
        if field is None:
            return Counter({0: 1}), self._shown(self.case(given), country, -1)
        assert field not in given, f"`{field}` is asked although it is answered: {given}"
        key, decided = self._future(given, case, country)
        if key not in self._known:
            lengths: Counter[int] = Counter()
            always = -1
            for value, times in self.branches(field, country):
                below, steps = self.all_paths(given | {field: value})
                lengths.update({length + 1: count * times for length, count in below.items()})
                always &= steps
            self._known[key] = lengths, always & ~decided
        lengths, always = self._known[key]
        return lengths, always | self._shown(case, country, decided)

    def near_paths(self, person: Given, given: Given, changes: int) -> Iterator[tuple[Given, int]]:
        """Ends of all paths with at most `changes` answers unlike the person's, and how many paths they are.

        The goals stay: there are people for each of them, and test_goals.py walks the others.
        """
        field = self.next(given)
        if field is None:
            yield given, 1
            return
        assert field not in given, f"`{field}` is asked although it is known: {given}"
        own = person.get(field)
        yield from self.near_paths(person, given | {field: own}, changes)
        if changes and field != "goals":
            for value, times in self.branches(field, self.country(given)):
                if value != own:
                    for end, count in self.near_paths(person, given | {field: value}, changes - 1):
                        yield end, count * times


@cache
def all_needs() -> list[list[str]]:
    """Every choice of needs, the empty one too."""
    kinds = FIELDS["needs"][1]
    return [list(some) for size in range(len(kinds) + 1) for some in combinations(kinds, size)]
