"""Changes a declared route in every small way that could be a slip: nothing of it is written to a file."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.mutants.conditions import changed
from wizard.core.conditions import Condition
from wizard.core.requirements import ADDABLE, DECIDED, MUST, Requirement, Route, Variant

SLOTS = ("condition", "when", "waived", "possible")
ChangedRoute = tuple[str, Route]
ChangedRequirement = tuple[str, Requirement | None]


def changed_requirements(one: Requirement) -> Iterator[ChangedRequirement]:
    """Each slip in one requirement; None where it is left out."""
    yield f"{one.id}: left out", None
    if one.kind != DECIDED:
        other = ADDABLE if one.kind == MUST else MUST
        yield f"{one.id}: {other} instead of {one.kind}", _rebuilt(one, kind=other)
    for slot in SLOTS:
        condition = getattr(one, slot)
        if condition is None or (slot == "condition" and one.kind == DECIDED):
            continue
        if slot != "condition":
            yield f"{one.id}: without its {slot}", _rebuilt(one, **{slot: None})
        for name, mutated in changed(condition):
            yield f"{one.id}, {slot}: {name}", _rebuilt(one, **{slot: mutated})


def _rebuilt(one: Requirement, **new: Condition | str | None) -> Requirement:
    slots: dict[str, Any] = {slot: getattr(one, slot) for slot in SLOTS}
    slots |= {"kind": one.kind, "law": one.law, "gap": one.gap, "hard": one.hard, "text": one.text}
    return Requirement(one.id, figure=one.figure, **(slots | new))


def _changed_list(requirements: tuple[Requirement, ...]) -> Iterator[tuple[str, tuple[Requirement, ...]]]:
    for number, one in enumerate(requirements):
        for name, mutated in changed_requirements(one):
            middle = () if mutated is None else (mutated,)
            yield name, (*requirements[:number], *middle, *requirements[number + 1 :])


def _copy(route: Route, **new: object) -> Route:
    one = copy.copy(route)
    for slot, value in new.items():
        setattr(one, slot, value)
    return one


def _variant(variant: Variant, requirements: tuple[Requirement, ...]) -> Variant:
    return Variant(variant.id, *requirements, points=variant.points)


def changed_routes(route: Route) -> Iterator[ChangedRoute]:
    """Each slip in one route, without the general conditions."""
    for name, requirements in _changed_list(route.requirements):
        yield name, _copy(route, requirements=requirements)
    for number, variant in enumerate(route.variants):
        before, after = route.variants[:number], route.variants[number + 1 :]
        if len(route.variants) > 1:
            yield f"{variant.id}: left out", _copy(route, variants=before + after)
        if variant.points:
            plain = Variant(variant.id, *variant.requirements)
            yield f"{variant.id}: points not counted", _copy(route, variants=(*before, plain, *after))
        for name, requirements in _changed_list(variant.requirements):
            yield f"{variant.id}, {name}", _copy(route, variants=(*before, _variant(variant, requirements), *after))
    yield f"consent: {not route.consent}", _copy(route, consent=not route.consent)
    if route.closed_for_all:
        yield "closed for all: left out", _copy(route, closed_for_all=None)
    if route.suspended_until:
        yield "suspension: left out", _copy(route, suspended_until=None)
        for slot in ("suspended_since", "suspended_until"):
            for days in (-1, 1):
                day = date.fromisoformat(getattr(route, slot)) + timedelta(days)
                yield f"{slot}: {day}", _copy(route, **{slot: day.isoformat()})
