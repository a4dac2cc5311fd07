"""Hypothesis strategies for answers: any valid ones, and people of the law cases with a few answers changed."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.core.test_cases import CASES
from wizard.core.fields import FIELDS, NOT_ASKED

# Values on both sides of every limit the rules have; the middle matters less.
NUMBERS: dict[str, tuple[float, ...]] = {
    "age": (0, 17, 18, 26, 27, 29, 30, 34, 35, 36, 40, 41, 44, 45, 46, 120),
    "age_at_job_start": (18, 44, 45, 120),
    "age_at_first_grant": (18, 44, 45, 120),
    "experience_years_last5": (0, 1.9, 2, 5),
    "experience_years_last7": (0, 2.9, 3, 4.9, 5, 7),
    "degree_age_years": (0, 3, 3.1, 80),
    "contract_months": (0, 5, 6, 600),
    "hours_per_week": (0, 29.9, 30, 60),
    "salary_gross_year": (0, 45629.99, 45630, 45934.19, 45934.2, 50699.99, 50700, 55769.99, 55770, 1000000),
    "training_years": (0, 1.9, 2, 6),
    "lessons_per_week": (0, 17, 18, 60),
    "funds_per_month": (0, 854, 855, 958, 959, 991, 992, 1090, 1091, 100000),
    "stayed_in_germany_last5_months": (0, 5, 6, 60),
    "points_total": (0, 16),
    "sponsor_title_years": (0, 1.9, 2, 80),
    "sponsor_stay_months_expected": (0, 12, 13, 600),
    "child_age": (0, 15, 16, 17, 18, 120),
}
_OTHER: dict[str, tuple[Any, ...]] = {
    "residence_country": ("AL", "XK", "BA", "ME", "GH", "DE", "ZZ"),
    "place": ("Accra", "Erbil", "Nowhere"),
    "qualification_isco08": ("2", "2512", "222", "322", "532", "711", "13", "132", "93"),
    "occupation_isco08": ("1", "13", "133", "2", "25", "2144", "2411", "3221", "93"),
    "sponsor_first_skilled_title_date": ("2024-02-29", "2024-03-01", "2026-01-01"),
    "needs": ([], ["work"], ["health", "papers"], ["business", "money", "legal"]),
}


def values_of(field: str) -> list[Any]:
    """Known values of a field: all there are, or both sides of every limit."""
    kind, allowed = FIELDS[field]
    if field in NUMBERS:
        return list(NUMBERS[field])
    if field in _OTHER:
        return list(_OTHER[field])
    if kind == "boolean":
        return [True, False]
    return [value for value in allowed if value != "unknown"]


ASKABLE = sorted(field for field in FIELDS if field not in NOT_ASKED)


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, Any]:
    """Any valid answers: a random set of fields, each with a value or "I don't know"."""
    fields = draw(st.lists(st.sampled_from(ASKABLE), unique=True, max_size=40))
    return {field: draw(st.sampled_from([None, *values_of(field)])) for field in fields}


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    """Somebody of the law cases, with up to five answers changed: near the limits, where verdicts turn."""
    answers = dict(draw(st.sampled_from([param.values[0]["answers"] for param in CASES])))
    for field in draw(st.lists(st.sampled_from(ASKABLE), unique=True, max_size=5)):
        answers[field] = draw(st.sampled_from([None, *values_of(field)]))
    return answers
