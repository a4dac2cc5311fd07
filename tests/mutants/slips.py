"""All small changes to the declared rules, each with the routes it touches. Nothing of it is written to a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from tests.mutants.conditions import changed
from tests.mutants.routes import changed_requirements, changed_routes
from wizard.core import points, verdict
from wizard.core.requirements import Requirement, Route
from wizard.core.routes.general import general_requirements, uncached_requirements
from wizard.core.routes.table import BY_ID, ROUTES


class Slip(NamedTuple):
    """One change: the routes to judge, and other general conditions or rows of points where those are changed."""

    name: str
    routes: list[Route]
    general: Mapping[str, tuple[Requirement, ...]] = {}
    rows: tuple[Any, ...] | None = None


@contextmanager
def applied(slip: Slip) -> Iterator[None]:
    """The rules with this change."""

    def general(route: Route) -> tuple[Requirement, ...]:
        return slip.general.get(route.id) or uncached_requirements(route)

    with (
        patch.object(verdict, "general_requirements", general),
        patch.object(points, "ROWS", slip.rows or points.ROWS),
    ):
        yield


def all_slips() -> Iterator[Slip]:
    """Every change of every route, general condition and row of points."""
    for route in ROUTES:
        for name, mutated in changed_routes(route):
            yield Slip(f"{route.id}: {name}", [mutated])
    yield from _general_slips()
    for name, rows in _changed_rows():
        yield Slip(f"points: {name}", [BY_ID["opportunity_card"]], rows=rows)


def _general_slips() -> Iterator[Slip]:
    """Each general condition changed for all routes, taken from one that has it, and given to one that has not."""
    shared = {route.id: general_requirements(route) for route in ROUTES}
    tried: set[str] = set()
    for one in dict.fromkeys(one for rows in shared.values() for one in rows):
        users = [route for route in ROUTES if one in shared[route.id]]
        where = "general," if len(users) > 1 else f"{users[0].id}: general"
        for name, mutated in changed_requirements(one):
            if mutated is not None:
                rows = {r.id: tuple(mutated if row is one else row for row in shared[r.id]) for r in users}
                yield Slip(f"{where} {name}", users, rows)
        for route in ROUTES:
            if route.closed_for_all:
                continue  # Closed before any condition is read.
            rest = tuple(row for row in shared[route.id] if row is not one)
            if one in shared[route.id]:
                yield Slip(f"{route.id}: general {one.id} left out", [route], {route.id: rest})
            elif one.id not in tried and not any(row.id == one.id for row in rest):
                yield Slip(f"{route.id}: general {one.id} added", [route], {route.id: (*rest, one)})
        tried.add(one.id)


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
