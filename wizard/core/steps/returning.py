"""Steps for people in Germany who think of going back. Legal advice comes before anything that can cost a right."""

from wizard.core.conditions import all_of, any_of, below, equals, includes, is_true, one_of, still_open, unless
from wizard.core.steps.step import Step

_RUNNING = one_of("asylum_status", "running", "rejected_appeal_possible")
_OBLIGED = one_of("asylum_status", "rejected_final", "tolerated", "rejected_appeal_possible")
# s.29a and 29b AsylG, as listed in the facts (legal-safe-country-effects).
_SAFE = ("AL", "GH", "XK", "SN", "RS", "EG", "MA", "TN")

STEPS = (
    Step(
        "danger",
        is_true("trafficking_or_violence"),
        urgent=True,
        records=("legal-trafficking-victims", "legal-spouse-violence"),
        contacts=("emergency-110", "emergency-112", "hilfetelefon-116016", "kok"),
    ),
    Step(
        "minor-alone",
        any_of(is_true("minor_alone"), below("age", 18)),
        urgent=True,
        records=("legal-minors",),
        german_roles=("legal_help",),
    ),
    Step(
        "court-deadline",
        equals("asylum_status", "rejected_appeal_possible"),
        urgent=True,
        records=("legal-court-deadline",),
        contacts=("pro-asyl", "asylum-procedure-advice"),
    ),
    Step("legal-first", records=("step-2-legal-check",), contacts=("pro-asyl",)),
    Step(
        "know-status",
        still_open("asylum_status"),
        also_unknown=True,
        german_roles=("legal_help",),
        records=("step-2-legal-check", "legal-court-deadline"),
    ),
    Step(
        "asylum-advice",
        one_of("asylum_status", "running", "rejected_appeal_possible"),
        also_unknown=True,
        records=("asylum-procedure-advice",),
    ),
    Step(
        "deadline-find-out",
        all_of(any_of(_OBLIGED, equals("asylum_status", "never_applied")), still_open("departure_deadline")),
        also_unknown=True,
        records=("legal-departure-deadline",),
    ),
    Step("withdrawal", _RUNNING, also_unknown=True, records=("legal-withdrawal",)),
    Step(
        "titles-here",
        any_of(_RUNNING, _OBLIGED),
        also_unknown=True,
        german_roles=("legal_help",),
        records=(
            "legal-titles-inside-germany",
            "asylum_seekers_before_departure",
            "asylum_seekers_while_procedure_runs",
        ),
    ),
    Step(
        "keep-work-or-training",
        any_of(is_true("tolerated_for_training_or_work"), equals("asylum_status", "tolerated")),
        also_unknown=True,
        records=("legal-application-effects",),
        german_roles=("legal_help",),
    ),
    Step(
        "safe-country",
        any_of(_RUNNING, _OBLIGED, equals("asylum_status", "never_applied")),
        also_unknown=True,
        countries=_SAFE,
        records=("legal-safe-country-effects", "legal-entry-ban"),
    ),
    Step(
        "protection",
        equals("asylum_status", "protected"),
        records=("legal-protection-travel",),
        german_roles=("legal_help",),
    ),
    Step(
        "permit",
        equals("asylum_status", "residence_permit"),
        records=("legal-title-expiry",),
        german_roles=("legal_help",),
    ),
    Step("visa-free", equals("asylum_status", "visa_free_stay"), records=("reag-garp-who",)),
    Step(
        "deadline-running",
        equals("departure_deadline", "running"),
        urgent=True,
        records=("legal-departure-deadline", "legal-entry-ban"),
        german_roles=("legal_help",),
    ),
    Step(
        "deadline-passed",
        equals("departure_deadline", "passed"),
        urgent=True,
        records=("legal-no-announcement", "legal-entry-ban", "legal-deportation-costs"),
        german_roles=("legal_help",),
    ),
    Step("ban-running", equals("entry_ban", "running"), records=("legal-entry-ban",), german_roles=("legal_help",)),
    Step("counselling", records=("step-1-counselling",), contacts=("portal-rfg", "direturn")),
    Step(
        "money",
        records=("return-options-{cc}", "step-3-application", "reag-garp-who", "reag-garp-repayment"),
        offered=(("reag_garp", "yes", "reag-garp-amounts"),),
        kinds=("programme",),
    ),
    Step("illness", is_true("serious_illness"), records=("legal-illness", "medical-cases")),
    Step("children", is_true("children_with_me"), records=("step-4-documents",), topics=("school",)),
    Step("papers", records=("step-4-documents",)),
    Step(
        "prepare-work",
        all_of(
            unless(is_true("minor_alone")),
            any_of(includes("needs", "work"), includes("needs", "training"), includes("needs", "business")),
        ),
        also_unknown=True,
        roles=("advice_centre", "employment_agency"),
        kinds=("job",),
    ),
    Step("settle", records=("step-5-before-leaving",)),
    Step("journey", records=("step-6-departure",)),
    Step(
        "landing",
        records=("step-7-arrival",),
        roles=("reintegration_project", "reintegration_partner", "iom", "advice_centre"),
    ),
    Step("coming-back", records=("legal-visa-after-return", "legal-entry-ban", "reag-garp-repayment")),
)
