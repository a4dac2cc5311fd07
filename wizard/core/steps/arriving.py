"""Steps for people who are back home."""

from wizard.core.conditions import any_of, below, equals, includes, is_true
from wizard.core.steps.step import Step

STEPS = (
    Step(
        "danger-home",
        is_true("trafficking_or_violence"),
        urgent=True,
        roles=("emergency", "violence_help", "trafficking_help", "humanitarian"),
    ),
    Step(
        "child-home",
        any_of(is_true("minor_alone"), below("age", 18)),
        urgent=True,
        roles=("child_helpline", "missing_children", "emergency", "humanitarian", "ngo"),
    ),
    Step(
        "partner-now",
        records=("step-7-arrival", "return-options-{cc}"),
        roles=("reintegration_project", "reintegration_partner", "iom"),
    ),
    Step("advice-home", roles=("advice_centre", "returnee_office", "migration_information")),
    Step("first-papers", includes("needs", "papers"), also_unknown=True, topics=("papers", "registration")),
    Step(
        "health-home",
        any_of(includes("needs", "health"), is_true("serious_illness")),
        also_unknown=True,
        topics=("health", "health_insurance"),
        roles=("health", "health_insurance"),
    ),
    Step("school-home", any_of(includes("needs", "school"), is_true("children_with_me")), topics=("school",)),
    Step(
        "work-home",
        includes("needs", "work"),
        also_unknown=True,
        kinds=("job",),
        topics=("work",),
        roles=("employment_agency", "migration_information", "advice_centre"),
    ),
    Step(
        "training-home",
        includes("needs", "training"),
        roles=("employment_agency", "advice_centre", "recognition"),
        topics=("recognition",),
    ),
    Step(
        "business-home",
        includes("needs", "business"),
        topics=("business",),
        roles=("advice_centre", "chamber", "employment_agency"),
    ),
    Step(
        "housing-home",
        includes("needs", "housing"),
        topics=("housing",),
        roles=("advice_centre", "ngo", "humanitarian"),
    ),
    Step("money-home", includes("needs", "money"), topics=("money",), records=("return-options-{cc}",)),
    Step(
        "mind-home",
        includes("needs", "psychosocial"),
        topics=("psychosocial",),
        roles=("psychosocial", "suicide_help", "addiction_help", "ngo", "health"),
    ),
    Step("legal-home", includes("needs", "legal"), roles=("legal_help", "human_rights", "ngo"), topics=("legal",)),
    Step(
        "ban-check",
        records=("legal-check-ban",),
        when=any_of(equals("entry_ban", "running"), includes("needs", "legal")),
    ),
    Step("coming-back-home", records=("legal-visa-after-return",)),
)
