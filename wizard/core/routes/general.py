"""Conditions that hold for every long stay (s.3, s.5, s.10, s.11, s.40 AufenthG), added to each route."""

from __future__ import annotations

from wizard.core.conditions import ALWAYS, all_of, below, is_false, is_true, none_of, said, said_no
from wizard.core.requirements import addable, decided, must
from wizard.core.routes import parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.conditions import Condition
    from wizard.core.requirements import Requirement, Route

_BAN = must("no_entry_ban", none_of("entry_ban", "running"), "s.11(1) AufenthG")
_PASSPORT = addable("passport", is_true("valid_passport"), "s.3, s.5(1) AufenthG", gap="papers")
_IDENTITY = addable("identity", is_true("identity_clarified"), "s.5(1) AufenthG", gap="papers")
_RECORD = must("no_expulsion_interest", is_false("expulsion_interest"), "s.5(1) no.2, s.54 AufenthG")
_ASSURED = addable(
    "really_working", is_true("both_sides_assure_real_employment"), "s.18(2) no.4a AufenthG", gap="offer"
)
# Pay or the amounts of the route itself usually settle it: it counts against a route only where the person said no.
_LIVELIHOOD = addable(
    "livelihood",
    none_of("funds_including_health_insurance", False),
    "s.2(3), s.5(1) no.1 AufenthG",
    gap="funds",
    when=said_no("funds_including_health_insurance"),
)
_AUTHORITY = decided(
    "foreigners_authority", "s.31(1) AufenthV", when=is_true("previous_stay_as_asylum_seeker_or_tolerated")
)
_CUSTODY = decided("custody_consent", "s.80(5) AufenthG", when=below("age", 18))
_IN_GERMANY = said("situation", "in_germany_thinking_of_return")
# Whoever has a permit need not go back for the visa (s.39 no.1 AufenthV).
_VISA = decided(
    "entered_with_visa",
    "s.5(2) AufenthG",
    when=all_of(_IN_GERMANY, none_of("asylum_status", "residence_permit")),
)

# s.18(2) no.4a AufenthG: all titles for employment under s.18a to 19c.
_EMPLOYMENT = (
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
)
# They have a rule of their own on it, or the law does not ask for it (s.28(1), s.36(1) AufenthG).
_OWN_LIVELIHOOD_RULE = (
    "opportunity_card",
    "job_search_after_stay",
    "family_spouse_of_german",
    "family_spouse_of_foreigner",
    "family_child",
    "family_parents",
    "family_subsidiary_protection",
)
# s.31(1) AufenthV names work, training, study, recognition, opportunity card and research.
_WITHOUT_AUTHORITY = (
    "language_course",
    "family_spouse_of_german",
    "family_spouse_of_foreigner",
    "family_child",
    "family_parents",
    "family_subsidiary_protection",
)


def _before_departure(claim: Condition | None) -> Requirement:
    """What s.10 AufenthG shuts out before departure: every title that is no claim.

    The exception of s.10(1), an important interest of Germany, lies with the state: nobody can count on it.
    """
    return must(
        "asylum_before_departure",
        none_of("asylum_status", "running", "rejected_appeal_possible", "rejected_final", "tolerated"),
        "s.10(1),(3) AufenthG",
        when=_IN_GERMANY,
        waived=claim,
    )


_BEFORE_DEPARTURE = _before_departure(None)


# Not functools.cache: with what functools imports, phones would download three times as much standard library.
_known: dict[Route, tuple[Requirement, ...]] = {}


def general_requirements(route: Route) -> tuple[Requirement, ...]:
    """The general requirements that apply to a route, in the order of the reasons."""
    if route not in _known:
        _known[route] = uncached_requirements(route)
    return _known[route]


def uncached_requirements(route: Route) -> tuple[Requirement, ...]:
    """The same, worked out anew."""
    rows = [_BAN, _PASSPORT, _IDENTITY, _RECORD]
    if route.id in _EMPLOYMENT:
        rows.append(_ASSURED)
    if route.id not in _OWN_LIVELIHOOD_RULE:
        rows.append(_LIVELIHOOD)
    if route.consent:
        own = [requirement.id for requirement in route.requirements]
        rows += [one for one in parts.BA_CONSENT if one.id != "no_temp_agency_work" or "no_temp_agency" not in own]
    if route.claim is not ALWAYS:
        rows.append(_before_departure(route.claim) if route.claim else _BEFORE_DEPARTURE)
    rows.append(_VISA)
    if route.id not in _WITHOUT_AUTHORITY:
        rows.append(_AUTHORITY)
    return (*rows, _CUSTODY)
