"""Three-valued conditions: True, False, or None for unknown. They are declared with a few words and explain themselves.

Every condition has `value(case)`, `fields()` (all fields it reads) and `open_fields(case)` (fields whose answer is
missing and could still decide it). A case is an object with `get(field)`, `answered(field)` and `parameter(ref)`.
"""

from __future__ import annotations

from wizard.core.fields import FIELDS, LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.core.case import Case
    from wizard.core.shapes import Any as AnyValue
    from wizard.core.shapes import Iterator, Truth, Value


class Parameter:
    """A dated figure of the facts, for example Parameter("blue_card_regular", "eur_year")."""

    __slots__ = ("key", "record")

    def __init__(self, record: str, key: str) -> None:
        self.record = record
        self.key = key

    def __repr__(self) -> str:
        return f"{self.record}.{self.key}"


def threshold(record: str, key: str = "eur_year") -> Parameter:
    """A dated figure of a threshold or fund record."""
    return Parameter(record, key)


class Condition:
    """What all conditions can do."""

    __slots__ = ()

    def value(self, case: Case) -> Truth:
        """True, False, or None while it is unknown."""
        raise NotImplementedError

    def fields(self) -> tuple[str, ...]:
        """All fields it reads."""
        raise NotImplementedError

    def open_fields(self, case: Case) -> set[str]:
        """Fields without an answer that could still decide it."""
        raise NotImplementedError

    def tests(self) -> Iterator[Test]:
        """The single comparisons it is made of."""
        raise NotImplementedError


class Test(Condition):
    """One field compared with one value."""

    __slots__ = ("compare", "field", "operand", "word")

    def __init__(self, field: str, word: str, operand: AnyValue, compare: Callable[[AnyValue, AnyValue], bool]) -> None:
        if field not in FIELDS:
            raise KeyError(f"A rule uses the field `{field}`, which is not in wizard/core/fields.py.")
        self.field = field
        self.word = word
        self.operand = operand
        self.compare = compare

    def value(self, case: Case) -> Truth:
        answer = case.get(self.field)
        if answer is None:
            return None
        operand = self.operand
        if isinstance(operand, Parameter):
            operand = case.parameter(operand)
            if operand is None:
                return None
        return self.compare(answer, operand)

    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def open_fields(self, case: Case) -> set[str]:
        return {self.field} if self.value(case) is None and case.get(self.field) is None else set()

    def tests(self) -> Iterator[Test]:
        yield self

    def __repr__(self) -> str:
        return f"{self.field} {self.word} {self.operand!r}"


class _Group(Condition):
    __slots__ = ("parts",)

    def __init__(self, *parts: Condition) -> None:
        self.parts = parts

    def fields(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(field for part in self.parts for field in part.fields()))

    def tests(self) -> Iterator[Test]:
        for part in self.parts:
            yield from part.tests()

    def open_fields(self, case: Case) -> set[str]:
        if self.value(case) is not None:
            return set()
        found: set[str] = set()
        for part in self.parts:
            found |= part.open_fields(case)
        return found

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(repr(part) for part in self.parts)})"


class All(_Group):
    """Holds if every part holds."""

    __slots__ = ()

    def value(self, case: Case) -> Truth:
        result: Truth = True
        for part in self.parts:
            one = part.value(case)
            if one is False:
                return False
            if one is None:
                result = None
        return result


class Any(_Group):
    """Holds if one part holds."""

    __slots__ = ()

    def value(self, case: Case) -> Truth:
        result: Truth = False
        for part in self.parts:
            one = part.value(case)
            if one is True:
                return True
            if one is None:
                result = None
        return result


class Not(_Group):
    """Holds if its part does not."""

    __slots__ = ()

    def value(self, case: Case) -> Truth:
        one = self.parts[0].value(case)
        return None if one is None else not one


