"""The three plans of the issue: which steps, in which order, whom to ask, and what must never appear."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import MakePlan
from wizard.core.data import Data

GHANA = {
    "situation": "in_germany_thinking_of_return",
    "nationality": "GH",
    "asylum_status": "rejected_final",
    "departure_deadline": "running",
    "tolerated_for_training_or_work": False,
    "children_with_me": False,
    "serious_illness": False,
    "minor_alone": False,
    "trafficking_or_violence": False,
    "entry_ban": "none",
    "needs": ["work", "money"],
}
ERBIL = {
    "situation": "back_home",
    "nationality": "IQ",
    "place": "Erbil",
    "needs": ["work"],
    "children_with_me": False,
    "serious_illness": False,
    "minor_alone": False,
    "trafficking_or_violence": False,
    "entry_ban": "none",
}
NURSE = {
    "situation": "thinking_of_leaving",
    "nationality": "PK",
    "residence_country": "PK",
    "age": 28,
    "highest_qualification": "vocational_ge2y",
    "recognition_status": "none",
    "qualification_isco08": "322",
    "profession_regulated": True,
    "licence_to_practise": "none",
    "german_level": "A2",
    "job_offer": "none",
    "previous_stay_as_asylum_seeker_or_tolerated": False,
}
PEOPLE = {"Ghana": GHANA, "Erbil": ERBIL, "nurse": NURSE}


def ids(plan: dict[str, Any]) -> list[str]:
    """The steps in their order."""
    return [step["id"] for step in plan["steps"]]


def in_order(found: list[str], wanted: list[str]) -> bool:
    """True if all wanted steps are there, in this order (others may stand between)."""
    return [one for one in found if one in wanted] == wanted


def asked(plan: dict[str, Any], step: str) -> list[str]:
    """Contacts of a step."""
    return next(row["contacts"] for row in plan["steps"] if row["id"] == step)


def route(plan: dict[str, Any], name: str) -> dict[str, Any]:
    """The verdict on a route."""
    return next(row for row in plan["routes"] if row["id"] == name)


def test_ghana_deadline_and_legal_advice_come_first(plan: MakePlan) -> None:
    """A refused asylum seeker with a date to leave: the date, then legal advice, then the rest."""
    steps = ids(plan(GHANA))
    assert steps[:2] == ["deadline-running", "legal-first"]
    assert in_order(
        steps,
        ["deadline-running", "legal-first", "safe-country", "counselling", "money", "papers", "journey", "landing"],
    )
    assert steps[-1] == "coming-back"
    assert [warning["id"] for warning in plan(GHANA)["warnings"]] == ["deadline-running"]


def test_ghana_nothing_that_belongs_to_others(plan: MakePlan) -> None:
    """No step for an open case, a permit, protection, a passed date, children, illness, violence; no help of Kosovo."""
    made = plan(GHANA)
    never = {
        "withdrawal",
        "court-deadline",
        "protection",
        "permit",
        "visa-free",
        "deadline-passed",
        "deadline-find-out",
        "know-status",
        "ban-running",
        "children",
        "illness",
        "danger",
        "minor-alone",
    }
    assert never & set(ids(made)) == set()
    records = {one for step in made["steps"] for one in step["records"]}
    assert not any("ura" in one.split("-") for one in records), records
    assert not any(one.startswith("return-options-") and one != "return-options-gh" for one in records)
    assert made["assumptions"] == []


def test_ghana_contacts(plan: MakePlan, data: Data) -> None:
    """Legal advice and return counselling in Germany can be reached; offices at home are those of Ghana."""
    made = plan(GHANA)
    confirmed = {contact["id"] for contact in made["contacts"] if contact["confirmed"]}
    assert confirmed & set(asked(made, "legal-first"))
    assert confirmed & set(asked(made, "counselling"))
    home = [data.records[one] for one in asked(made, "landing")]
    assert home
    assert {country for record in home for country in record["countries"]} == {"GH"}
    assert "return-options-gh" in next(step["records"] for step in made["steps"] if step["id"] == "money")


def test_ghana_the_bar_before_departure_is_named(plan: MakePlan) -> None:
    """For this person skilled work is closed by s.10 AufenthG, and the reason says it; so are titles of discretion."""
    verdict = route(plan(GHANA | {"highest_qualification": "vocational_ge2y"}), "skilled_vocational")
    assert verdict["verdict"] == "closed"
    assert [reason["law"] for reason in verdict["reasons"] if reason["closes"]] == ["s.10(1),(3) AufenthG"]
    card = route(plan(GHANA | {"age": 30, "german_level": "B2"}), "opportunity_card")
    assert [reason["rule"] for reason in card["reasons"] if reason["closes"]] == ["asylum_before_departure"]


@pytest.mark.parametrize(
    ("change", "step", "before"),
    [
        ({"asylum_status": "rejected_appeal_possible"}, "court-deadline", "legal-first"),
        ({"asylum_status": "rejected_appeal_possible"}, "withdrawal", "counselling"),
        ({"tolerated_for_training_or_work": True}, "keep-work-or-training", "counselling"),
        ({"asylum_status": "tolerated"}, "keep-work-or-training", "counselling"),
        ({"asylum_status": "running"}, "withdrawal", "counselling"),
        ({"asylum_status": "running"}, "titles-here", "counselling"),
        ({"asylum_status": "rejected_final"}, "titles-here", "counselling"),
        ({"asylum_status": "tolerated"}, "titles-here", "counselling"),
        ({"asylum_status": "protected"}, "protection", "counselling"),
        ({"asylum_status": "residence_permit"}, "permit", "counselling"),
        ({"departure_deadline": "passed"}, "deadline-passed", "legal-first"),
        ({"trafficking_or_violence": True}, "danger", "legal-first"),
        ({"minor_alone": True}, "minor-alone", "legal-first"),
        ({"entry_ban": "running"}, "ban-running", "counselling"),
        ({"asylum_status": None}, "know-status", "counselling"),
    ],
)
def test_what_can_cost_a_right_comes_before_the_application(
    change: dict[str, Any], step: str, before: str, plan: MakePlan
) -> None:
    """Whatever can cost a right stands before the first step towards an application for return."""
    steps = ids(plan(GHANA | change))
    assert steps.index(step) < steps.index(before)
    assert steps.index("legal-first") < steps.index("counselling") < steps.index("money")


def test_kosovo_gets_its_own_project(plan: MakePlan) -> None:
    """The help that exists for Kosovo only is shown for Kosovo only."""
    kosovo = plan(GHANA | {"nationality": "XK"})
    records = {one for step in kosovo["steps"] for one in step["records"]}
    assert "return-options-xk" in records
    assert any("ura" in one.split("-") for one in records), records


def test_erbil_helpers_and_work_first(plan: MakePlan, data: Data) -> None:
    """Back in Erbil and looking for work: the partner of the return, advice, work; nothing that was not asked for."""
    made = plan(ERBIL)
    assert in_order(ids(made), ["partner-now", "advice-home", "work-home", "coming-back-home"])
    never = {
        "first-papers",
        "health-home",
        "school-home",
        "training-home",
        "business-home",
        "housing-home",
        "mind-home",
        "legal-home",
        "danger-home",
        "child-home",
        "ban-check",
    }
    assert never & set(ids(made)) == set()
    assert made["warnings"] == []
    jobs = [data.records[one]["kind"] for one in next(s["records"] for s in made["steps"] if s["id"] == "work-home")]
    assert "job" in jobs


def test_erbil_contacts_are_near(plan: MakePlan, data: Data) -> None:
    """The first office to ask is one in Erbil that can be reached, and all are offices of Iraq."""
    made = plan(ERBIL)
    for step in ("advice-home", "work-home"):
        first = data.records[asked(made, step)[0]]
        places = {first.get("city"), *(channel.get("place") for channel in first["channels"])}
        assert any(place and "Erbil" in place for place in places), step
    assert {c for contact in made["contacts"] for c in data.records[contact["id"]]["countries"]} == {"IQ"}


def test_nurse_sees_her_way_first(plan: MakePlan) -> None:
    """The nurse's own way is the nearest of the routes that are nearly open; each names what is missing."""
    made = plan(NURSE)
    nearly = [row for row in made["routes"] if row["verdict"] == "nearly"]
    assert nearly[0]["id"] == "care_nurse"
    assert [one["rule"] for one in nearly[0]["missing"]] == ["job_qualified", "licence_nurse"]
    for name in ("recognition_partnership", "skilled_vocational", "opportunity_card"):
        assert route(made, name)["verdict"] == "nearly", name
        assert route(made, name)["missing"], name
    for name in ("western_balkans", "seasonal_work", "skilled_academic", "au_pair"):
        assert route(made, name)["verdict"] == "closed", name
    assert not any(row["verdict"] == "nearly" and not row["missing"] for row in made["routes"])


