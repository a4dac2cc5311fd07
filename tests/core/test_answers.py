"""Answers: each type reads good values, refuses wrong ones with a sentence that helps, and takes null."""

from __future__ import annotations

from typing import Any

import pytest

from wizard.core.answers import Answers, read_answers, read_value
from wizard.core.fields import ASSUMED, DEFAULT_FROM, DEFAULTS, FIELDS

GOOD: list[tuple[str, Any, Any]] = [
    ("situation", "back_home", "back_home"),
    ("nationality", "XK", "XK"),
    ("residence_country", "DE", "DE"),
    ("place", "Erbil", "Erbil"),
    ("needs", ["health", "work", "work"], ["work", "health"]),
    ("needs", "work", ["work"]),
    ("needs", [], []),
    ("age", 30, 30),
    ("age", "30", 30),
    ("age", 30.0, 30),
    ("age", 0, 0),
    ("age", 120, 120),
    ("experience_years_last5", "2,5", 2.5),
    ("experience_years_last5", 5, 5),
    ("valid_passport", True, True),
    ("valid_passport", "false", False),
    ("german_level", "C2", "C2"),
    ("german_level", "none", "none"),
    ("qualification_isco08", "2512", "2512"),
    ("qualification_isco08", 25, "25"),
    ("sponsor_first_skilled_title_date", "2024-02-29", "2024-02-29"),
]
WRONG: list[tuple[str, Any, str]] = [
    ("situation", "at_sea", "use one of: in_germany_thinking_of_return"),
    ("situation", ["back_home"], "use one of"),
    ("nationality", "gh", "use one of: AF"),
    ("nationality", "FR", "use one of"),
    ("residence_country", "Ghana", "two-letter"),
    ("residence_country", "gh", "two-letter"),
    ("place", 5, "text"),
    ("place", "x" * 81, "at most 80"),
    ("needs", ["work", "gold"], "use a list of: work"),
    ("needs", {"work": True}, "use a list of"),
    ("needs", [1], "use a list of"),
    ("age", 30.5, "whole number from 0 to 120"),
    ("age", -1, "whole number from 0 to 120"),
    ("age", 121, "whole number from 0 to 120"),
    ("age", True, "whole number"),
    ("age", "thirty", "whole number"),
    ("experience_years_last5", 5.1, "number from 0 to 5"),
    ("salary_gross_year", float("nan"), "number from 0 to 1000000"),
    ("salary_gross_year", float("inf"), "number from 0 to 1000000"),
    ("salary_gross_year", [50700], "number from 0 to 1000000"),
    ("valid_passport", 1, "true or false"),
    ("valid_passport", "yes", "true or false"),
    ("german_level", "b1", "use one of: none, A1"),
    ("german_level", "D1", "use one of"),
    ("qualification_isco08", "25123", "ISCO-08"),
    ("qualification_isco08", "nurse", "ISCO-08"),
    ("qualification_isco08", "", "ISCO-08"),
    ("qualification_isco08", "٢٥", "ISCO-08"),
    ("sponsor_first_skilled_title_date", "2025-02-29", "YYYY-MM-DD"),
    ("sponsor_first_skilled_title_date", "1.3.2024", "YYYY-MM-DD"),
    ("sponsor_first_skilled_title_date", "2024-13-01", "YYYY-MM-DD"),
    ("sponsor_first_skilled_title_date", 20240301, "YYYY-MM-DD"),
]


@pytest.mark.parametrize(("field", "raw", "value"), GOOD)
def test_good_value(field: str, raw: Any, value: Any) -> None:
    """A good value is read in its type."""
    given, problems = read_answers({field: raw})
    assert problems == []
    assert given == {field: value}
    assert type(given[field]) is type(value)


@pytest.mark.parametrize(("field", "raw", "hint"), WRONG)
def test_wrong_value(field: str, raw: Any, hint: str) -> None:
    """A wrong value is dropped with one sentence that names field, value and what to write; the rest is kept."""
    given, problems = read_answers({field: raw, "for_whom": "other"})
    assert given == {"for_whom": "other"}
    assert len(problems) == 1
    assert f"`{field}`" in problems[0]
    assert repr(raw) in problems[0]
    assert hint in problems[0]
    assert "\n" not in problems[0]
    assert problems[0].endswith(".")


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_unknown_is_an_answer_everywhere(field: str) -> None:
    """null and the word unknown are taken for every field and mean "I don't know"."""
    for raw in (None, "unknown"):
        given, problems = read_answers({field: raw})
        assert (given, problems) == ({field: None}, [])
        assert Answers(given).get(field) is None


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_choice_is_read_as_itself(field: str) -> None:
    """Each value listed for a field is taken (`unknown` becomes null)."""
    kind, allowed = FIELDS[field]
    values = list(allowed) if kind in ("enum", "level") else [True, False] if kind == "boolean" else []
    for value in values:
        if value != "unknown":
            assert read_value(field, value) == (value, "")


