"""What visitors want to do in Germany, and which routes serve it: only those are asked about. All are judged."""

from __future__ import annotations

from wizard.core.conditions import one_of, unless
from wizard.core.routes.table import ASKED_ROUTES, ROUTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.conditions import Condition
    from wizard.core.requirements import Route
    from wizard.core.shapes import Any

GOALS: dict[str, tuple[str, ...]] = {
    "work": (
        "opportunity_card",
        "skilled_vocational",
        "skilled_academic",
        "eu_blue_card",
        "it_specialist_experience",
        "experienced_worker",
        "western_balkans",
        "short_term_quota",
        "care_nurse",
        "care_assistant",
        "professional_driver",
        "seasonal_work",
        "recognition_partnership",
        "job_search_after_stay",
    ),
    "training": ("vocational_training", "search_training_place"),
    "recognition": (
        "recognition_measure",
        "recognition_partnership",
        "recognition_by_placement_agreement",
        "recognition_exam",
        "qualification_analysis",
    ),
    "study": ("study", "study_application"),
    "learn_german_or_volunteer": ("language_course", "au_pair", "voluntary_service"),
    "family": (
        "family_spouse_of_german",
        "family_spouse_of_foreigner",
        "family_child",
        "family_parents",
        "family_subsidiary_protection",
    ),
    "research_or_business": ("researcher", "self_employment"),
}

# Who has an offer for a skilled job needs no route to look for one, and none for some months.
_NO_SKILLED_OFFER = unless(one_of("job_offer", "qualified", "it_qualified"))
# A route is not asked about where this does not hold. It is judged from the other answers all the same.
ASKED_IF: dict[str, Condition] = {
    "opportunity_card": _NO_SKILLED_OFFER,
    "job_search_after_stay": _NO_SKILLED_OFFER,
    "short_term_quota": _NO_SKILLED_OFFER,
}


def chosen_routes(case: Case) -> set[str]:
    """Ids of the routes that serve the visitor's goals; who names none gets those most people ask for."""
    goals: Any = case.get("goals")
    return {route for goal in goals for route in GOALS[goal]} if goals else set(ASKED_ROUTES)


def for_other_work(route: Route, case: Case) -> bool:
    """True for a route that is made for another field of work than the person's."""
    codes = [str(code) for code in (case.get("qualification_isco08"), case.get("occupation_isco08")) if code]
    return bool(route.fields and codes) and not any(
        code.startswith(f) or f.startswith(code) for code in codes for f in route.fields
    )


def asked_routes(case: Case) -> list[Route]:
    """Routes whose open conditions are worth a question, in the order of the table."""
    chosen = chosen_routes(case)
    rows: list[Route] = []
    for route in ROUTES:
        gate = ASKED_IF.get(route.id)
        if route.id in chosen and not for_other_work(route, case) and (gate is None or gate.value(case) is not False):
            rows.append(route)
    return rows
