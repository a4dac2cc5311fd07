"""How reasons make a verdict: what closes, what counts as known, which way comes closest, what is still asked."""

from __future__ import annotations

from typing import Any

import pytest

from wizard.core.answers import Answers
from wizard.core.case import Case
from wizard.core.conditions import at_least, equals, is_true
from wizard.core.requirements import Requirement, Route, Variant, addable, decided, must
from wizard.core.routes.table import BY_ID
from wizard.core.verdict import Judged, Reason, judge

DAY = "2026-06-01"
HOUSE = addable("house", is_true("housing_enough"))
ADULT = must("adult", at_least("age", 18))
PLACE = addable("place", is_true("training_place"), possible=is_true("child_unmarried"))
WAITS = decided("waits")


def case(assume: bool = True, **answers: Any) -> Case:
    """A case with these answers."""
    return Case(Answers(answers, assume=assume), DAY, {})


def judged(*requirements: Requirement, variants: tuple[Variant, ...] = (), **answers: Any) -> Judged:
    """The verdict on a route made of these requirements."""
    return judge(Route("made_up", "s.0", *requirements, variants=variants), case(**answers))


def results(one: Judged) -> dict[str, str]:
    """Result of each own requirement."""
    return {r.requirement.id: r.result for r in one.reasons if not r.general}


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({}, "unknown"),
        ({"housing_enough": True}, "nearly"),
        ({"age": 18}, "nearly"),
        ({"age": 18, "housing_enough": True}, "open"),
        ({"age": 18, "housing_enough": False}, "nearly"),
        ({"age": 17}, "closed"),
        ({"age": 17, "housing_enough": True}, "closed"),
        ({"age": 18, "housing_enough": True, "valid_passport": False}, "nearly"),
        ({"age": 18, "housing_enough": True, "entry_ban": "running"}, "closed"),
        ({"valid_passport": True, "entry_ban": "none"}, "unknown"),
        ({"valid_passport": False}, "unknown"),
    ],
)
def test_verdict_from_reasons(answers: dict[str, Any], verdict: str) -> None:
    """A `must` closes, an `addable` makes it nearly, and general answers alone say nothing about a route."""
    assert judged(ADULT, HOUSE, WAITS, **answers).verdict == verdict


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"training_place": True}, "open"),
        ({"training_place": True, "child_unmarried": False}, "open"),
        ({"training_place": False}, "nearly"),
        ({"training_place": False, "child_unmarried": True}, "nearly"),
        ({"training_place": False, "child_unmarried": False}, "closed"),
        ({"child_unmarried": True}, "nearly"),
        ({"child_unmarried": False}, "nearly"),
        ({}, "unknown"),
    ],
)
def test_what_cannot_be_added_closes(answers: dict[str, Any], verdict: str) -> None:
    """Missing closes only where it is certain that it cannot be added; knowing that alone is knowing something."""
    assert judged(PLACE, **answers).verdict == verdict


def test_a_default_is_no_answer() -> None:
    """What is taken from a default decides nothing until the person said something."""
    first = addable("first", is_true("first_grant"))
    assert judged(first).verdict == "unknown"
    assert judged(first, HOUSE).verdict == "unknown"
    assert judged(first, first_grant=True).verdict == "open"


@pytest.mark.parametrize(
    ("answers", "result", "verdict"),
    [
        ({}, "unknown", "unknown"),
        ({"child_age": 16}, "unknown", "unknown"),
        ({"child_age": 15}, "not_needed", "open"),
        ({"child_age": 16, "german_level": "C1"}, "yes", "open"),
        ({"child_age": 16, "german_level": "B2"}, "unknown", "unknown"),
        ({"child_age": 16, "german_level": "B2", "moves_with_parents": False}, "no", "nearly"),
        ({"german_level": "B2", "moves_with_parents": False}, "unknown", "unknown"),
        ({"child_age": 16, "german_level": "B2", "moves_with_parents": True}, "not_needed", "open"),
    ],
)
def test_when_and_waived(answers: dict[str, Any], result: str, verdict: str) -> None:
    """It fails only where it is certain that it is asked and not waived; what took it away is what decided."""
    level = addable(
        "level", at_least("german_level", "C1"), when=at_least("child_age", 16), waived=is_true("moves_with_parents")
    )
    found = judged(level, **answers)
    assert results(found) == {"level": result}
    assert found.verdict == verdict


