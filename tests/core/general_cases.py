"""The conditions of every long stay (general_conditions and former_residents of the research), tried on each route.

Each route is tried with the first case of tests/core/cases in which it is open, with one answer changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.core.law_cases import LawCase

# general_conditions.real_employment, applies_to_routes: s.18(2) no.4a AufenthG.
EMPLOYMENT = [
    "skilled_vocational",
    "skilled_academic",
    "eu_blue_card",
    "it_specialist_experience",
    "experienced_worker",
    "western_balkans",
    "short_term_quota",
    "au_pair",
    "care_nurse",
    "care_assistant",
    "professional_driver",
]
# Routes with a rule on ba_consent that holds whatever the training is: s.40(1) no.2 AufenthG bars agency work there.
AGENCY_CONSENT = [
    "skilled_vocational",
    "skilled_academic",
    "it_specialist_experience",
    "experienced_worker",
    "recognition_partnership",
    "western_balkans",
    "short_term_quota",
    "au_pair",
    "care_nurse",
    "care_assistant",
    "professional_driver",
]
# Livelihood is no condition of these in the case tried: s.28(1) sentence 3, s.36(1) AufenthG; s.36a is quota only.
NO_LIVELIHOOD = ["family_spouse_of_german", "family_child", "family_parents", "family_subsidiary_protection"]
# s.10(1) and (3) AufenthG: only a claim to the title helps before departure. Verdicts for an open procedure, a refusal
# that can still go to court, a final refusal and a toleration, where the case tried is a claim; s.19f shuts out some.
ASYLUM = ("running", "rejected_appeal_possible", "rejected_final", "tolerated")
CLAIMS = {
    "eu_blue_card": ("closed", "closed", "open", "closed"),
    "study": ("closed", "closed", "open", "closed"),
    "researcher": ("closed", "closed", "open", "closed"),
    "job_search_after_stay": ("open", "open", "open", "open"),
    "family_spouse_of_german": ("open", "open", "open", "open"),
    "family_spouse_of_foreigner": ("open", "open", "open", "open"),
    "family_child": ("open", "open", "open", "open"),
    "family_parents": ("open", "open", "open", "open"),
}
# Titles of discretion ("kann", "soll", s.36a: "ein Anspruch besteht nicht"), and s.18a, 18b, which s.10 names.
NO_CLAIM = [
    "opportunity_card",
    "skilled_vocational",
    "skilled_academic",
    "it_specialist_experience",
    "experienced_worker",
    "western_balkans",
    "short_term_quota",
    "care_nurse",
    "care_assistant",
    "professional_driver",
    "vocational_training",
    "search_training_place",
    "recognition_measure",
    "recognition_partnership",
    "recognition_by_placement_agreement",
    "recognition_exam",
    "qualification_analysis",
    "study_application",
    "language_course",
    "au_pair",
    "voluntary_service",
    "self_employment",
    "family_subsidiary_protection",
]
# s.19f(3) no.1 AufenthG: people with protection.
PROTECTED_SHUT_OUT = ["study", "study_application", "researcher"]
# s.31(1) AufenthV names work, training, study, recognition, opportunity card and research.
WITHOUT_AUTHORITY = [
    "language_course",
    "family_spouse_of_german",
    "family_spouse_of_foreigner",
    "family_child",
    "family_parents",
    "family_subsidiary_protection",
]
# thresholds.age45_salary, applies_when_routes and applies_when_beschv_routes: s.18(2) no.5 AufenthG, s.1(2) BeschV.
AGE45_AT_GRANT = ["skilled_vocational", "skilled_academic", "care_nurse"]
AGE45_AT_START = [
    "experienced_worker",
    "it_specialist_experience",
    "care_assistant",
    "professional_driver",
    "western_balkans",
]
# does_not_apply_to of the same record, without the opportunity card, whose points depend on age.
NO_AGE45 = ["eu_blue_card", "recognition_partnership", "researcher", "vocational_training", "study", "short_term_quota"]
RETURNING = {"situation": "in_germany_thinking_of_return"}


def _case(base: LawCase, route: str, name: str, law: str, change: LawCase, verdict: str, why: str) -> LawCase:
    return {
        "name": f"every long stay, {route}: {name}",
        "law": law,
        "as_of": base.get("as_of"),
        "answers": {**base["answers"], **change},
        "expect": {route: verdict},
        "why": why,
    }


def _changes(route: str) -> list[tuple[str, str, LawCase, str, str]]:
    """Name, law, changed answers, verdict and reason."""
    passport, record = "s.3, s.5(1) AufenthG", "s.5(1) no.2, s.54 AufenthG"
    ban = "s.11(1) AufenthG"
    rows = [
        ("entry ban runs", ban, {"entry_ban": "running"}, "closed", "While it runs no title may be given."),
        ("entry ban has ended", ban, {"entry_ban": "expired"}, "open", "Only a running ban bars."),
        ("no entry ban", ban, {"entry_ban": "none"}, "open", "Only a running ban bars."),
        ("entry ban not known", ban, {"entry_ban": None}, "nearly", "It can be found out."),
        ("no passport", passport, {"valid_passport": False}, "nearly", "It can be added."),
        ("passport", passport, {"valid_passport": True}, "open", "It is there."),
        ("identity not clear", passport, {"identity_clarified": False}, "nearly", "Papers can be added."),
        ("identity clear", passport, {"identity_clarified": True}, "open", "It is clear."),
        ("conviction that counts", record, {"expulsion_interest": True}, "closed", "It cannot be changed."),
        ("no conviction", record, {"expulsion_interest": False}, "open", "Nothing stands against it."),
    ]
    real = "nearly" if route in EMPLOYMENT else "open"
    rows.append(
        (
            "no real job",
            "s.18(2) no.4a AufenthG",
            {"both_sides_assure_real_employment": False},
            real,
            "Employment only.",
        )
    )
    agency = "nearly" if route in AGENCY_CONSENT else "open"
    rows.append(("agency work", "s.40(1) no.2 AufenthG", {"temp_agency_job": True}, agency, "Only with consent."))
    means = "open" if route in NO_LIVELIHOOD else "nearly"
    law = "s.2(3), s.5(1) no.1 AufenthG"
    rows.append(("no means", law, {"funds_including_health_insurance": False}, means, "Funds can be added."))
    rows += _asylum_changes(route)
    return rows


def _asylum_changes(route: str) -> list[tuple[str, str, LawCase, str, str]]:
    """The status in Germany, before and after departure."""
    verdicts = CLAIMS[route] if route in CLAIMS else ("closed",) * len(ASYLUM)
    why = "The law gives a claim." if route in CLAIMS else "The title is no claim, or s.10 names it."
    laws = ("s.10(1) AufenthG", "s.10(1) AufenthG", "s.10(3) AufenthG", "s.10(3) AufenthG")
    assert (route in CLAIMS) != (route in NO_CLAIM), f"{route}: read the law and put it into CLAIMS or NO_CLAIM"
    rows = [
        (f"in Germany, {status}", f"{law}, s.19f AufenthG", {**RETURNING, "asylum_status": status}, verdict, why)
        for status, law, verdict in zip(ASYLUM, laws, verdicts, strict=True)
    ]
    for status in ("never_applied", "residence_permit", "visa_free_stay", "protected"):
        shut = status == "protected" and route in PROTECTED_SHUT_OUT
        there = {**RETURNING, "asylum_status": status}
        none = "s.10 AufenthG is for asylum seekers; s.19f(3) AufenthG names people with protection."
        rows.append((f"in Germany, {status}", "s.10, s.19f(3) AufenthG", there, "closed" if shut else "open", none))
    away = {"situation": "back_home", "asylum_status": "rejected_final"}
    rows.append(("refused, back home", "s.10(3) AufenthG", away, "open", "The bar holds only before departure."))
    return rows


def _age45(route: str) -> list[tuple[str, str, LawCase, str, str]]:
    """Pay or pension from 45 on: on both sides of the birthday and of the limit of 2026."""
    law = "s.18(2) no.5 AufenthG" if route in AGE45_AT_GRANT else "s.1(2) BeschV"
    old = {"age": 45, "salary_gross_year": 50700, "adequate_pension": False}
    if route in NO_AGE45:
        return [("45, lower pay", law, old, "open", "The rule is not for this route.")]
    if route in AGE45_AT_GRANT:
        field, first = "age_at_first_grant", "first_grant"
    elif route in AGE45_AT_START:
        field, first = "age_at_job_start", "first_ba_consent"
    else:
        return []
    limit = "The rule asks for 55,770 euros in 2026."
    return [
        ("45, lower pay", law, old, "nearly", limit),
        ("45, one euro short", law, old | {"salary_gross_year": 55769}, "nearly", limit),
        ("45, one cent short", law, old | {"salary_gross_year": 55769.99}, "nearly", limit),
        ("45, pay at the limit", law, old | {"salary_gross_year": 55770}, "open", "The limit itself is enough."),
        ("45, pension", law, old | {"adequate_pension": True}, "open", "A pension takes the place of pay."),
        ("45, not the first", law, old | {first: False}, "open", "The rule is for the first title or consent."),
        ("44, lower pay", law, old | {"age": 44}, "open", "The rule starts at 45."),
        ("44, then 45", law, old | {"age": 44, field: 45}, "nearly", "The age at the start counts."),
        ("45, but 44 counts", law, old | {"age": 45, field: 44}, "open", "The age at the start counts."),
    ]


def _pending(base: LawCase, route: str) -> list[LawCase]:
    """What an authority still has to settle for former asylum seekers and for minors, and for nobody else."""
    own = [one for one in base["pending"][route] if one not in ("foreigners_authority", "custody_consent")]
    authority = [] if route in WITHOUT_AUTHORITY else ["foreigners_authority"]
    tried = [
        (
            "earlier asylum case, aged 18",
            True,
            18,
            [*own, *authority],
            "The authority must agree; adults decide alone.",
        ),
        ("no earlier asylum case, aged 18", False, 18, own, "Nobody else must agree."),
        ("no earlier asylum case, aged 17", False, 17, [*own, "custody_consent"], "Who has custody must agree."),
    ]
    rows = [
        {
            **_case(base, route, name, "s.31(1) AufenthV, s.80(5) AufenthG", {}, "", why),
            "answers": {**base["answers"], "age": age, "previous_stay_as_asylum_seeker_or_tolerated": earlier},
            "expect": {},
            "pending": {route: pending},
        }
        for name, earlier, age, pending, why in tried
    ]
    here = {**RETURNING, "asylum_status": "never_applied", "previous_stay_as_asylum_seeker_or_tolerated": False}
    name = "no permit in Germany"
    no_visa = _case(base, route, name, "s.5(2) AufenthG", {"age": 18} | here, "", "The visa comes first.")
    more = ["only_with_title_in_germany"] if route == "opportunity_card" else []
    return [*rows, {**no_visa, "expect": {}, "pending": {route: [*own, "entered_with_visa", *more]}}]


def general_cases(cases: Sequence[LawCase]) -> list[LawCase]:
    """The general conditions on each route that one of these cases expects open and whose pending points it names."""
    found: list[LawCase] = []
    bases: dict[str, LawCase] = {}
    for case in cases:
        for route, verdict in case["expect"].items():
            if verdict == "open" and route in case.get("pending", {}):
                bases.setdefault(route, case)
    for route, base in bases.items():
        found += [_case(base, route, *row) for row in (*_changes(route), *_age45(route))]
        found += _pending(base, route)
    return found
