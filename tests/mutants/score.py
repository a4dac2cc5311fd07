"""Runs the cases from the law against changed rules, in memory, and finds the changes that no case notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tests.core.law_cases import LawCase
from tests.mutants.slips import Slip, applied
from wizard.core.answers import Answers, read_answers
from wizard.core.case import Case
from wizard.core.requirements import Route
from wizard.core.routes.table import BY_ID
from wizard.core.verdict import Judged, judge

Figures = Mapping[str, Any]


class Check(NamedTuple):
    """What one case says about one route; None where it says nothing."""

    answers: Answers
    day: str
    verdict: str | None
    way: str | None
    pending: tuple[str, ...] | None


def checks_of(cases: Sequence[LawCase], today: str) -> dict[str, list[Check]]:
    """Checks by route."""
    found: dict[str, list[Check]] = {route: [] for route in BY_ID}
    for case in cases:
        answers = Answers(read_answers(case["answers"])[0])
        ways, pending = case.get("way", {}), case.get("pending", {})
        for route in dict.fromkeys((*case["expect"], *ways, *pending)):
            waits = tuple(sorted(pending[route])) if route in pending else None
            check = Check(answers, case.get("as_of") or today, case["expect"].get(route), ways.get(route), waits)
            found[route].append(check)
    return found


def pending_of(judged: Judged) -> tuple[str, ...]:
    """Ids of what an authority still has to settle."""
    return tuple(sorted(one.requirement.id for one in judged.reasons if one.result == "pending"))


def holds(check: Check, route: Route, figures: Figures) -> bool:
    """True if the route gives what the case says."""
    judged = judge(route, Case(check.answers, check.day, figures))
    return (
        (check.verdict is None or judged.verdict == check.verdict)
        and (check.way is None or judged.variant == check.way)
        and (check.pending is None or pending_of(judged) == check.pending)
    )


def noticed(slip: Slip, checks: Mapping[str, Sequence[Check]], figures: Figures) -> bool:
    """True if a case fails with this change."""
    with applied(slip):
        return any(not holds(check, route, figures) for route in slip.routes for check in checks[route.id])