def test_decided_never_changes_the_verdict() -> None:
    """What an authority settles is listed as pending, or as not needed where nobody asks."""
    found = judged(HOUSE, WAITS, decided("only_minors", when=is_true("minor_alone")), housing_enough=True)
    assert (found.verdict, results(found)["waits"], results(found)["only_minors"]) == ("open", "pending", "pending")
    found = judged(HOUSE, decided("only_minors", when=is_true("minor_alone")), housing_enough=True, minor_alone=False)
    assert results(found)["only_minors"] == "not_needed"


def test_what_only_an_authority_settles_is_no_knowledge() -> None:
    """An answer that only decides whether an authority asks says nothing about the route."""
    minors = decided("only_minors", when=is_true("minor_alone"))
    assert judged(minors, minor_alone=True).verdict == "unknown"
    assert judged(minors, minor_alone=False).verdict == "open"
    assert judged(WAITS, previous_stay_as_asylum_seeker_or_tolerated=False).verdict == "unknown"
    assert Reason(minors, case(minor_alone=True)).known(case(minor_alone=True)) is False
    found = judged(HOUSE, ADULT, minors, housing_enough=True)
    assert found.verdict == "nearly"
    assert found.open_fields(case(housing_enough=True)) == {"age"}


def test_what_an_authority_weighs_is_no_knowledge() -> None:
    """A requirement that falls away opens nothing where an authority still weighs the rest; other procedures do not."""
    pension = addable("pension", is_true("adequate_pension"), when=at_least("age", 46))
    weighs = decided("weighs", hard="discretion")
    assert judged(pension, WAITS, age=45).verdict == "open"
    assert judged(pension, weighs, age=45).verdict == "unknown"
    assert judged(pension, weighs, age=46, adequate_pension=True).verdict == "open"
    seldom = decided("weighs", hard="discretion", when=is_true("minor_alone"))
    assert judged(pension, seldom, age=45, minor_alone=False).verdict == "open"


def test_an_unknown_way_is_closer_than_a_closed_one() -> None:
    """However much of it is not known."""
    shut = Variant("shut", must("german", equals("sponsor_title", "german")))
    dark = Variant("dark", HOUSE, ADULT, PLACE, addable("insured", is_true("health_insurance")))
    for ways in ((shut, dark), (dark, shut)):
        found = judged(variants=ways, sponsor_title="none")
        assert (found.verdict, found.variant) == ("unknown", "dark")


WAYS = (
    Variant("one", HOUSE, PLACE),
    Variant("two", addable("insured", is_true("health_insurance"))),
    Variant("three", must("german", equals("sponsor_title", "german"))),
)


@pytest.mark.parametrize(
    ("answers", "verdict", "way"),
    [
        ({"housing_enough": True, "training_place": True}, "open", "one"),
        ({"health_insurance": True}, "open", "two"),
        ({"sponsor_title": "german"}, "open", "three"),
        ({"sponsor_title": "none"}, "unknown", "two"),
        ({"sponsor_title": "none", "health_insurance": False}, "nearly", "two"),
        ({"sponsor_title": "none", "health_insurance": False, "housing_enough": True}, "nearly", "one"),
        ({"sponsor_title": "none", "health_insurance": False, "housing_enough": False}, "nearly", "two"),
        ({"health_insurance": False, "housing_enough": False, "training_place": False}, "nearly", "two"),
    ],
)
def test_the_closest_way_counts(answers: dict[str, Any], verdict: str, way: str) -> None:
    """The best verdict of all ways, then the fewest lacking, then the fewest unknown."""
    found = judged(variants=WAYS, **answers)
    assert (found.verdict, found.variant) == (verdict, way)
    assert len(found.variants) == 3


def test_missing_is_what_stands_between() -> None:
    """No and unknown stand between the person and the route; yes, pending and not needed do not."""
    found = judged(ADULT, HOUSE, PLACE, WAITS, age=18, housing_enough=False)
    assert [one.requirement.id for one in found.missing()] == ["house", "place"]
    assert [one.general for one in found.reasons[:5]] == [False, False, False, False, True]


