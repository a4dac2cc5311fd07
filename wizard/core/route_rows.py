"""Verdicts on the routes as rows of the plan: reasons, what is missing, points."""

from __future__ import annotations

from wizard.core import points
from wizard.core.comparison import GAPS, compared, slowest
from wizard.core.parameters import expected, last_known, valid
from wizard.core.points_ways import ways
from wizard.core.routes.goals import chosen_routes, for_other_work
from wizard.core.routes.search import OPPORTUNITY_CARD, SKILLED_WORKER
from wizard.core.verdict import CLOSED, NEARLY, OPEN, UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.data import Data
    from wizard.core.requirements import Requirement, Route
    from wizard.core.shapes import Row, Sequence
    from wizard.core.verdict import Judged

_ORDER = {OPEN: 0, NEARLY: 1, UNKNOWN: 2, CLOSED: 3}


def route_rows(verdicts: Sequence[Judged], case: Case, data: Data) -> list[Row]:
    """One row per route: open first, then what is nearest."""
    return sorted((_route(one, case, data) for one in verdicts), key=_nearest_first)


def _nearest_first(row: Row) -> tuple[int, bool, int, int]:
    return _ORDER[row["verdict"]], row["aside"], slowest(row["compare"]), len(row["missing"])


def _aside(route: Route, case: Case) -> bool:
    """True for a route that serves no goal of the visitor, or that is made for another field of work."""
    return route.id not in chosen_routes(case) or for_other_work(route, case)


def _route(judged: Judged, case: Case, data: Data) -> Row:
    route = judged.route
    record: Row = data.records.get(route.id, {})
    sources: list[Row] = [dict(source) for source in record.get("sources", ())]
    reasons = [
        {
            "rule": reason.requirement.id,
            "result": reason.result,
            "kind": reason.requirement.kind,
            "hard": reason.requirement.hard,
            "law": reason.requirement.law,
            "closes": reason.closes,
            "text": _rule_text(reason.requirement, case, data),
            "text_lang": _rule_lang(reason.requirement, data),
            "sources": sources,
            "assumed": reason.general and any(case.answers.assumed(f) for f in reason.requirement.condition.fields()),
        }
        for reason in judged.reasons
        if reason.result != "not_needed"
    ]
    missing: list[Row] = []
    if judged.verdict in (NEARLY, UNKNOWN):
        for reason in judged.missing():
            requirement = reason.requirement
            fields = sorted(reason.open_fields(case))
            missing.append(
                {
                    "rule": requirement.id,
                    "gap": requirement.gap or "answer",
                    "result": reason.result,
                    "fields": fields,
                    "text": _rule_text(requirement, case, data),
                    "text_lang": _rule_lang(requirement, data),
                    "law": requirement.law,
                    "hard": requirement.hard,
                }
            )
        missing.sort(key=_time_to_get)
    return {
        "id": route.id,
        "name": record.get("name", route.id),
        "verdict": judged.verdict,
        "variant": judged.variant,
        "law": route.law,
        "aside": _aside(route, case),
        "reasons": reasons,
        "missing": missing,
        "compare": compared(judged, case, data),
        "suspended_until": route.suspended_until if judged.suspended else None,
        "closed_text": _closed_text(judged, data),
        "sources": sources,
    }


def _closed_text(judged: Judged, data: Data) -> str:
    """Why the route is closed for everybody at the moment; empty where it is not."""
    route = judged.route
    if judged.suspended:
        return data.plain("closed.suspended", date=data.day(str(route.suspended_until)))
    return data.plain(f"closed.{route.closed_for_all}") if route.closed_for_all else ""


def _rule_lang(requirement: Requirement, data: Data) -> str:
    return data.text(f"rule.{requirement.text}")[1]


def _time_to_get(row: Row) -> tuple[int, str]:
    return (GAPS.index(row["gap"]) if row["gap"] in GAPS else len(GAPS)), str(row["rule"])


def _rule_text(requirement: Requirement, case: Case, data: Data) -> str:
    text_id = f"rule.{requirement.text}"
    if requirement.figure is None:
        return data.plain(text_id)
    periods = case.figures[requirement.figure.record][requirement.figure.key]["periods"]
    now = valid(periods, case.day)
    if now:
        return data.plain(text_id, figure=now["show"])
    last, draft = last_known(periods, case.day), expected(periods, case.day)
    # Sentences of their own: inside the rule they could not be read.
    sentences = [data.plain(text_id, figure=last["show"] if last else "–")]
    sentences.append(data.plain("figure.not_known_yet" if last else "figure.none_known"))
    if draft:
        sentences.append(data.plain("figure.expected", figure=draft["show"]))
    return " ".join(sentences)


def points_row(verdicts: Sequence[Judged], case: Case, data: Data) -> Row:
    """The table of points of the opportunity card, with the visitor's own and the ways to enough of them."""
    counted = points.count(case)
    nearly = any(one.route is OPPORTUNITY_CARD and one.verdict == NEARLY for one in verdicts)
    # Skilled workers need no points.
    wanted = nearly and SKILLED_WORKER.value(case) is not True
    return {
        "total": counted["total"],
        "possible": counted["possible"],
        "needed": points.NEEDED,
        "rows": [
            {
                "row": row["row"],
                "points": row["points"],
                "counts": row["counts"],
                "result": {True: "yes", False: "no", None: "unknown"}[row["result"]],
                "feature": data.plain(f"points.row{row['row']}"),
            }
            for row in counted["rows"]
        ],
        "ways": [
            [{"row": one.row, "adds": one.adds, "feature": data.plain(f"points.row{one.row}")} for one in way]
            for way in (ways(case) if wanted else ())
        ],
    }
