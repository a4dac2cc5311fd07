"""Routes to look for a job: opportunity card (s.20a, 20b AufenthG) and search after a stay (s.20 AufenthG)."""

from wizard.core.conditions import ALWAYS, any_of, at_least, equals, one_of, said
from wizard.core.points import NEEDED
from wizard.core.requirements import Route, Variant, addable, decided, must
from wizard.core.routes import parts

SKILLED_WORKER = one_of(
    "recognition_status", "full_equivalence", "comparable_degree", "german_degree", "german_training"
)

OPPORTUNITY_CARD = Route(
    "opportunity_card",
    "s.20a, s.20b and Annex AufenthG",
    parts.livelihood("s.20a(4) sentence 1, s.2(3) AufenthG"),
    parts.funds("funds_plus10", "", hard="practice"),
    decided(
        "only_with_title_in_germany",
        "s.20a AufenthG",
        when=said("situation", "in_germany_thinking_of_return"),
    ),
    decided("not_again_at_once", "s.20a AufenthG"),
    variants=(
        Variant(
            "way_skilled_worker",
            addable(
                "skilled_worker",
                SKILLED_WORKER,
                "s.20a(3), s.18(3) AufenthG",
                gap="recognition",
                possible=one_of(
                    "highest_qualification", "vocational_ge2y", "ahk_vocational", "tertiary_ge3y_isced6", "academic"
                ),
            ),
        ),
        Variant(
            "way_points",
            addable(
                "base_qualification",
                any_of(parts.ABROAD_RECOGNISED, parts.AHK),
                "s.20a(4) sentence 3 no.1 AufenthG",
                gap="recognition",
                text="qualification_abroad",
                possible=any_of(parts.CAN_BE_RECOGNISED_ABROAD, parts.AHK),
                waived=equals("recognition_status", "partial_deficit_notice"),
            ),
            addable(
                "base_language",
                any_of(at_least("german_level", "A1"), at_least("english_level", "B2")),
                "s.20a(4) sentence 3 no.2 AufenthG",
                gap="language",
            ),
            addable("points", at_least("points_total", NEEDED), "s.20a(4), s.20b(1) AufenthG", gap="points"),
            points=True,
        ),
    ),
)

JOB_SEARCH_AFTER_STAY = Route(
    "job_search_after_stay",
    "s.20 AufenthG",
    must(
        "earlier_stay",
        one_of(
            "finished_stay_in_germany",
            "degree",
            "research",
            "qualified_training",
            "recognition",
            "assistant_training_health_care",
        ),
        "s.20(1) AufenthG",
    ),
    parts.livelihood("s.20(2) AufenthG"),
    claim=ALWAYS,
)

ROUTES = (OPPORTUNITY_CARD, JOB_SEARCH_AFTER_STAY)