def test_open_fields_can_still_change_the_verdict() -> None:
    """Nothing once it is open or closed; what could close it always, what can be added only while nothing fails."""
    assert judged(ADULT, HOUSE, age=17).open_fields(case(age=17)) == set()
    done = {"age": 18, "housing_enough": True}
    assert judged(ADULT, HOUSE, **done).open_fields(case(**done)) == set()
    assert judged(ADULT, HOUSE).open_fields(case()) >= {"age", "housing_enough"}
    short = {"housing_enough": False}
    asked = judged(ADULT, HOUSE, addable("insured", is_true("health_insurance")), **short).open_fields(case(**short))
    assert "age" in asked
    assert "health_insurance" not in asked
    assert "housing_enough" not in asked
    assert "training_place" in judged(HOUSE, PLACE, **short).open_fields(case(**short))


def test_open_fields_leave_out_closed_ways() -> None:
    """A way that is closed asks nothing more, one that is open or unknown to the person still does."""
    answers = {"sponsor_title": "none", "health_insurance": False}
    found = judged(variants=(WAYS[1], Variant("four", *WAYS[2].requirements, PLACE, ADULT)), **answers)
    assert found.open_fields(case(**answers)) == set()
    found = judged(variants=(Variant("four", *WAYS[2].requirements, PLACE, ADULT), WAYS[1]), **answers)
    assert found.open_fields(case(**answers)) == set()
    found = judged(variants=(WAYS[1], Variant("five", PLACE, ADULT)), **answers)
    assert found.open_fields(case(**answers)) == {"training_place", "age"}
    found = judged(variants=(WAYS[2], Variant("five", PLACE, ADULT)), **answers)
    assert found.open_fields(case(**answers)) == {"training_place", "age"}


def test_one_lacking_weighs_as_much_as_two_unknown() -> None:
    """Of equally close ways the first is named."""
    lacks = Variant("lacks", addable("insured", is_true("health_insurance")), HOUSE)
    unknown = Variant("unknown", HOUSE, PLACE, ADULT)
    given = {"health_insurance": False, "housing_enough": True}
    assert judged(variants=(lacks, unknown), **given).variant == "lacks"
    assert judged(variants=(unknown, lacks), **given).variant == "unknown"


def test_a_reason_is_the_routes_own_unless_said() -> None:
    """Only the conditions of every long stay are general."""
    assert Reason(HOUSE, case()).general is False
    assert Reason(HOUSE, case(), general=True).general is True


def test_points_are_asked_by_their_rows() -> None:
    """The total of points is no question: the fields of the table are, in the way that counts them."""
    someone = {"highest_qualification": "academic", "qualification_state_recognised_at_home": True, "age": 30}
    made = Case(Answers(someone), DAY, {"funds_plus10": {"eur_month": {"periods": [{"value": 1091}]}}})
    found = judge(BY_ID["opportunity_card"], made)
    assert found.counted is not None
    assert found.counted["total"] == 2
    asked = found.open_fields(made)
    assert {"german_level", "english_level", "experience_years_last5", "partner_also_applies"} <= asked
    assert "points_total" not in asked
    plain = addable("plain", is_true("housing_enough"))
    counting = Variant("counting", plain, points=True)
    assert judged(variants=(counting,)).open_fields(case()) == {"housing_enough"}
    total = Variant("total", addable("total", at_least("points_total", 6)))
    assert judged(variants=(total,)).open_fields(case()) == {"points_total"}
    assert judge(BY_ID["study_application"], made).counted is None


def test_suspended_and_closed_for_all() -> None:
    """They are closed before any condition is read, and say why."""
    family = BY_ID["family_subsidiary_protection"]
    found = judge(family, Case(Answers({"sponsor_title": "s25_2_subsidiary"}), "2026-01-01", {}))
    assert (found.verdict, found.variant, found.suspended) == ("closed", "suspended", True)
    assert found.open_fields(case()) == set()
    after = judge(family, Case(Answers({"sponsor_title": "s25_2_subsidiary"}), "2028-01-01", {}))
    assert (after.verdict, after.variant, after.suspended) == ("open", "only", False)
    never = judge(BY_ID["seasonal_work"], case())
    assert (never.verdict, never.variant, never.suspended) == ("closed", "no_agreement", False)


def test_a_requirement_in_many_routes_is_tested_once() -> None:
    """The reason of a shared requirement is the same object for all routes of a case."""
    made = case(housing_enough=True)
    first, second = (judge(Route(name, "s.0", HOUSE), made) for name in ("made_up_1", "made_up_2"))
    assert first.reasons[0] is second.reasons[0]
