"""Steps for people who think of going to Germany."""

from wizard.core.conditions import (
    all_of,
    any_of,
    at_least,
    begins_with,
    below,
    equals,
    includes,
    is_false,
    is_true,
    none_of,
    one_of,
    told,
    unless,
)
from wizard.core.steps.step import Step

_LISTED = ("AF", "GM", "GH", "NG", "PK", "SN")
# Who names no goal gets these steps too.
_WORK = any_of(unless(told("goals")), includes("goals", "work"), includes("goals", "recognition"))
_HEALTH_JOB = all_of(
    _WORK,
    any_of(begins_with("qualification_isco08", "22", "32", "53"), begins_with("occupation_isco08", "22", "32", "53")),
)

STEPS = (
    Step(
        "danger-home",
        is_true("trafficking_or_violence"),
        urgent=True,
        roles=("emergency", "trafficking_help", "violence_help"),
    ),
    Step(
        "ban-first",
        equals("entry_ban", "running"),
        urgent=True,
        records=("legal-entry-ban", "entry_ban_length", "lifting_or_shortening_entry_ban", "legal-check-ban"),
    ),
    Step(
        "child-home",
        all_of(below("age", 18), is_true("minor_alone")),
        urgent=True,
        roles=("child_helpline", "missing_children", "emergency", "humanitarian", "ngo"),
    ),
    Step("passport", is_false("valid_passport"), topics=("papers",), by_nationality=True),
    Step("routes", records=("law_text_date",)),
    Step(
        "advice-leaving",
        roles=("advice_centre", "migration_information"),
        contacts=("hotline_working_living",),
    ),
    Step(
        "recognition",
        all_of(_WORK, none_of("highest_qualification", "none")),
        also_unknown=True,
        records=(
            "recognition_finder",
            "zsba",
            "anabin",
            "zab_statement_of_comparability",
            "zab_dab",
            "equivalence_procedure",
        ),
    ),
    Step(
        "german",
        unless(at_least("german_level", "B2")),
        also_unknown=True,
        records=("dw", "goethe_dfd", "vhs", "no_certificate"),
        roles=("language_exam",),
    ),
    Step("care-work", _HEALTH_JOB, countries=_LISTED, records=("bschv_annex_38",)),
    Step(
        "find-job",
        all_of(_WORK, one_of("job_offer", "none", "unqualified")),
        also_unknown=True,
        records=("ba_jobsuche", "miig_jobs"),
        contacts=("make_it_in_germany",),
    ),
    Step(
        "apply",
        kinds=("visa",),
        roles=("german_mission", "visa_provider"),
        where_living=True,
        records=("where_to_apply", "consular_services_portal"),
    ),
    Step(
        "scams",
        contacts=("faire_integration",),
        records=(
            "only_official_fee",
            "appointments_free",
            "no_influence",
            "work_on_short_visa",
            "seasonal_visa_offer",
            "health_recruiters",
        ),
    ),
    Step(
        "former-stay",
        is_true("previous_stay_as_asylum_seeker_or_tolerated"),
        records=("foreigners_authority_must_agree", "legal-check-ban"),
    ),
    Step("minor-leaving", below("age", 18), records=("minors_consent",)),
    Step("dangers", records=("safe-effects", "asylum-blocks-visa")),
    Step("stay-option", kinds=("job",), roles=("employment_agency", "advice_centre")),
)
