"""Routes to train, study, learn German, serve or do research: s.16a, 16b, 16f, 17, 18d, 19c(1) AufenthG."""

from wizard.core.conditions import (
    ALWAYS,
    all_of,
    at_least,
    at_most,
    below,
    equals,
    is_true,
    none_of,
    one_of,
    said,
)
from wizard.core.requirements import Route, addable, decided, must
from wizard.core.routes import parts

VOCATIONAL_TRAINING = Route(
    "vocational_training",
    "s.16a AufenthG, s.8(1) BeschV",
    addable("training_place", is_true("training_place"), "s.16a(1),(2) AufenthG", gap="offer"),
    parts.german(
        "B1",
        "s.16a(3) AufenthG",
        when=at_least("training_years", 2),
        waived=is_true("training_language_settled"),
    ),
    parts.funds("funds_vocational_training", "s.2(3) AufenthG"),
    decided(
        "ba_consent_training",
        "s.16a(1) AufenthG, s.8(1) BeschV",
        text="ba_consent",
        when=equals("training_type", "in_company"),
    ),
)

SEARCH_TRAINING_PLACE = Route(
    "search_training_place",
    "s.17(1) AufenthG",
    must("age_under_35", below("age", 35), "s.17(1) AufenthG"),
    must("school_certificate", is_true("school_certificate_university_access"), "s.17(1) AufenthG"),
    parts.german("B1", "s.17(1) AufenthG"),
    parts.funds("funds_training_place_search", "s.2(3) AufenthG"),
)

# s.16b(1) is a claim, s.16b(5) is not.
STUDY = Route(
    "study",
    "s.16b AufenthG",
    addable(
        "admission",
        one_of("university_admission", "full", "preparatory", "conditional_or_part_time"),
        "s.16b(1),(5) AufenthG",
        gap="offer",
    ),
    decided(
        "discretion",
        "s.16b(5) AufenthG",
        hard="discretion",
        when=equals("university_admission", "conditional_or_part_time"),
    ),
    parts.funds("funds_study", "s.2(3) AufenthG"),
    parts.health_insurance("s.2(3), s.5(1) AufenthG"),
    decided("course_language", "s.16b(1) AufenthG"),
    parts.not_in_germany_as(
        "running", "rejected_appeal_possible", "tolerated", "protected", law="s.19f(1),(3) AufenthG"
    ),
    claim=one_of("university_admission", "full", "preparatory"),
)

STUDY_APPLICATION = Route(
    "study_application",
    "s.17(2) AufenthG",
    parts.funds("funds_plus10", "s.2(3) AufenthG"),
    decided("study_conditions", "s.17(2) AufenthG"),
    parts.not_in_germany_as(
        "running", "rejected_appeal_possible", "tolerated", "protected", law="s.19f(1),(3) AufenthG"
    ),
)

LANGUAGE_COURSE = Route(
    "language_course",
    "s.16f(1) AufenthG",
    addable("intensive_course", at_least("lessons_per_week", 18), "", gap="offer", hard="practice"),
    parts.funds("funds_plus10", "s.2(3) AufenthG"),
    parts.health_insurance("s.2(3), s.5(1) AufenthG"),
    decided("discretion", "s.16f(1) AufenthG", hard="discretion"),
)

AU_PAIR = Route(
    "au_pair",
    "s.19c(1) AufenthG, s.12 BeschV",
    addable("age_from_18", at_least("age", 18), "s.12 BeschV", gap="date", hard="practice"),
    must("age_under_27", below("age", 27), "s.12 BeschV"),
    parts.german("A1", "s.12 BeschV"),
    decided("host_family", "s.12 BeschV"),
    consent=True,
)

# s.19e is a claim; s.19c(1), for all other services, is not.
_EUROPEAN = equals("service", "european_voluntary_service")

VOLUNTARY_SERVICE = Route(
    "voluntary_service",
    "s.19c(1) AufenthG, s.14(1) no.1 BeschV; s.19e AufenthG",
    addable("service_contract", is_true("voluntary_service_contract"), "s.14(1) no.1 BeschV", gap="offer"),
    must("age_under_27", below("age", 27), "s.2 JFDG", when=one_of("service", "FSJ", "FOeJ")),
    must("age_under_30", at_most("age", 29), "s.14(1) no.1 BeschV", when=equals("service", "weltwaerts_sued_nord")),
    addable(
        "age_from_18",
        at_least("age", 18),
        "s.14(1) no.1 BeschV",
        gap="date",
        when=equals("service", "weltwaerts_sued_nord"),
    ),
    parts.german("A1", "", hard="practice"),
    parts.funds("funds_voluntary_service", "s.2(3) AufenthG"),
    must(
        "status_excluded",
        none_of("asylum_status", "running", "rejected_appeal_possible", "tolerated", "protected"),
        "s.19f(1),(3) AufenthG",
        when=all_of(said("situation", "in_germany_thinking_of_return"), _EUROPEAN),
        text="status_excluded_service",
    ),
    claim=_EUROPEAN,
)

RESEARCHER = Route(
    "researcher",
    "s.18d AufenthG",
    addable("hosting_agreement", is_true("hosting_agreement"), "s.18d(1) AufenthG", gap="offer"),
    decided("cost_promise", "s.18d AufenthG"),
    parts.not_in_germany_as(
        "running", "rejected_appeal_possible", "tolerated", "protected", law="s.19f(1),(3) AufenthG"
    ),
    claim=ALWAYS,
)

SELF_EMPLOYMENT = Route(
    "self_employment",
    "s.21 AufenthG",
    addable(
        "pension_over_45",
        is_true("adequate_pension"),
        "s.21(3) AufenthG",
        gap="funds",
        hard="practice",
        when=all_of(at_least("age", 46)),
    ),
    decided("business_judged", "s.21(1),(5) AufenthG", hard="discretion"),
)

ROUTES = (
    VOCATIONAL_TRAINING,
    SEARCH_TRAINING_PLACE,
    STUDY,
    STUDY_APPLICATION,
    LANGUAGE_COURSE,
    AU_PAIR,
    VOLUNTARY_SERVICE,
    RESEARCHER,
    SELF_EMPLOYMENT,
)
