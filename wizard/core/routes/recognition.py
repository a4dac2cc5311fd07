"""Routes to have a foreign qualification recognised in Germany: s.16d AufenthG."""

from wizard.core.conditions import equals, is_true, none_of, one_of
from wizard.core.requirements import Route, addable, decided
from wizard.core.routes import parts

# s.16d AufenthG is about a qualification from abroad: without one there is nothing to recognise.
_SOME_TRAINING = none_of("highest_qualification", "none")

RECOGNITION_MEASURE = Route(
    "recognition_measure",
    "s.16d(1),(2) AufenthG, s.8(2) BeschV",
    addable(
        "deficit_notice",
        equals("recognition_status", "partial_deficit_notice"),
        "s.16d(1) AufenthG",
        gap="recognition",
        possible=one_of(
            "highest_qualification",
            "vocational_lt2y",
            "vocational_ge2y",
            "academic",
            "tertiary_ge3y_isced6",
            "ahk_vocational",
        ),
    ),
    parts.german("A2", "s.16d(1) AufenthG", hard="practice"),
    addable("measure_place", is_true("recognition_measure_place"), "s.16d(1) AufenthG", gap="offer"),
    parts.funds("funds_plus10", "s.2(3) AufenthG"),
)

RECOGNITION_PARTNERSHIP = Route(
    "recognition_partnership",
    "s.16d(3) AufenthG, s.2a BeschV",
    addable(
        "qualification_abroad",
        parts.ABROAD_RECOGNISED,
        "s.16d(3) sentence 1 no.1 AufenthG",
        gap="recognition",
        possible=parts.CAN_BE_RECOGNISED_ABROAD,
    ),
    parts.qualified_job("s.16d(3) sentence 1 AufenthG"),
    addable("agreement", is_true("recognition_agreement_with_employer"), "s.16d(3) no.3 AufenthG", gap="offer"),
    parts.german("A2", "s.16d(3) AufenthG"),
    decided("employer_fit", "s.16d(3) AufenthG"),
    decided("occupation_link", "s.2a BeschV"),
    consent=True,
)

RECOGNITION_BY_PLACEMENT = Route(
    "recognition_by_placement_agreement",
    "s.16d(4) AufenthG, s.2 BeschV",
    addable(
        "placed_by_ba", is_true("placed_by_ba_agreement"), "s.16d(4) AufenthG", gap="offer", possible=_SOME_TRAINING
    ),
    parts.german("A2", "s.16d(4) AufenthG", hard="practice"),
)

RECOGNITION_EXAM = Route(
    "recognition_exam",
    "s.16d(5) AufenthG",
    addable(
        "exam_needed",
        is_true("recognition_exam_needed"),
        "s.16d(5) AufenthG",
        gap="recognition",
        possible=_SOME_TRAINING,
    ),
    parts.german("A2", "s.16d(5) AufenthG", hard="practice"),
    parts.funds("funds_plus10", "s.2(3) AufenthG"),
)

QUALIFICATION_ANALYSIS = Route(
    "qualification_analysis",
    "s.16d(6) AufenthG",
    addable(
        "analysis_promised",
        is_true("skills_analysis_promised"),
        "s.16d(6) AufenthG",
        gap="recognition",
        possible=_SOME_TRAINING,
    ),
    parts.german("A2", "s.16d(6) AufenthG", hard="practice"),
    parts.funds("funds_plus10", "s.2(3) sentence 6 AufenthG"),
)

ROUTES = (
    RECOGNITION_MEASURE,
    RECOGNITION_PARTNERSHIP,
    RECOGNITION_BY_PLACEMENT,
    RECOGNITION_EXAM,
    QUALIFICATION_ANALYSIS,
)
