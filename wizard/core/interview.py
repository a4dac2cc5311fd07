"""Which question comes next: only one whose answer can still change the plan."""

from __future__ import annotations

from wizard.core.answers import Answers
from wizard.core.case import Case
from wizard.core.conditions import (
    all_of,
    any_of,
    at_least,
    below,
    equals,
    is_false,
    none_of,
    one_of,
    said_yes,
    told,
    unless,
)
from wizard.core.plan import COUNTRIES_WITH_DATA, LEAVING, RETURNING, country_of, place_matters
from wizard.core.routes.family import REFUGEE_TITLES, SKILLED_TITLES
from wizard.core.routes.goals import GOALS, asked_routes, chosen_routes
from wizard.core.steps.table import BY_SITUATION
from wizard.core.verdict import judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.conditions import Condition
    from wizard.core.data import Data
    from wizard.core.shapes import Sequence

BACK_HOME = "back_home"

ORDER = {
    RETURNING: (
        "nationality",
        "children_with_me",
        "serious_illness",
        "needs",
        "trafficking_or_violence",
        "asylum_status",
        "departure_deadline",
        "tolerated_for_training_or_work",
        "entry_ban",
        "minor_alone",
        "place",
    ),
    BACK_HOME: (
        "nationality",
        "needs",
        "trafficking_or_violence",
        "serious_illness",
        "children_with_me",
        "minor_alone",
        "entry_ban",
        "place",
    ),
    LEAVING: (
        "nationality",
        "goals",
        "residence_country",
        "age",
        "german_level",
        "trafficking_or_violence",
        "highest_qualification",
        "job_offer",
        "sponsor_relation",
        "sponsor_title",
        "spouse_in_germany_german",
        "child_age",
        "child_unmarried",
        "age_at_job_start",
        "age_at_first_grant",
        "previous_stay_as_asylum_seeker_or_tolerated",
        "entry_ban",
        "asylum_benefits_last24m",
        "recognition_status",
        "qualification_state_recognised_at_home",
        "qualification_isco08",
        "profession_regulated",
        "licence_to_practise",
        "finished_stay_in_germany",
        "english_level",
        "experience_years_last7",
        "experience_years_last5",
        "degree_age_years",
        "occupation_isco08",
        "driver_licence",
        "contract_months",
        "salary_gross_year",
        "employer_tariff_bound",
        "hours_per_week",
        "temp_agency_job",
        "adequate_pension",
        "recognition_agreement_with_employer",
        "recognition_measure_place",
        "recognition_exam_needed",
        "skills_analysis_promised",
        "placed_by_ba_agreement",
        "training_place",
        "school_certificate_university_access",
        "training_years",
        "training_language_settled",
        "university_admission",
        "lessons_per_week",
        "voluntary_service_contract",
        "service",
        "hosting_agreement",
        "both_adults",
        "married_before_title",
        "sponsor_title_years",
        "sponsor_stay_months_expected",
        "moves_with_parents",
        "sponsor_first_skilled_title_date",
        "refugee_family_applied_in_time",
        "housing_enough",
        "health_insurance",
        "funds_including_health_insurance",
        "funds_per_month",
        "stayed_in_germany_last5_months",
        "partner_also_applies",
        "valid_passport",
    ),
}

# The first questions of each situation: always asked, in this order, so that the page can go on without Python.
_HEAD = {RETURNING: 6, BACK_HOME: 3, LEAVING: 6}

_HAS_JOB = none_of("job_offer", "none")
_HAS_QUALIFIED_JOB = one_of("job_offer", "qualified", "it_qualified")
_NO_DECISION = ("none", "full_equivalence", "comparable_degree", "german_training", "german_degree")
_NOT_RECOGNISED = none_of(
    "recognition_status", "full_equivalence", "german_training", "german_degree", "comparable_degree"
)

