"""Three-valued conditions: True, False, or None for unknown. They are declared with a few words and explain themselves.

Every condition has `value(case)`, `fields()` (all fields it reads) and `open_fields(case)` (fields whose answer is
missing and could still decide it). A case is an object with `get(field)`, `answered(field)` and `parameter(ref)`.
"""

from wizard.core.fields import FIELDS, LEVELS


class Parameter:
    """A dated figure of the facts, for example Parameter("blue_card_regular", "eur_year")."""

    __slots__ = ("key", "record")

    def __init__(self, record, key):
        self.record = record
        self.key = key

    def __repr__(self):
        return f"{self.record}.{self.key}"


def threshold(record, key="eur_year"):
    return Parameter(record, key)


class Test:
    """One field compared with one value."""

    __slots__ = ("compare", "field", "operand", "word")

    def __init__(self, field, word, operand, compare):
        if field not in FIELDS:
            raise KeyError(f"A rule uses the field `{field}`, which is not in wizard/core/fields.py.")
        self.field = field
        self.word = word
        self.operand = operand
        self.compare = compare

    def value(self, case):
        answer = case.get(self.field)
        if answer is None:
            return None
        operand = self.operand
        if isinstance(operand, Parameter):
            operand = case.parameter(operand)
            if operand is None:
                return None
        return self.compare(answer, operand)

    def fields(self):
        return (self.field,)

    def open_fields(self, case):
        return {self.field} if self.value(case) is None and case.get(self.field) is None else set()

    def tests(self):
        yield self

    def __repr__(self):
        return f"{self.field} {self.word} {self.operand!r}"


class _Group:
    __slots__ = ("parts",)

    def __init__(self, *parts):
        self.parts = parts

    def fields(self):
        return tuple(dict.fromkeys(field for part in self.parts for field in part.fields()))

    def tests(self):
        for part in self.parts:
            yield from part.tests()

    def open_fields(self, case):
        if self.value(case) is not None:
            return set()
        found = set()
        for part in self.parts:
            found |= part.open_fields(case)
        return found

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(repr(part) for part in self.parts)})"


class All(_Group):
    """Holds if every part holds."""

    __slots__ = ()

    def value(self, case):
        result = True
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

    def value(self, case):
        result = False
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

    def value(self, case):
        one = self.parts[0].value(case)
        return None if one is None else not one


class SaidYes(_Group):
    """Holds only if the person said yes: "I don't know" and "not asked" count as no, never as unknown."""

    __slots__ = ("field",)

    def __init__(self, field):
        super().__init__()
        self.field = field

    def value(self, case):
        return case.get(self.field) is True

    def fields(self):
        return (self.field,)


ALWAYS = All()


def all_of(*conditions):
    return All(*conditions)


def any_of(*conditions):
    return Any(*conditions)


def unless(condition):
    return Not(condition)


def said_yes(field):
    return SaidYes(field)


def is_true(field):
    return Test(field, "is", True, lambda answer, operand: answer is operand)


def is_false(field):
    return Test(field, "is", False, lambda answer, operand: answer is operand)


def still_open(field):
    """Unknown while the field has no answer, then no: for what is shown only until somebody knows."""
    return one_of(field)


def equals(field, value):
    return Test(field, "is", value, lambda answer, operand: answer == operand)


def one_of(field, *values):
    return Test(field, "one_of", values, lambda answer, operand: answer in operand)


def none_of(field, *values):
    return Test(field, "none_of", values, lambda answer, operand: answer not in operand)


def includes(field, value):
    """The set of several answers holds `value`."""
    return Test(field, "includes", value, lambda answer, operand: operand in answer)


def at_least(field, value):
    if FIELDS[field][0] == "level":
        return Test(field, "at_least", value, lambda answer, operand: LEVELS.index(answer) >= LEVELS.index(operand))
    return Test(field, "at_least", value, lambda answer, operand: answer >= operand)


def at_most(field, value):
    return Test(field, "at_most", value, lambda answer, operand: answer <= operand)


def below(field, value):
    return Test(field, "below", value, lambda answer, operand: answer < operand)


def above(field, value):
    return Test(field, "above", value, lambda answer, operand: answer > operand)


def begins_with(field, *prefixes):
    """ISCO-08 code in one of the groups. A code shorter than a group's may or may not lie in it."""
    return _Isco(field, "begins_with", prefixes, None)


class _Isco(Test):
    __slots__ = ()

    def value(self, case):
        code = case.get(self.field)
        if code is None:
            return None
        if any(code.startswith(prefix) for prefix in self.operand):
            return True
        return None if any(prefix.startswith(code) for prefix in self.operand) else False

    def open_fields(self, case):
        return {self.field} if self.value(case) is None else set()
