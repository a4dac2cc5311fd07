"""Points of the opportunity card: when they are decided, and what they count."""

from __future__ import annotations

import pytest

from wizard.core import points
from wizard.core.answers import Answers
from wizard.core.case import Case


def case(**answers: object) -> Case:
    """A case with only these answers."""
    return Case(Answers(dict(answers), assume=False), "2026-06-01", {})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("total", "possible", "decided"),
    [(6, 6, 6), (7, 16, 7), (5, 6, None), (5, 5, 5), (0, 5, 5), (0, 6, None), (4, 5, 5)],
)
def test_decided_or_still_open(total: int, possible: int, decided: int | None) -> None:
    """Six sure points decide, fewer than six possible ones too; between them it is open."""
    assert points.decide({"total": total, "possible": possible}) == decided


def test_theoretical_maximum() -> None:
    """All best rows together make 16 points, which is what can come while nothing is known."""
    nothing = points.count(case())
    assert (nothing["total"], nothing["possible"]) == (0, points.MOST)
    assert points.MOST == 16
    assert points.NEEDED == 6


def test_only_the_best_row_of_a_group_counts() -> None:
    """Each row says whether it counts; five years of work take the place of two."""
    counted = points.count(case(experience_years_last5=5, experience_years_last7=5, age=30, german_level="B1"))
    assert [row["row"] for row in counted["rows"] if row["counts"]] == [3, 6, 9]
    assert [row["row"] for row in counted["rows"] if row["result"] is True] == [3, 6, 7, 9]
    assert counted["total"] == 7
    assert [row["row"] for row in counted["rows"]] == list(range(1, 13))
    assert [row["group"] for row in counted["rows"]][1:4] == ["german"] * 3


def test_open_fields_are_those_that_could_bring_points() -> None:
    """Every field of the table without an answer, and none with one."""
    assert points.open_fields(case()) == {
        "recognition_status",
        "german_level",
        "english_level",
        "experience_years_last7",
        "experience_years_last5",
        "qualification_isco08",
        "age",
        "stayed_in_germany_last5_months",
        "partner_also_applies",
    }
    assert "age" not in points.open_fields(case(age=50))