# A question is left out if its condition is not met: the answer would be idle.
GATES: dict[str, Condition] = {
    "departure_deadline": none_of("asylum_status", "protected", "residence_permit", "visa_free_stay"),
    "tolerated_for_training_or_work": one_of(
        "asylum_status",
        "running",
        "rejected_appeal_possible",
        "rejected_final",
        "tolerated",
    ),
    "entry_ban": any_of(
        all_of(equals("situation", RETURNING), none_of("asylum_status", "protected", "running", "residence_permit")),
        equals("situation", BACK_HOME),
        all_of(equals("situation", LEAVING), unless(is_false("previous_stay_as_asylum_seeker_or_tolerated"))),
    ),
    "age_at_job_start": all_of(told("age"), equals("age", 44), _HAS_JOB),
    "age_at_first_grant": all_of(told("age"), equals("age", 44), _HAS_JOB),
    "asylum_benefits_last24m": one_of("nationality", "AL", "XK", "RS"),
    "recognition_status": none_of("highest_qualification", "none"),
    "qualification_state_recognised_at_home": all_of(
        none_of("highest_qualification", "none", "vocational_lt2y"), _NOT_RECOGNISED
    ),
    "qualification_isco08": none_of("highest_qualification", "none"),
    "profession_regulated": any_of(_HAS_JOB, none_of("highest_qualification", "none")),
    "licence_to_practise": unless(is_false("profession_regulated")),
    "degree_age_years": all_of(one_of("highest_qualification", "academic", "tertiary_ge3y_isced6"), _HAS_QUALIFIED_JOB),
    "occupation_isco08": _HAS_QUALIFIED_JOB,
    "contract_months": _HAS_QUALIFIED_JOB,
    "salary_gross_year": _HAS_JOB,
    "employer_tariff_bound": _HAS_JOB,
    "temp_agency_job": _HAS_JOB,
    "adequate_pension": all_of(at_least("age", 45), _HAS_JOB),
    "recognition_agreement_with_employer": all_of(_HAS_QUALIFIED_JOB, _NOT_RECOGNISED),
    # Only an office that has seen the papers says what is missing.
    "recognition_measure_place": none_of("recognition_status", *_NO_DECISION),
    "recognition_exam_needed": none_of("recognition_status", *_NO_DECISION),
    "skills_analysis_promised": none_of("recognition_status", *_NO_DECISION),
    "training_years": said_yes("training_place"),
    "training_language_settled": all_of(
        said_yes("training_place"), below("training_years", 7), unless(at_least("german_level", "B1"))
    ),
    "service": said_yes("voluntary_service_contract"),
    "spouse_in_germany_german": one_of("sponsor_relation", "spouse"),
    "child_unmarried": one_of("sponsor_relation", "parent", "child"),
    "refugee_family_applied_in_time": one_of("sponsor_title", *REFUGEE_TITLES),
    "sponsor_first_skilled_title_date": one_of("sponsor_title", *SKILLED_TITLES),
    "funds_per_month": unless(is_false("funds_including_health_insurance")),
    "stayed_in_germany_last5_months": unless(is_false("previous_stay_as_asylum_seeker_or_tolerated")),
}


def head(situation: str) -> list[str]:
    """Fields of the questions that open the interview of that situation."""
    return list(ORDER[situation][: _HEAD[situation]])


def needed(case: Case, places: Sequence[str] = ()) -> list[str]:
    """Fields whose answer can still change the plan, in the order of the interview."""
    situation = str(case.get("situation"))
    asking = Case(Answers(case.answers.given, assume=False), case.day, case.figures)
    open_fields = {"nationality"}
    country = country_of(asking)
    for step in BY_SITUATION[situation]:
        if not step.countries or country is None or country in step.countries:
            open_fields |= step.when.open_fields(asking)
    if situation == LEAVING:
        open_fields |= {"goals", "residence_country"}
        if chosen_routes(case) & set(GOALS["family"]):
            open_fields.add("sponsor_relation")
        for route in asked_routes(case):
            open_fields |= judge(route, asking).open_fields(asking)
    elif len(places) > 1:
        open_fields.add("place")
    rows: list[str] = []
    for field in ORDER[situation]:
        gate = GATES.get(field)
        if (
            field in open_fields
            and field not in case.answers.given
            and (gate is None or gate.value(asking) is not False)
        ):
            rows.append(field)
    return rows


def next_field(case: Case, places: Sequence[str] = ()) -> str | None:
    """Field of the next question; None when nothing more can change the plan."""
    if case.get("situation") is None:
        return None if "situation" in case.answers.given else "situation"
    rows = needed(case, places)
    return rows[0] if rows else None


def next_question(case: Case, data: Data) -> str | None:
    """As `next_field`, with the towns of the country; a town is asked only if it would bring other contacts."""
    field = next_field(case, data.places.get(country_of(case) or "", ()))
    return None if field == "place" and not place_matters(case, data) else field


__all__ = ["COUNTRIES_WITH_DATA", "GATES", "ORDER", "head", "needed", "next_field", "next_question"]
