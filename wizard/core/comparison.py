"""What the comparison of the routes shows in one row: the gaps, the amounts, the German, how long a stay can last."""

from __future__ import annotations

from wizard.core.parameters import last_known, valid
from wizard.core.verdict import NEARLY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.data import Data
    from wizard.core.shapes import Row
    from wizard.core.verdict import Judged

# The university sets the level, not the law.
_UNIVERSITY = ("course_language", "study_conditions")
# What usually takes longest comes last.
GAPS = ("papers", "funds", "insurance", "points", "offer", "language", "recognition", "experience", "date")


def compared(judged: Judged, case: Case, data: Data) -> Row:
    """One row, from the rules and the record of the route.

    `lacking`, `find_out`: gaps, quickest first. `amounts`: what for, the amount, and if it holds on the day.
    `german`: level, English instead, and `practice` or `in_some_cases`. `stay`: text and its language.
    """
    record: Row = data.records.get(judged.route.id, {})
    lacking = _gaps(judged, "no")
    return {
        "lacking": lacking,
        "find_out": [gap for gap in _gaps(judged, "unknown") if gap not in lacking],
        "amounts": _amounts(judged, record, case),
        "german": _german(judged, case),
        "stay": _stay(record, case, data),
    }


def slowest(row: Row) -> int:
    """Place of the gap that usually takes longest; what is only to be found out counts like what is missing."""
    gaps: list[str] = row["lacking"] + row["find_out"]
    return max((GAPS.index(gap) for gap in gaps if gap in GAPS), default=-1)


def _gaps(judged: Judged, result: str) -> list[str]:
    if judged.verdict != NEARLY:
        return []
    found = {r.requirement.gap or "answer" for r in judged.reasons if r.result == result}
    return sorted(found, key=lambda gap: (GAPS.index(gap) if gap in GAPS else len(GAPS), gap))


def _amounts(judged: Judged, record: Row, case: Case) -> list[Row]:
    """Visa fee, and each amount that a requirement of this person names."""
    rows: list[Row] = []
    fee: Row | None = record.get("figures", {}).get("fee")
    if fee:
        rows.append(_amount("fee", fee, case))
    for reason in judged.reasons:
        figure = reason.requirement.figure
        if figure is not None and reason.result != "not_needed":
            rows.append(_amount(reason.requirement.text, case.figures[figure.record][figure.key], case))
    return rows


def _amount(kind: str, figure: Row, case: Case) -> Row:
    now = valid(figure["periods"], case.day)
    period = now or last_known(figure["periods"], case.day)
    return {"kind": kind, "amount": period["show"] if period else "", "holds": now is not None}


def _german(judged: Judged, case: Case) -> list[Row]:
    """Each level that a requirement of this person names."""
    rows: list[Row] = []
    for reason in judged.reasons:
        one = reason.requirement
        if one.text in _UNIVERSITY:
            rows.append({"level": "", "english": "", "mark": "university"})
        levels: Row = {test.field: test.operand for test in one.condition.tests()}
        if reason.result in ("yes", "no", "unknown") and "german_level" in levels:
            some = one.when is not None and one.when.value(case) is None
            mark = "practice" if one.hard == "practice" else "in_some_cases" if some else ""
            rows.append({"level": levels["german_level"], "english": levels.get("english_level", ""), "mark": mark})
    return rows


def _stay(record: Row, case: Case, data: Data) -> list[str]:
    """How long a stay can last, in the words of the record and their language; empty where it says nothing."""
    found: str | list[str] = record.get("stay", "")
    text, lang = (found, data.lang) if isinstance(found, str) else (found[0], found[1])
    for key, figure in record.get("figures", {}).items():
        text = text.replace("{" + key + "}", _amount(key, figure, case)["amount"] or "–")
    return [text, lang]
