"""Three-valued conditions: yes, no, not known; which fields can still decide; and words for what they test."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from wizard.core.answers import Answers
from wizard.core.case import Case
from wizard.core.conditions import (
    above,
    all_of,
    any_of,
    at_least,
    at_most,
    begins_with,
    below,
    equals,
    includes,
    is_false,
    is_true,
    none_of,
    one_of,
    said_no,
    said_yes,
    still_open,
    threshold,
    told,
    unless,
)

FIGURES = {
    "limit": {
        "eur_year": {
            "periods": [
                {"from": "2025-01-01", "to": "2025-12-31", "value": 100},
                {"from": "2026-01-01", "to": "2026-12-31", "value": 200},
                {"from": "2027-01-01", "to": "2027-12-31", "value": 300, "expected": True},
            ]
        }
    }
}
TRUTHS = (True, False, None)
A, B = is_true("valid_passport"), is_true("health_insurance")


def case(day: str = "2026-06-01", **answers: Any) -> Case:
    """A case with only these answers; nothing is assumed."""
    return Case(Answers(answers, assume=False), day, FIGURES)


def two(a: bool | None, b: bool | None) -> Case:
    """A case in which A and B have these values."""
    return case(valid_passport=a, health_insurance=b)


@pytest.mark.parametrize(("a", "b"), list(itertools.product(TRUTHS, TRUTHS)))
def test_groups_follow_kleene(a: bool | None, b: bool | None) -> None:
    """`all_of` and `any_of` are the three-valued "and" and "or", in any order; `unless` turns them round."""
    both = False if False in (a, b) else None if None in (a, b) else True
    one = True if True in (a, b) else None if None in (a, b) else False
    for left, right in ((A, B), (B, A)):
        assert all_of(left, right).value(two(a, b)) is both
        assert any_of(left, right).value(two(a, b)) is one
    assert unless(any_of(A, B)).value(two(a, b)) is all_of(unless(A), unless(B)).value(two(a, b))
    assert unless(unless(A)).value(two(a, b)) is a


def test_empty_groups() -> None:
    """Nothing asked for is met; no way in is not."""
    assert all_of().value(case()) is True
    assert any_of().value(case()) is False


@pytest.mark.parametrize(
    ("condition", "yes", "no"),
    [
        (is_true("valid_passport"), True, False),
        (is_false("valid_passport"), False, True),
        (equals("training_type", "school"), "school", "in_company"),
        (one_of("job_offer", "qualified", "it_qualified"), "it_qualified", "none"),
        (none_of("job_offer", "none"), "unqualified", "none"),
        (includes("needs", "work"), ["work", "health"], ["health"]),
        (at_least("german_level", "B1"), "B1", "A2"),
        (at_least("german_level", "A1"), "C2", "none"),
        (at_least("age", 18), 18, 17),
        (at_most("age", 35), 35, 36),
        (below("age", 27), 26, 27),
        (above("age", 45), 46, 45),
        (above("age", 45), 120, 44),
        (begins_with("occupation_isco08", "25", "133"), "2512", "2411"),
    ],
)
def test_words_at_their_boundary(condition: Any, yes: Any, no: Any) -> None:
    """Each condition word holds on its own side of the boundary, not on the other, and is open without an answer."""
    field = condition.fields()[0]
    assert condition.value(case(**{field: yes})) is True
    assert condition.value(case(**{field: no})) is False
    assert condition.value(case()) is None
    assert condition.value(case(**{field: None})) is None
    assert condition.open_fields(case()) == {field}
    assert condition.open_fields(case(**{field: yes})) == condition.open_fields(case(**{field: no})) == set()


def test_levels_compare_in_their_order() -> None:
    """Language levels are compared as levels, not as letters: `none` is below A1."""
    order = ["none", "A1", "A2", "B1", "B2", "C1", "C2"]
    for has, asked in itertools.product(order, order):
        expected = order.index(has) >= order.index(asked)
        assert at_least("english_level", asked).value(case(english_level=has)) is expected


def test_short_occupation_code_is_not_decided() -> None:
    """A code shorter than the group may lie in it or not, so it stays open; the field still decides it."""
    condition = begins_with("occupation_isco08", "222", "25")
    assert condition.value(case(occupation_isco08="2")) is None
    assert condition.value(case(occupation_isco08="22")) is None
    assert condition.value(case(occupation_isco08="25")) is True
    assert condition.value(case(occupation_isco08="3")) is False
    assert condition.open_fields(case(occupation_isco08="22")) == {"occupation_isco08"}


@pytest.mark.parametrize(
    ("day", "pay", "expected"),
    [
        ("2025-12-31", 100, True),
        ("2025-12-31", 99.99, False),
        ("2026-01-01", 100, False),
        ("2026-01-01", 200, True),
        ("2024-12-31", 10**6, None),
        ("2027-01-01", 10**6, None),
    ],
)
def test_dated_figure(day: str, pay: float, expected: bool | None) -> None:
    """The figure of the day counts; before the first and in a year with a draft only, nothing is decided."""
    condition = at_least("salary_gross_year", threshold("limit"))
    assert condition.value(case(day, salary_gross_year=pay)) is expected


def test_unknown_figure_is_no_open_question() -> None:
    """Where the figure is not known, asking the person again would not help."""
    condition = at_least("salary_gross_year", threshold("limit"))
    assert condition.open_fields(case("2027-01-01", salary_gross_year=1)) == set()
    assert condition.open_fields(case("2027-01-01")) == {"salary_gross_year"}


@pytest.mark.parametrize(("a", "b"), list(itertools.product(TRUTHS, TRUTHS)))
def test_open_fields_are_those_that_can_decide(a: bool | None, b: bool | None) -> None:
    """A field is open exactly if the group is undecided and the field has no answer."""
    for group in (all_of(A, B), any_of(A, B), unless(all_of(A, B))):
        found = group.open_fields(two(a, b))
        if group.value(two(a, b)) is not None:
            assert found == set()
        else:
            expected = {f for f, v in (("valid_passport", a), ("health_insurance", b)) if v is None}
            assert found == expected


def test_said_yes_and_no_are_never_unknown() -> None:
    """They hold for that answer only; silence and "I don't know" count as not said, and ask nothing."""
    for answer in TRUTHS:
        asked = case(temp_agency_job=answer)
        assert said_yes("temp_agency_job").value(asked) is (answer is True)
        assert said_no("temp_agency_job").value(asked) is (answer is False)
        assert said_yes("temp_agency_job").open_fields(asked) == set()


def test_still_open_ends_with_an_answer() -> None:
    """`still_open` is unknown until there is an answer, then no."""
    assert still_open("asylum_status").value(case()) is None
    assert still_open("asylum_status").value(case(asylum_status="running")) is False


def test_a_wrong_field_name_is_refused() -> None:
    """A rule with a field that does not exist fails when the program starts, not on a phone."""
    with pytest.raises(KeyError, match="no_such_field"):
        is_true("no_such_field")


def test_conditions_explain_themselves() -> None:
    """A condition lists its fields once, and its text names fields, words and operands."""
    condition = all_of(at_least("german_level", "B1"), any_of(is_true("valid_passport"), below("age", 35)), A)
    assert condition.fields() == ("german_level", "valid_passport", "age")
    assert [test.field for test in condition.tests()] == ["german_level", "valid_passport", "age", "valid_passport"]
    assert repr(condition) == (
        "All(german_level at_least 'B1', Any(valid_passport is True, age below 35), valid_passport is True)"
    )
    assert "limit.eur_year" in repr(at_least("salary_gross_year", threshold("limit")))


def test_told_is_never_unknown() -> None:
    """`told` asks only whether there is an answer, whatever it is; "I don't know" is none."""
    assert told("sponsor_relation").value(case()) is False
    assert told("sponsor_relation").value(case(sponsor_relation=None)) is False
    assert told("child_unmarried").value(case(child_unmarried=False)) is True
    assert told("sponsor_relation").fields() == ("sponsor_relation",)
    assert told("sponsor_relation").open_fields(case()) == set()
