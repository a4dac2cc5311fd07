"""Answers that do not fit together: the person is asked to look at them again, and nothing is changed silently.

Only what cannot be, or hardly ever is. Years are full years: somebody of 20 may be almost 21, so one more is allowed.
"""

from __future__ import annotations

from wizard.core.conditions import (
    Condition,
    above,
    all_of,
    any_of,
    at_least,
    at_most,
    begins_with,
    below,
    equals,
    is_false,
    is_true,
    none_of,
    one_of,
    said_no,
    unless,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.shapes import Any, Truth

# Our own guess, no figure of the law: less than this for a year is most likely the pay of one month.
_PAY_OF_A_MONTH = 7000
# Years of work are rounded by whoever gives them.
_ROUNDED = 0.1
_TRAINED = ("vocational_ge2y", "ahk_vocational")
_DEGREE = ("academic", "tertiary_ge3y_isced6")
_NO_DEGREE = ("none", "vocational_lt2y", "vocational_ge2y", "ahk_vocational")
_RECOGNISED = ("full_equivalence", "german_degree", "german_training")
_ASYLUM = ("running", "rejected_appeal_possible", "rejected_final", "tolerated")
# ISCO-08 groups in which no job in IT lies: health, service, farming, building, metal, food, machines, helpers.
_NOT_IT = ("22", "32", "5", "6", "71", "72", "75", "8", "9")
# Helpers. Group 96 is left out: the interview uses it for "something else".
_HELPERS = ("91", "92", "93", "94", "95")
# Doctors, nurses and midwives always need a licence.
_LICENSED = ("221", "222", "322")


class _MoreThan(Condition):
    """One number is more than another one plus a constant."""

    __slots__ = ("field", "other", "plus")

    def __init__(self, field: str, other: str, plus: float = 0) -> None:
        self.field = field
        self.other = other
        self.plus = plus

    def value(self, case: Case) -> Truth:
        one: Any = case.get(self.field)
        other: Any = case.get(self.other)
        return None if one is None or other is None else one > other + self.plus + _ROUNDED

    def fields(self) -> tuple[str, ...]:
        return (self.field, self.other)


class _AfterToday(Condition):
    """A day that is still to come on the day of the plan."""

    __slots__ = ("field",)

    def __init__(self, field: str) -> None:
        self.field = field

    def value(self, case: Case) -> Truth:
        day: Any = case.get(self.field)
        return None if day is None else day > case.day

    def fields(self) -> tuple[str, ...]:
        return (self.field,)


class Contradiction:
    """Answers that do not fit together if `condition` holds. `fields`: what to look at again (default: all it reads).

    Its words are the text `contradiction.<id>`.
    """

    __slots__ = ("condition", "fields", "id")

    def __init__(self, id: str, condition: Condition, *fields: str) -> None:
        self.id = id
        self.condition = condition
        self.fields = fields or condition.fields()


TABLE = (
    # Age
    Contradiction("age_training", all_of(below("age", 16), one_of("highest_qualification", *_TRAINED))),
    Contradiction("age_degree", all_of(below("age", 18), one_of("highest_qualification", *_DEGREE))),
    Contradiction("age_job", all_of(below("age", 15), none_of("job_offer", "none"))),
    Contradiction("age_minor", all_of(at_least("age", 18), is_true("minor_alone"))),
    Contradiction("age_adult", all_of(below("age", 18), is_true("both_adults"))),
    Contradiction(
        "age_job_start",
        all_of(_MoreThan("age", "age_at_job_start"), equals("situation", "thinking_of_leaving")),
        "age",
        "age_at_job_start",
    ),
    Contradiction(
        "age_first_grant",
        all_of(_MoreThan("age", "age_at_first_grant"), unless(said_no("first_grant"))),
        "age",
        "age_at_first_grant",
    ),
    # Finished before the 18th birthday.
    Contradiction("age_degree_years", _MoreThan("degree_age_years", "age", -17)),
    # Worked before the 14th birthday.
    Contradiction(
        "age_experience_last7",
        all_of(above("experience_years_last7", 0), _MoreThan("experience_years_last7", "age", -13)),
    ),
    Contradiction(
        "age_experience_last5",
        all_of(above("experience_years_last5", 0), _MoreThan("experience_years_last5", "age", -13)),
    ),
    # Licences for trucks and buses begin at 18.
    Contradiction("age_driver", all_of(below("age", 18), none_of("driver_licence", "none"))),
    # The applicant is either the child, then both are the same, or a parent.
    Contradiction(
        "age_child",
        any_of(
            _MoreThan("child_age", "age"),
            all_of(_MoreThan("child_age", "age", -11), _MoreThan("age", "child_age")),
        ),
    ),
    # Experience
    Contradiction("experience_more_last5", _MoreThan("experience_years_last5", "experience_years_last7")),
    Contradiction("experience_more_last7", _MoreThan("experience_years_last7", "experience_years_last5", 2)),
    # Training and recognition
    Contradiction(
        "recognised_degree",
        all_of(
            one_of("recognition_status", "german_degree", "comparable_degree"),
            one_of("highest_qualification", *_NO_DEGREE),
        ),
    ),
    Contradiction(
        "recognised_nothing",
        all_of(
            one_of("recognition_status", "partial_deficit_notice", "full_equivalence", "german_training"),
            equals("highest_qualification", "none"),
        ),
    ),
    Contradiction(
        "recognised_at_home_nothing",
        all_of(is_true("qualification_state_recognised_at_home"), equals("highest_qualification", "none")),
    ),
    Contradiction(
        "finished_degree",
        all_of(equals("finished_stay_in_germany", "degree"), one_of("highest_qualification", *_NO_DEGREE)),
    ),
    Contradiction(
        "finished_training",
        all_of(equals("finished_stay_in_germany", "qualified_training"), equals("highest_qualification", "none")),
    ),
    Contradiction("training_length", all_of(is_true("training_place"), at_most("training_years", 0))),
    Contradiction(
        "recognised_exam", all_of(one_of("recognition_status", *_RECOGNISED), is_true("recognition_exam_needed"))
    ),
    Contradiction(
        "recognised_analysis", all_of(one_of("recognition_status", *_RECOGNISED), is_true("skills_analysis_promised"))
    ),
    Contradiction(
        "recognised_measure", all_of(one_of("recognition_status", *_RECOGNISED), is_true("recognition_measure_place"))
    ),
    Contradiction(
        "research_untrained",
        all_of(is_true("hosting_agreement"), one_of("highest_qualification", "none", "vocational_lt2y")),
    ),
    # Job
    Contradiction("job_months", all_of(none_of("job_offer", "none"), at_most("contract_months", 0))),
    Contradiction(
        "job_pay",
        all_of(one_of("job_offer", "qualified", "it_qualified"), below("salary_gross_year", _PAY_OF_A_MONTH)),
    ),
    Contradiction("job_it", all_of(equals("job_offer", "it_qualified"), begins_with("occupation_isco08", *_NOT_IT))),
    Contradiction("job_helper", all_of(equals("job_offer", "qualified"), begins_with("occupation_isco08", *_HELPERS))),
    Contradiction(
        "job_licence", all_of(is_false("profession_regulated"), begins_with("occupation_isco08", *_LICENSED))
    ),
    # Earlier stay
    Contradiction(
        "stay_asylum",
        all_of(is_false("previous_stay_as_asylum_seeker_or_tolerated"), one_of("asylum_status", *_ASYLUM)),
    ),
    Contradiction(
        "stay_benefits",
        all_of(is_false("previous_stay_as_asylum_seeker_or_tolerated"), is_true("asylum_benefits_last24m")),
    ),
    Contradiction(
        "stay_residence",
        all_of(one_of("situation", "back_home", "thinking_of_leaving"), equals("residence_country", "DE")),
    ),
    # Family
    Contradiction(
        "spouse_german",
        all_of(
            equals("sponsor_relation", "spouse"),
            is_true("spouse_in_germany_german"),
            none_of("sponsor_title", "german"),
        ),
    ),
    Contradiction(
        "spouse_not_german",
        all_of(
            equals("sponsor_relation", "spouse"),
            is_false("spouse_in_germany_german"),
            equals("sponsor_title", "german"),
        ),
    ),
    Contradiction(
        "spouse_married",
        all_of(none_of("sponsor_relation", "spouse"), is_true("married_before_title")),
    ),
    # The child that joins the parents is the applicant: both ages are the same.
    Contradiction(
        "child_is_applicant",
        all_of(
            equals("sponsor_relation", "parent"), any_of(_MoreThan("child_age", "age"), _MoreThan("age", "child_age"))
        ),
    ),
    Contradiction("sponsor_years", all_of(one_of("sponsor_title", "german", "none"), above("sponsor_title_years", 0))),
    Contradiction("sponsor_date", _AfterToday("sponsor_first_skilled_title_date")),
)


def contradictions(case: Case) -> list[Contradiction]:
    """What does not fit together in the answers the person gave; what was filled in for them never counts."""
    given = case.answers.given
    return [
        one
        for one in TABLE
        if all(given.get(field) is not None for field in one.fields) and one.condition.value(case) is True
    ]