def test_unknown_field_gets_a_hint() -> None:
    """A misspelt field is named together with the nearest one there is."""
    given, problems = read_answers({"german_lvl": "B1"})
    assert given == {}
    assert problems == [
        "There is no answer field `german_lvl`. Did you mean `german_level`? "
        "`python -m wizard fields` lists all fields."
    ]


def test_unknown_field_far_from_all_gets_no_hint() -> None:
    """No field is guessed where nothing is near."""
    assert "Did you mean" not in read_answers({"xyz": 1})[1][0]


@pytest.mark.parametrize("raw", [[], "text", 5, None, True])
def test_answers_must_be_an_object(raw: Any) -> None:
    """Anything but an object is refused with an example."""
    given, problems = read_answers(raw)
    assert given == {}
    assert len(problems) == 1
    assert "JSON object" in problems[0]


@pytest.mark.parametrize("field", sorted(ASSUMED))
def test_assumptions_end_with_any_answer(field: str) -> None:
    """What is taken for granted is marked so; "I don't know" takes it away, like any answer."""
    assert Answers({}).get(field) == ASSUMED[field]
    assert Answers({}).assumed(field)
    assert not Answers({}).answered(field)
    assert Answers({field: None}).get(field) is None
    assert not Answers({field: None}).assumed(field)
    assert Answers({}, assume=False).get(field) is None


@pytest.mark.parametrize("field", sorted(DEFAULTS))
def test_defaults_hold_without_an_answer(field: str) -> None:
    """A default is no answer, and an answer goes before it."""
    assert Answers({}).get(field) is DEFAULTS[field]
    assert not Answers({}).answered(field)
    assert Answers({field: not DEFAULTS[field]}).get(field) is (not DEFAULTS[field])


@pytest.mark.parametrize(("field", "origin"), sorted(DEFAULT_FROM.items()))
def test_defaults_from_another_field(field: str, origin: str) -> None:
    """Without an own answer the value is the one of the other field, and counts as answered."""
    assert Answers({origin: 44}).get(field) == 44
    assert Answers({origin: 44}).answered(field)
    assert Answers({origin: 44, field: 45}).get(field) == 45
    assert Answers({}).get(field) is None


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ({"highest_qualification": "none"}, "recognition_status", "none"),
        ({"highest_qualification": "none"}, "qualification_state_recognised_at_home", False),
        ({"asylum_status": "tolerated"}, "previous_stay_as_asylum_seeker_or_tolerated", True),
        ({"experience_years_last7": 0}, "experience_years_last5", 0),
        ({"highest_qualification": "none"}, "finished_stay_in_germany", "none"),
        ({"sponsor_relation": "parent", "age": 15}, "child_age", 15),
        ({"sponsor_relation": "spouse", "sponsor_title": "german"}, "spouse_in_germany_german", True),
        ({"sponsor_relation": "spouse", "sponsor_title": "blue_card"}, "spouse_in_germany_german", False),
        ({"sponsor_relation": "spouse", "spouse_in_germany_german": True}, "sponsor_title", "german"),
    ],
)
def test_what_one_answer_says_about_another(given: dict[str, Any], field: str, value: Any) -> None:
    """What follows from an answer is not asked again, fills in for "I don't know", and yields to an own answer."""
    assert Answers(given).get(field) == value
    assert Answers(given | {field: None}).get(field) == value
    others: dict[str, Any] = {
        "recognition_status": "applied",
        "experience_years_last5": 1,
        "finished_stay_in_germany": "degree",
        "child_age": 3,
        "sponsor_title": "s18a",
    }
    other = others.get(field, not value)
    assert Answers(given | {field: other}).get(field) == other


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"sponsor_relation": "child", "age": 40}, "child_age"),
        ({"sponsor_relation": "child", "sponsor_title": "german"}, "spouse_in_germany_german"),
        ({"sponsor_title": "german"}, "spouse_in_germany_german"),
        ({"sponsor_relation": "spouse", "spouse_in_germany_german": False}, "sponsor_title"),
        ({"sponsor_relation": "child", "spouse_in_germany_german": True}, "sponsor_title"),
        ({"spouse_in_germany_german": True}, "sponsor_title"),
    ],
)
def test_what_does_not_follow_stays_unknown(given: dict[str, Any], field: str) -> None:
    """The family member in Germany is the child, the husband or wife only where the person says so."""
    assert Answers(given).get(field) is None