class Said(_Group):
    """Holds only if the person gave this answer: "I don't know" and "not asked" count as not said, never as unknown."""

    __slots__ = ("answer", "field")

    def __init__(self, field: str, answer: Value) -> None:
        super().__init__()
        self.field = field
        self.answer = answer

    def value(self, case: Case) -> Truth:
        return case.get(self.field) == self.answer and case.get(self.field) is not None

    def fields(self) -> tuple[str, ...]:
        return (self.field,)


class Told(_Group):
    """Holds if the person answered the question, whatever the answer; never unknown."""

    __slots__ = ("field",)

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field

    def value(self, case: Case) -> Truth:
        return case.get(self.field) is not None

    def fields(self) -> tuple[str, ...]:
        return (self.field,)


ALWAYS = All()


def all_of(*conditions: Condition) -> Condition:
    """Every one of them."""
    return All(*conditions)


def any_of(*conditions: Condition) -> Condition:
    """One of them is enough."""
    return Any(*conditions)


def unless(condition: Condition) -> Condition:
    """The contrary."""
    return Not(condition)


def said(field: str, answer: Value) -> Condition:
    """The person gave this answer; never unknown."""
    return Said(field, answer)


def told(field: str) -> Condition:
    """The person answered this question; never unknown."""
    return Told(field)


def said_yes(field: str) -> Condition:
    """The person said yes; never unknown."""
    return Said(field, True)


def said_no(field: str) -> Condition:
    """The person said no; never unknown."""
    return Said(field, False)


def is_true(field: str) -> Condition:
    """A yes-or-no field is yes."""
    return Test(field, "is", True, lambda answer, operand: answer is operand)


def is_false(field: str) -> Condition:
    """A yes-or-no field is no."""
    return Test(field, "is", False, lambda answer, operand: answer is operand)


def still_open(field: str) -> Condition:
    """Unknown while the field has no answer, then no: for what is shown only until somebody knows."""
    return one_of(field)


def equals(field: str, value: Value) -> Condition:
    """The answer is this value."""
    return Test(field, "is", value, lambda answer, operand: answer == operand)


def one_of(field: str, *values: Value) -> Condition:
    """The answer is one of these values."""
    return Test(field, "one_of", values, lambda answer, operand: answer in operand)


def none_of(field: str, *values: Value) -> Condition:
    """The answer is none of these values."""
    return Test(field, "none_of", values, lambda answer, operand: answer not in operand)


def includes(field: str, value: str) -> Condition:
    """The set of several answers holds `value`."""
    return Test(field, "includes", value, lambda answer, operand: operand in answer)


def at_least(field: str, value: AnyValue) -> Condition:
    """At least this number, level, day or dated figure."""
    if FIELDS[field][0] == "level":
        return Test(field, "at_least", value, lambda answer, operand: LEVELS.index(answer) >= LEVELS.index(operand))
    return Test(field, "at_least", value, lambda answer, operand: answer >= operand)


def at_most(field: str, value: AnyValue) -> Condition:
    """At most this number."""
    return Test(field, "at_most", value, lambda answer, operand: answer <= operand)


def below(field: str, value: AnyValue) -> Condition:
    """Less than this number."""
    return Test(field, "below", value, lambda answer, operand: answer < operand)


def above(field: str, value: AnyValue) -> Condition:
    """More than this number."""
    return Test(field, "above", value, lambda answer, operand: answer > operand)


def begins_with(field: str, *prefixes: str) -> Condition:
    """ISCO-08 code in one of the groups. A code shorter than a group's may or may not lie in it."""
    return _Isco(field, "begins_with", prefixes, _in_group)


def _in_group(code: AnyValue, prefixes: AnyValue) -> bool:
    return any(code.startswith(prefix) for prefix in prefixes)


class _Isco(Test):
    __slots__ = ()

    def value(self, case: Case) -> Truth:
        code = case.get(self.field)
        if code is None:
            return None
        if self.compare(code, self.operand):
            return True
        return None if any(prefix.startswith(str(code)) for prefix in self.operand) else False

    def open_fields(self, case: Case) -> set[str]:
        return {self.field} if self.value(case) is None else set()