def test_nurse_steps(plan: MakePlan) -> None:
    """Routes, advice before spending money, recognition, German, caution on care jobs, applying, fraud, odds."""
    made = plan(NURSE)
    assert in_order(
        ids(made),
        ["routes", "advice-leaving", "recognition", "german", "care-work", "apply", "scams", "dangers", "stay-option"],
    )
    assert {"passport", "ban-first", "former-stay", "minor-leaving", "danger-home"} & set(ids(made)) == set()
    assert made["warnings"] == []


def test_nurse_caution_follows_the_country_of_recruitment(plan: MakePlan) -> None:
    """The caution on care jobs is for countries on the list, by where the person lives, and for care jobs only."""
    assert "care-work" not in ids(plan(NURSE | {"nationality": "EG", "residence_country": "EG"}))
    assert "care-work" in ids(plan(NURSE | {"nationality": "EG", "residence_country": "GH"}))
    assert "care-work" not in ids(plan(NURSE | {"qualification_isco08": "711"}))


def test_nurse_odds_are_those_of_her_country(plan: MakePlan, data: Data) -> None:
    """The protection rate shown is the one of Pakistan."""
    records = next(step["records"] for step in plan(NURSE)["steps"] if step["id"] == "dangers")
    rates = [data.records[one] for one in records if data.records[one]["kind"] == "protection_rate"]
    assert rates
    assert {country for rate in rates for country in rate.get("countries", ["PK"])} == {"PK"}


def test_protection_rate_follows_the_passport(plan: MakePlan, data: Data) -> None:
    """Who lives in another country sees the rate of the own nationality: asylum is decided by nationality."""
    made = plan(NURSE | {"nationality": "GH", "residence_country": "NG"})
    records = next(step["records"] for step in made["steps"] if step["id"] == "dangers")
    rates = [data.records[one] for one in records if data.records[one]["kind"] == "protection_rate"]
    assert {country for rate in rates for country in rate.get("countries", ())} == {"GH"}


@pytest.mark.parametrize("person", PEOPLE)
def test_no_plan_shows_doubtful_channels(person: str, plan: MakePlan) -> None:
    """Every channel of the three plans comes from a confirmed one, and every urgent or legal step names its source."""
    made = plan(PEOPLE[person])
    assert made["steps"]
    for contact in made["contacts"]:
        assert contact["confirmed"] or contact["instead"], contact["id"]
        assert contact["state"] not in ("ended", "suspended", "planned", "draft")
    for step in made["steps"]:
        assert step["why"]
        assert step["sources"] or step["contacts"] or step["id"] == "routes", step["id"]
    for row in made["routes"]:
        assert row["sources"], row["id"]
