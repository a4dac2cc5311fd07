"""Requirements that several routes share."""

from __future__ import annotations

from wizard.core.conditions import (
    all_of,
    any_of,
    at_least,
    begins_with,
    equals,
    is_true,
    none_of,
    one_of,
    said,
    said_yes,
    threshold,
    unless,
)
from wizard.core.requirements import addable, decided, must

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.conditions import Condition
    from wizard.core.requirements import Requirement
    from wizard.core.shapes import Any

AGE_SALARY = threshold("age45_salary")

# s.18(3) AufenthG: who has, or can still get recognised, the kind of qualification a title asks for.
HAS_VOCATIONAL = one_of("highest_qualification", "vocational_ge2y", "ahk_vocational", "tertiary_ge3y_isced6")
HAS_DEGREE = equals("highest_qualification", "academic")
# s.40 PflBG: abroad nurses often have a degree; it can be found equal to the German training, which is vocational.
CAN_BE_VOCATIONAL = any_of(HAS_VOCATIONAL, all_of(HAS_DEGREE, begins_with("qualification_isco08", "222", "322")))
HAS_DEGREE_OR_TERTIARY = one_of("highest_qualification", "academic", "tertiary_ge3y_isced6")

ABROAD_RECOGNISED = any_of(
    all_of(
        one_of("highest_qualification", "vocational_ge2y", "tertiary_ge3y_isced6"),
        is_true("qualification_state_recognised_at_home"),
    ),
    all_of(equals("highest_qualification", "academic"), is_true("qualification_state_recognised_at_home")),
)
CAN_BE_RECOGNISED_ABROAD = one_of("highest_qualification", "vocational_ge2y", "tertiary_ge3y_isced6", "academic")
AHK = equals("highest_qualification", "ahk_vocational")

# Titles that need the consent of the employment agency, which must refuse it for temporary agency work.
BA_CONSENT = (
    decided("ba_consent", "s.39 AufenthG"),
    addable(
        "no_temp_agency_work",
        none_of("temp_agency_job", True),
        "s.40(1) no.2 AufenthG",
        gap="offer",
        when=said_yes("temp_agency_job"),
    ),
)


def qualified_job(law: str) -> Requirement:
    """An offer for a job that needs a degree or training of two years."""
    return addable("job_qualified", one_of("job_offer", "qualified", "it_qualified"), law, gap="offer")


def any_job(law: str) -> Requirement:
    """Any job offer."""
    return addable("job_any", none_of("job_offer", "none"), law, gap="offer")


def licence() -> Requirement:
    """A licence where the job needs one."""
    return addable(
        "licence",
        one_of("licence_to_practise", "promised", "granted"),
        "s.18(2) no.3 AufenthG",
        gap="recognition",
        when=is_true("profession_regulated"),
    )


def _salary_or_pension() -> Condition:
    return any_of(at_least("salary_gross_year", AGE_SALARY), is_true("adequate_pension"))


def age45_at_grant() -> Requirement:
    """Pay or pension from 45 on, by the age at the first grant."""
    return addable(
        "age45",
        _salary_or_pension(),
        "s.18(2) no.5 AufenthG",
        gap="offer",
        figure=AGE_SALARY,
        when=all_of(at_least("age_at_first_grant", 45), is_true("first_grant")),
    )


def age45_at_start() -> Requirement:
    """Pay or pension from 45 on, by the age on the first day of work."""
    return addable(
        "age45",
        _salary_or_pension(),
        "s.1(2) BeschV",
        gap="offer",
        figure=AGE_SALARY,
        when=all_of(at_least("age_at_job_start", 45), is_true("first_ba_consent")),
    )


def german(level: str, law: str, hard: str = "law", **more: Any) -> Requirement:
    """A certificate for German."""
    return addable(f"german_{level}", at_least("german_level", level), law, gap="language", hard=hard, **more)


def funds(record: str, law: str, hard: str = "law") -> Requirement:
    """A monthly amount, dated in the facts."""
    figure = threshold(record, "eur_month")
    return addable("funds", at_least("funds_per_month", figure), law, gap="funds", figure=figure, hard=hard)


def livelihood(law: str, **more: Any) -> Requirement:
    """Living and health insurance without public money."""
    return addable("livelihood", is_true("funds_including_health_insurance"), law, gap="funds", **more)


def health_insurance(law: str) -> Requirement:
    """Health insurance for the stay."""
    return addable("health_insurance", is_true("health_insurance"), law, gap="insurance")


def salary(record: str, law: str) -> Requirement:
    """A yearly pay, dated in the facts."""
    figure = threshold(record)
    return addable("salary", at_least("salary_gross_year", figure), law, gap="offer", figure=figure)


def salary_or_tariff(record: str, law: str) -> Requirement:
    """A yearly pay, or an employer who pays by a collective agreement."""
    figure = threshold(record)
    condition = any_of(at_least("salary_gross_year", figure), is_true("employer_tariff_bound"))
    return addable("salary_or_tariff", condition, law, gap="offer", figure=figure)


def not_in_germany_as(*statuses: str, law: str = "s.19f AufenthG") -> Requirement:
    """Shut out by the status in Germany."""
    return must(
        "status_excluded",
        none_of("asylum_status", *statuses),
        law,
        when=said("situation", "in_germany_thinking_of_return"),
    )


def own_qualification(law: str) -> Requirement:
    """Foreign qualification of two years and more, state-recognised at home, or an AHK certificate."""
    return addable(
        "qualification_abroad",
        any_of(ABROAD_RECOGNISED, AHK),
        law,
        gap="recognition",
        possible=any_of(CAN_BE_RECOGNISED_ABROAD, AHK),
    )


__all__ = [
    "ABROAD_RECOGNISED",
    "AHK",
    "BA_CONSENT",
    "CAN_BE_RECOGNISED_ABROAD",
    "CAN_BE_VOCATIONAL",
    "HAS_DEGREE",
    "HAS_DEGREE_OR_TERTIARY",
    "age45_at_grant",
    "age45_at_start",
    "any_job",
    "funds",
    "german",
    "health_insurance",
    "licence",
    "livelihood",
    "not_in_germany_as",
    "own_qualification",
    "qualified_job",
    "salary",
    "salary_or_tariff",
    "unless",
]
