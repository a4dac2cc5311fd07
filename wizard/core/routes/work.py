"""Routes for people with a job offer: s.18a, 18b, 18g, 19c AufenthG and the Employment Ordinance (BeschV)."""

from wizard.core.conditions import (
    ALWAYS,
    any_of,
    at_least,
    at_most,
    begins_with,
    equals,
    is_false,
    is_true,
    none_of,
    one_of,
)
from wizard.core.points import SHORTAGE_GROUPS
from wizard.core.requirements import Route, Variant, addable, decided, must
from wizard.core.routes import parts

RECOGNISED_DEGREE = ("full_equivalence", "comparable_degree", "german_degree")

# s.18a and 18b are claims, but s.10(1) sentence 2 and (3) sentence 4 AufenthG name them: no `claim`.
SKILLED_VOCATIONAL = Route(
    "skilled_vocational",
    "s.18a, s.18, s.39(2) AufenthG",
    addable(
        "training_recognised",
        one_of("recognition_status", "full_equivalence", "german_training"),
        "s.18(3) no.1, s.18a AufenthG",
        gap="recognition",
        possible=parts.CAN_BE_VOCATIONAL,
    ),
    parts.qualified_job("s.18(2) no.1, s.18a AufenthG"),
    parts.licence(),
    parts.age45_at_grant(),
    consent=True,
)

SKILLED_ACADEMIC = Route(
    "skilled_academic",
    "s.18b, s.18, s.39(2) AufenthG",
    addable(
        "degree_recognised",
        one_of("recognition_status", *RECOGNISED_DEGREE),
        "s.18(3) no.2 AufenthG",
        gap="recognition",
        possible=parts.HAS_DEGREE,
    ),
    must(
        "degree_is_academic",
        parts.HAS_DEGREE,
        "s.18(3) no.2 AufenthG",
        when=equals("recognition_status", "full_equivalence"),
    ),
    parts.qualified_job("s.18(2) no.1, s.18b AufenthG"),
    parts.licence(),
    parts.age45_at_grant(),
    consent=True,
)

_BLUE_DEGREE = addable(
    "degree_or_tertiary",
    any_of(one_of("recognition_status", *RECOGNISED_DEGREE), equals("highest_qualification", "tertiary_ge3y_isced6")),
    "s.18(3) no.2, s.18g(1) AufenthG",
    gap="recognition",
    possible=parts.HAS_DEGREE_OR_TERTIARY,
)
_BLUE_ACADEMIC = must(
    "degree_is_academic",
    parts.HAS_DEGREE_OR_TERTIARY,
    "s.18g(1) AufenthG",
    when=equals("recognition_status", "full_equivalence"),
)
_SIX_MONTHS = addable("contract_six_months", at_least("contract_months", 6), "s.18g AufenthG", gap="offer")
_REDUCED = parts.salary("blue_card_reduced", "s.18g(1) sentence 2, s.18g(2) AufenthG")

# Only the regular Blue Card needs no consent of the employment agency (s.18g(1) AufenthG).
# It is issued to whoever meets the conditions, and s.10 AufenthG does not name it.
EU_BLUE_CARD = Route(
    "eu_blue_card",
    "s.18g AufenthG",
    parts.qualified_job("s.18(2) no.1, s.18g(1),(2) AufenthG"),
    _SIX_MONTHS,
    parts.licence(),
    parts.not_in_germany_as("running", "rejected_appeal_possible", "tolerated", law="s.19f(1),(2) AufenthG"),
    variants=(
        Variant(
            "regular", _BLUE_DEGREE, _BLUE_ACADEMIC, parts.salary("blue_card_regular", "s.18g(1) sentence 1 AufenthG")
        ),
        Variant(
            "shortage_occupation",
            _BLUE_DEGREE,
            _BLUE_ACADEMIC,
            addable(
                "job_shortage",
                begins_with("occupation_isco08", *SHORTAGE_GROUPS),
                "s.18g(1) sentence 2 AufenthG",
                gap="offer",
            ),
            _REDUCED,
            *parts.BA_CONSENT,
        ),
        Variant(
            "recent_graduate",
            _BLUE_DEGREE,
            _BLUE_ACADEMIC,
            must("degree_recent", at_most("degree_age_years", 3), "s.18g(1) sentence 2 AufenthG"),
            _REDUCED,
            *parts.BA_CONSENT,
        ),
        Variant(
            "it_without_degree",
            addable("job_it_group", begins_with("occupation_isco08", "133", "25"), "s.18g(2) AufenthG", gap="offer"),
            addable(
                "experience_it_3",
                at_least("experience_years_last7", 3),
                "s.18g(2) AufenthG",
                gap="experience",
            ),
            _REDUCED,
            *parts.BA_CONSENT,
        ),
    ),
    claim=ALWAYS,
)

