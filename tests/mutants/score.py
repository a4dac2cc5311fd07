"""Runs the cases from the law against changed rules, in memory, and says which changes no case notices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from tests.core.law_cases import LawCase
from tests.mutants.conditions import changed
from tests.mutants.routes import changed_requirements, changed_routes
from wizard.core import points, verdict
from wizard.core.answers import Answers, read_answers
from wizard.core.case import Case
from wizard.core.requirements import Requirement, Route
from wizard.core.routes.general import general_requirements
from wizard.core.routes.table import BY_ID, ROUTES
from wizard.core.verdict import judge


class Check(NamedTuple):
    """What one case says about one route."""

    answers: Answers
    day: str
    verdict: str | None
    way: str | None
    pending: tuple[str, ...] | None


class Score(NamedTuple):
    """Number of changed rules, and those that no case notices."""

    changes: int
    survivors: list[str]


def checks_of(cases: Sequence[LawCase], today: str) -> dict[str, list[Check]]:
    """Checks by route."""
    found: dict[str, list[Check]] = {route: [] for route in BY_ID}
    for case in cases:
        answers = Answers(read_answers(case["answers"])[0])
        pending: Mapping[str, list[str]] = case.get("pending", {})
        ways: Mapping[str, str] = case.get("way", {})
        for route in dict.fromkeys((*case["expect"], *ways, *pending)):
            waits = tuple(sorted(pending[route])) if route in pending else None
            found[route].append(Check(answers, case.get("as_of") or today, case["expect"].get(route), ways.get(route), waits))
    return found


def holds(check: Check, route: Route, figures: Mapping[str, Any]) -> bool:
    """True if the route gives what the case says."""
    judged = judge(route, Case(check.answers, check.day, figures))
    if check.verdict is not None and judged.verdict != check.verdict:
        return False
    if check.way is not None and judged.variant != check.way:
        return False
    return check.pending is None or pending_of(judged) == check.pending


def pending_of(judged: verdict.Judged) -> tuple[str, ...]:
    """Ids of what an authority still has to settle."""
    return tuple(sorted(one.requirement.id for one in judged.reasons if one.result == "pending"))


@contextmanager
def _general(changes: Mapping[str, tuple[Requirement, ...]]) -> Iterator[None]:
    """Other general conditions for the routes named."""
    uncached = general_requirements.__wrapped__
    with patch.object(verdict, "general_requirements", lambda route: changes.get(route.id) or uncached(route)):
        yield


def _noticed(routes: Sequence[Route], checks: Mapping[str, list[Check]], figures: Mapping[str, Any]) -> bool:
    return any(not holds(check, route, figures) for route in routes for check in checks[route.id])


def score_routes(checks: Mapping[str, list[Check]], figures: Mapping[str, Any]) -> Score:
    """The conditions of each route."""
    count, survivors = 0, []
    with _general({}):
        for route in ROUTES:
            for name, mutated in changed_routes(route):
                count += 1
                if not _noticed([mutated], checks, figures):
                    survivors.append(f"{route.id}: {name}")
    return Score(count, survivors)


def score_general(checks: Mapping[str, list[Check]], figures: Mapping[str, Any]) -> Score:
    """The general conditions: each changed for all routes, and each taken from or given to one route."""
    count, survivors = 0, []
    shared = {route.id: general_requirements(route) for route in ROUTES}
    known = list(dict.fromkeys(one for rows in shared.values() for one in rows))
    for one in known:
        users = [route for route in ROUTES if one in shared[route.id]]
        for name, mutated in changed_requirements(one):
            if mutated is None:
                continue
            count += 1
            rows = {
                route.id: tuple(mutated if row is one else row for row in shared[route.id]) for route in users
            }
            with _general(rows):
                if not _noticed(users, checks, figures):
                    survivors.append(f"general, {name}")
        for route in ROUTES:
            if route.closed_for_all:
                continue  # Closed before any condition is read.
            has = one in shared[route.id]
            rest = tuple(row for row in shared[route.id] if row is not one)
            count += 1
            with _general({route.id: rest if has else (*rest, one)}):
                if not _noticed([route], checks, figures):
                    survivors.append(f"{route.id}: general {one.id} {'left out' if has else 'added'}")
    return Score(count, survivors)


def _changed_rows() -> Iterator[tuple[str, tuple[Any, ...]]]:
    for number, (row, worth, group, condition) in enumerate(points.ROWS):
        before, after = points.ROWS[:number], points.ROWS[number + 1 :]
        yield f"row {row} left out", (*before, *after)
        for other in (worth - 1, worth + 1):
            yield f"row {row} brings {other}", (*before, (row, other, group, condition), *after)
        for other in dict.fromkeys(one for _, _, one, _ in points.ROWS):
            if other != group:
                yield f"row {row} in group {other or 'none'}", (*before, (row, worth, other, condition), *after)
        for name, mutated in changed(condition):
            yield f"row {row}: {name}", (*before, (row, worth, group, mutated), *after)


def score_points(checks: Mapping[str, list[Check]], figures: Mapping[str, Any]) -> Score:
    """The table of points and the number needed."""
    count, survivors = 0, []
    card = [BY_ID["opportunity_card"]]
    for name, rows in _changed_rows():
        count += 1
        with patch.object(points, "ROWS", rows):
            if not _noticed(card, checks, figures):
                survivors.append(f"points: {name}")
    for needed in (points.NEEDED - 1, points.NEEDED + 1):
        count += 1
        with patch.object(points, "NEEDED", needed):
            if not _noticed(card, checks, figures):
                survivors.append(f"points: {needed} needed to decide")
    return Score(count, survivors)
