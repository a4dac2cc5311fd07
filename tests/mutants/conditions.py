"""Changes a condition of a rule in every small way that could be a slip: another number, value, word or group."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any as AnyValue

from wizard.core.conditions import All, Condition, Not, Parameter, Said, Test, _Group
from wizard.core.conditions import Any as AnyOf
from wizard.core.fields import FIELDS, LEVELS

Change = tuple[str, Condition]
# A limit that counts its own value, and the same limit that does not.
STRICT: dict[str, Callable[[AnyValue, AnyValue], bool]] = {
    "at_least": lambda answer, operand: answer > operand,
    "at_most": lambda answer, operand: answer < operand,
    "below": lambda answer, operand: answer <= operand,
    "above": lambda answer, operand: answer >= operand,
}


def changed(condition: Condition) -> Iterator[Change]:
    """Each slip as a short description and the condition with it."""
    if isinstance(condition, Test):
        yield from _test(condition)
        yield f"not ({condition!r})", Not(condition)
    elif isinstance(condition, Said):
        yield f"never said ({condition.field})", AnyOf()
        yield f"said anything else ({condition.field})", Not(condition)
    elif isinstance(condition, _Group) and condition.parts:
        yield from _group(condition)


def _group(group: _Group) -> Iterator[Change]:
    parts = group.parts
    if isinstance(group, Not):
        yield f"without not: {parts[0]!r}", parts[0]
    elif len(parts) > 1:
        other = AnyOf if isinstance(group, All) else All
        yield f"{other.__name__} instead of {group!r}", other(*parts)
        for number, part in enumerate(parts):
            rest = parts[:number] + parts[number + 1 :]
            yield f"{type(group).__name__} without {part!r}", type(group)(*rest)
    for number, part in enumerate(parts):
        for name, one in changed(part):
            yield name, type(group)(*parts[:number], one, *parts[number + 1 :])


def _with(test: Test, operand: AnyValue, compare: Callable[[AnyValue, AnyValue], bool] | None = None) -> Test:
    one = copy.copy(test)
    one.operand = operand
    one.compare = compare or test.compare
    return one


def _moved(test: Test, step: float) -> Test:
    """The same limit, higher by a step; a dated figure keeps its dates."""
    original = test.compare
    return _with(test, test.operand, lambda answer, operand: original(answer, operand + step))


def _test(test: Test) -> Iterator[Change]:
    operand: AnyValue = test.operand
    kind, allowed = FIELDS[test.field]
    if test.word == "begins_with":
        yield from _groups_of_work(test)
    elif test.word in ("one_of", "none_of"):
        for value in operand:
            yield f"{test.field} {test.word} without {value}", _with(test, tuple(v for v in operand if v != value))
        values = allowed if kind == "enum" else ("DE", "TR") if kind == "country" else ()
        for value in values:
            if value not in operand and value != "unknown":
                yield f"{test.field} {test.word} also {value}", _with(test, (*operand, value))
    elif test.word == "is" and kind == "enum":
        for value in allowed:
            if value != operand:
                yield f"{test.field} is {value} instead of {operand}", _with(test, value)
    elif test.word == "is" and kind == "level":
        for value in _steps(operand):
            yield f"{test.field} is {value} instead of {operand}", _with(test, value)
    elif test.word in STRICT and kind == "level":
        for value in _steps(operand):
            yield f"{test.field} {test.word} {value} instead of {operand}", _with(test, value)
    elif test.word in STRICT:
        yield f"{test!r} the other side of its own value", _with(test, operand, STRICT[test.word])
        if kind == "date":
            for days in (-1, 1):
                day = (date.fromisoformat(operand) + timedelta(days)).isoformat()
                yield f"{test.field} {test.word} {day} instead of {operand}", _with(test, day)
        else:
            for step in (-1, 1):
                yield f"{test!r} moved by {step}", _moved(test, step)
            if isinstance(operand, Parameter):
                for step in (-0.01, 0.01):
                    yield f"{test!r} moved by {step}", _moved(test, step)


def _steps(level: str) -> list[str]:
    place = LEVELS.index(level)
    return [LEVELS[one] for one in (place - 1, place + 1) if 0 <= one < len(LEVELS)]


def _groups_of_work(test: Test) -> Iterator[Change]:
    for group in test.operand:
        rest = tuple(one for one in test.operand if one != group)
        yield f"{test.field} without group {group}", _with(test, rest)
        for other in (str(int(group) - 1), str(int(group) + 1)):
            if other not in rest:
                yield f"{test.field} group {other} instead of {group}", _with(test, (*rest, other))
                yield f"{test.field} also group {other}", _with(test, (*test.operand, other))