IT_SPECIALIST = Route(
    "it_specialist_experience",
    "s.19c(2) AufenthG, s.6(1) sentence 3 BeschV",
    addable("job_it", equals("job_offer", "it_qualified"), "s.6(1) sentence 3 BeschV", gap="offer"),
    addable("experience_2", at_least("experience_years_last5", 2), "s.6(1) BeschV", gap="experience"),
    parts.salary_or_tariff("experienced_worker_salary", "s.6(1) BeschV"),
    parts.age45_at_start(),
    decided("discretion", "s.19c(2) AufenthG", hard="discretion"),
    consent=True,
    fields=("25", "133"),
)

EXPERIENCED_WORKER = Route(
    "experienced_worker",
    "s.19c(2) AufenthG, s.6 BeschV",
    parts.own_qualification("s.6(1) sentence 1 no.3 BeschV"),
    addable("experience_2", at_least("experience_years_last5", 2), "s.6(1) BeschV", gap="experience"),
    parts.qualified_job("s.6(1) BeschV"),
    parts.salary_or_tariff("experienced_worker_salary", "s.6(1) BeschV"),
    addable("not_regulated", is_false("profession_regulated"), "", gap="offer", hard="practice"),
    parts.age45_at_start(),
    decided("discretion", "s.19c(2) AufenthG", hard="discretion"),
    consent=True,
)

WESTERN_BALKANS = Route(
    "western_balkans",
    "s.19c(1) AufenthG, s.26(2) BeschV",
    must("nationality_balkans", one_of("nationality", "AL", "XK", "RS"), "s.26(2) BeschV"),
    must("residence_balkans", one_of("residence_country", "AL", "BA", "XK", "ME", "MK", "RS"), "s.26(2) BeschV"),
    parts.any_job("s.26(2) BeschV"),
    addable("no_asylum_benefits", is_false("asylum_benefits_last24m"), "s.26(2) sentence 4 BeschV", gap="date"),
    addable(
        "licence",
        one_of("licence_to_practise", "promised", "granted"),
        "s.18(2) no.3 AufenthG",
        gap="recognition",
        when=is_true("profession_regulated"),
    ),
    addable("no_temp_agency", is_false("temp_agency_job"), "s.40(1) no.2 AufenthG", gap="offer"),
    parts.age45_at_start(),
    decided("quota", "s.26(2) BeschV"),
    consent=True,
)

SHORT_TERM_QUOTA = Route(
    "short_term_quota",
    "s.15d BeschV",
    parts.any_job("s.15d BeschV"),
    addable("employer_tariff", is_true("employer_tariff_bound"), "s.15d BeschV", gap="offer"),
    addable("hours_30", at_least("hours_per_week", 30), "s.15d BeschV", gap="offer"),
    decided("travel_costs", "s.15d BeschV"),
    decided("quota", "s.15d BeschV"),
    consent=True,
)

CARE_NURSE = Route(
    "care_nurse",
    "s.18a, s.16d AufenthG",
    addable(
        "licence_nurse",
        one_of("licence_to_practise", "promised", "granted"),
        "s.18(2) no.3 AufenthG",
        gap="recognition",
        possible=none_of("highest_qualification", "none"),
    ),
    addable("job_qualified", equals("job_offer", "qualified"), "s.18(2) no.1, s.18a AufenthG", gap="offer"),
    parts.age45_at_grant(),
    consent=True,
    fields=("222", "322"),
)

CARE_ASSISTANT = Route(
    "care_assistant",
    "s.19c(1) AufenthG, s.22a BeschV",
    addable(
        "care_assistant_training",
        one_of("recognition_status", "german_training", "full_equivalence"),
        "s.22a no.1, 2 BeschV",
        gap="recognition",
        possible=none_of("highest_qualification", "none"),
    ),
    parts.any_job("s.22a BeschV"),
    decided("may_practise", "s.22a BeschV"),
    parts.age45_at_start(),
    consent=True,
    fields=("532", "222", "322"),
)

PROFESSIONAL_DRIVER = Route(
    "professional_driver",
    "s.19c(1) AufenthG, s.24a BeschV",
    parts.any_job("s.18(2) no.1 AufenthG"),
    addable(
        "driver_licence",
        one_of("driver_licence", "home_licence", "eu_licence_and_qualification"),
        "s.24a(1),(2) BeschV",
        gap="recognition",
    ),
    parts.age45_at_start(),
    consent=True,
    fields=("83",),
)

SEASONAL_WORK = Route("seasonal_work", "s.15a BeschV", closed_for_all="no_agreement")

ROUTES = (
    SKILLED_VOCATIONAL,
    SKILLED_ACADEMIC,
    EU_BLUE_CARD,
    IT_SPECIALIST,
    EXPERIENCED_WORKER,
    WESTERN_BALKANS,
    SHORT_TERM_QUOTA,
    CARE_NURSE,
    CARE_ASSISTANT,
    PROFESSIONAL_DRIVER,
    SEASONAL_WORK,
)
