"""Points of the opportunity card (s.20b(1) and Annex AufenthG), three-valued: what is sure, and what may still come."""

from wizard.core.conditions import all_of, at_least, at_most, begins_with, equals, is_true

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


def count(case):
    """Dict with `rows` (row, points, result, counts), `total` (sure points) and `possible` (with all open answers)."""
    best, rows = {}, []
    possible_best = {}
    for row, points, group, condition in ROWS:
        result = condition.value(case)
        rows.append({"row": row, "points": points, "result": result, "group": group, "counts": False})
        key = group or row
        if result is True and points > best.get(key, (0, None))[0]:
            best[key] = (points, rows[-1])
        if result is not False:
            possible_best[key] = max(points, possible_best.get(key, 0))
    for _, row in best.values():
        row["counts"] = True
    return {"rows": rows, "total": sum(p for p, _ in best.values()), "possible": sum(possible_best.values())}


def decide(counted):
    """Value for the field points_total: None while the open answers can still decide it."""
    if counted["total"] >= NEEDED:
        return counted["total"]
    return counted["possible"] if counted["possible"] < NEEDED else None


def open_fields(case):
    """Fields that could still bring points."""
    found = set()
    for _, _, _, condition in ROWS:
        found |= condition.open_fields(case)
    return found
