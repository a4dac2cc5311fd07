"""Looks for a person whom a change of the rules would touch: people of the law cases with some answers changed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from tests.core.answer_space import values_of
from tests.mutants.score import Check, Figures, pending_of
from tests.mutants.slips import Slip, applied
from wizard.core.answers import Answers
from wizard.core.case import Case
from wizard.core.points import ROWS
from wizard.core.requirements import Route
from wizard.core.routes.general import general_requirements
from wizard.core.routes.table import BY_ID
from wizard.core.verdict import judge


def fields_of(route: Route) -> list[str]:
    """Fields that can turn the verdict."""
    rows = [*route.requirements, *general_requirements(route), *(r for v in route.variants for r in v.requirements)]
    found = {field for row in rows for field in row.fields()}
    found |= {field for row in rows if row.possible for field in row.possible.fields()}
    if any(variant.points for variant in route.variants):
        found |= {field for row in ROWS for field in row[3].fields()}
    return sorted(found - {"points_total"})


def _outcome(route: Route, answers: Answers, day: str, figures: Figures) -> tuple[Any, ...]:
    judged = judge(route, Case(answers, day, figures))
    if judged.verdict == "closed":
        return (judged.verdict,)  # Nobody goes on from here: what else would have to be settled is not part of it.
    return judged.verdict, judged.variant, pending_of(judged)


def touched(
    slip: Slip, checks: Mapping[str, Sequence[Check]], figures: Figures, tries: int
) -> tuple[dict[str, Any], Any, Any] | None:
    """Somebody for whom verdict, closest way or what is pending changes, with both outcomes; None if none is found."""
    dice = random.Random(slip.name)
    for changed in slip.routes:
        route = BY_ID[changed.id]
        fields = fields_of(route)
        people: list[tuple[Answers, str]] = []
        for _ in range(tries if checks[route.id] else 0):
            check = dice.choice(checks[route.id])
            given = dict(check.answers.given)
            for field in dice.sample(fields, min(len(fields), dice.randint(1, 5))):
                given[field] = dice.choice([None, *values_of(field)])
            people.append((Answers(given), check.day))
        before = [_outcome(route, answers, day, figures) for answers, day in people]
        with applied(slip):
            for (answers, day), old in zip(people, before, strict=True):
                new = _outcome(changed, answers, day, figures)
                if new != old:
                    return answers.given, old, new
    return None
