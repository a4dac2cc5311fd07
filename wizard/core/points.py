"""Points of the opportunity card (s.20b(1) and Annex AufenthG), three-valued: what is sure, and what may still come."""

from __future__ import annotations

from wizard.core.conditions import all_of, at_least, at_most, begins_with, equals, is_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.shapes import Row

SHORTAGE_GROUPS = ("132", "133", "134", "21", "221", "222", "225", "226", "23", "25")
NEEDED = 6
MOST = 16

# row of the table, points, group of rows of which only the best counts, condition
ROWS = (
    (1, 4, "", equals("recognition_status", "partial_deficit_notice")),
    (2, 3, "german", at_least("german_level", "B2")),
    (3, 2, "german", equals("german_level", "B1")),
    (4, 1, "german", equals("german_level", "A2")),
    (5, 1, "", at_least("english_level", "C1")),
    (6, 3, "experience", at_least("experience_years_last7", 5)),
    (7, 2, "experience", at_least("experience_years_last5", 2)),
    (8, 1, "", begins_with("qualification_isco08", *SHORTAGE_GROUPS)),
    (9, 2, "age", at_most("age", 35)),
    (10, 1, "age", all_of(at_least("age", 36), at_most("age", 40))),
    (11, 1, "", at_least("stayed_in_germany_last5_months", 6)),
    (12, 1, "", is_true("partner_also_applies")),
)

KIND_OF_ROW = {row: group for row, _, group, _ in ROWS}


def count(case: Case) -> Row:
    """Dict with `rows` (row, points, result, counts), `total` (sure points) and `possible` (with all open answers)."""
    best: dict[str, Row] = {}
    rows: list[Row] = []
    possible_best: dict[str, int] = {}
    for row, points, group, condition in ROWS:
        result = condition.value(case)
        rows.append({"row": row, "points": points, "result": result, "group": group, "counts": False})
        key = group or str(row)
        if result is True and (key not in best or points > best[key]["points"]):
            best[key] = rows[-1]
        if result is not False:
            possible_best[key] = max(points, possible_best.get(key, 0))
    for row in best.values():
        row["counts"] = True
    return {"rows": rows, "total": sum(row["points"] for row in best.values()), "possible": sum(possible_best.values())}


def decide(counted: Row) -> int | None:
    """Value for the field points_total: None while the open answers can still decide it."""
    total, possible = int(counted["total"]), int(counted["possible"])
    if total >= NEEDED:
        return total
    return possible if possible < NEEDED else None


def open_fields(case: Case) -> set[str]:
    """Fields that could still bring points."""
    found: set[str] = set()
    for _, _, _, condition in ROWS:
        found |= condition.open_fields(case)
    return found
