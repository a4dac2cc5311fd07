"""The plan: steps, verdicts, contacts and why, from answers, a day and the facts of a country."""

from __future__ import annotations

from wizard.core import contacts, points
from wizard.core.fields import ASSUMED
from wizard.core.parameters import expected, last_known, valid
from wizard.core.routes.table import ASKED_ROUTES, ROUTES
from wizard.core.steps.table import BY_SITUATION
from wizard.core.verdict import CLOSED, NEARLY, OPEN, UNKNOWN, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.data import Data
    from wizard.core.requirements import Requirement, Route
    from wizard.core.shapes import Any, Row
    from wizard.core.verdict import Judged

LEAVING = "thinking_of_leaving"
RETURNING = "in_germany_thinking_of_return"
_ORDER = {OPEN: 0, NEARLY: 1, UNKNOWN: 2, CLOSED: 3}
# What usually takes longest comes last.
GAPS = ("papers", "funds", "insurance", "points", "offer", "language", "recognition", "experience", "date")


def country_of(case: Case) -> str | None:
    """Country whose offices and first steps the plan names."""
    situation: Any = case.get("situation")
    nationality: Any = case.get("nationality")
    residence: Any = case.get("residence_country")
    if situation == RETURNING:
        return nationality
    return residence if residence in COUNTRIES_WITH_DATA else nationality


COUNTRIES_WITH_DATA = ("AF", "EG", "AL", "GM", "GH", "IQ", "XK", "MA", "NG", "PK", "SN", "RS", "TN")


def judge_all(case: Case) -> list[Judged]:
    """Verdicts on all routes, in the order of the table."""
    return [judge(route, case) for route in ROUTES]


def make_plan(case: Case, data: Data) -> Row:
    """The plan as a dict of plain values. `data` gives texts, records and countries in one language."""
    country = country_of(case)
    situation: Any = case.get("situation")
    verdicts = judge_all(case)
    local = [
        r for r in data.records.values() if r["kind"] in ("centre", "contact") and country in r.get("countries", ())
    ]
    german = [r for r in data.records.values() if r["kind"] in ("centre", "contact") and not r.get("countries")]
    place = str(case.get("place") or "")
    steps = _steps(case, data, situation, country, local, german, place)
    urgent = [step["id"] for step in steps if step["urgent"]]
    return {
        "situation": situation,
        "country": country,
        "for_whom": case.get("for_whom") or "self",
        "as_of": case.day,
        "locale": data.locale,
        "warnings": [_warning(step) for step in steps if step["id"] in urgent],
        "steps": steps,
        "contacts": _contacts(data, steps, local, german, situation, place),
        "routes": sorted((_route(one, case, data) for one in verdicts), key=_nearest_first),
        "points": _points(case, data),
        "assumptions": [
            {"field": field, "text": data.plain("assumed." + field)} for field in ASSUMED if case.answers.assumed(field)
        ]
        if situation == LEAVING
        else [],
    }


def _nearest_first(row: Row) -> tuple[int, bool, int]:
    return _ORDER[row["verdict"]], row["aside"], len(row["missing"])


def _aside(route: Route, case: Case) -> bool:
    """True for a route that is not asked about, or that is made for another field of work."""
    if route.id not in ASKED_ROUTES:
        return True
    codes = [str(code) for code in (case.get("qualification_isco08"), case.get("occupation_isco08")) if code]
    return bool(route.fields and codes) and not any(
        code.startswith(f) or f.startswith(code) for code in codes for f in route.fields
    )


def _warning(step: Row) -> Row:
    return {key: step[key] for key in ("id", "title", "why", "sources")}


def _steps(
    case: Case,
    data: Data,
    situation: str,
    country: str | None,
    local: list[Row],
    german: list[Row],
    place: str,
) -> list[Row]:
    rows: list[Row] = []
    for step in BY_SITUATION.get(situation, ()):
        if not step.belongs(case, country):
            continue
        ids = [one.replace("{cc}", (country or "").lower()) for one in step.records]
        ids = [one for one in ids if one in data.records]
        mine: list[str] = [
            r["id"]
            for r in data.records.values()
            if country in r.get("countries", ())
            and (r["kind"] in step.kinds or (r["kind"] == "arrival" and r.get("topic") in step.topics))
        ]
        if step.id == "dangers":
            ids += _dangers(data, country)
        named = [one for one in step.contacts if one in data.records]
        named += contacts.choose(german, step.german_roles) + contacts.choose(local, step.roles, place)
        if not (ids or mine or named) and (step.topics or step.kinds or step.roles):
            continue
        rows.append(
            {
                "id": step.id,
                "urgent": step.urgent,
                "title": data.plain(f"step.{step.id}.title"),
                "text": data.plain(f"step.{step.id}.text"),
                "why": data.plain(f"step.{step.id}.why"),
                "records": ids + mine,
                "contacts": named,
                "sources": _sources(data, ids + mine),
            }
        )
    rows.sort(key=lambda row: not row["urgent"])
    return rows


def _dangers(data: Data, country: str | None) -> list[str]:
    """Death figures of the ways that start in or near the country, and its protection rate."""
    found = [one for one in DEATHS.get(country or "", ("deaths-world-2025",)) if one in data.records]
    found += [
        r["id"] for r in data.records.values() if r["kind"] == "protection_rate" and country in r.get("countries", ())
    ]
    found += [one for one in ("rates-how-to-read",) if one in data.records]
    return found


_WEST_AFRICA = (
    "deaths-atlantic-canary-2025",
    "deaths-sahara",
    "deaths-central-mediterranean-2025",
    "risk-libya-detention",
)
_BALKAN_WAY = ("deaths-western-balkans", "deaths-asia-2025", "risk-balkan-route")
DEATHS: dict[str, tuple[str, ...]] = {
    "GM": _WEST_AFRICA,
    "SN": _WEST_AFRICA,
    "GH": _WEST_AFRICA[1:],
    "NG": (*_WEST_AFRICA[1:], "risk-trafficking-debt-nigeria"),
    "MA": ("deaths-western-mediterranean-2025", "deaths-atlantic-canary-2025"),
    "TN": ("deaths-central-mediterranean-2025", "risk-winter-storm-boats"),
    "EG": ("deaths-central-mediterranean-2025", "risk-libya-detention"),
    "AF": _BALKAN_WAY,
    "IQ": ("deaths-western-balkans", "risk-balkan-route"),
    "PK": (*_BALKAN_WAY, "deaths-central-mediterranean-2025"),
    "AL": ("illegal-entry-crime", "overstay-crime"),
    "XK": ("illegal-entry-crime", "overstay-crime"),
    "RS": ("illegal-entry-crime", "overstay-crime"),
}


def _sources(data: Data, ids: list[str]) -> list[Row]:
    """Sources of these records, each once: title, address (where it may be shown), date."""
    rows: list[Row] = []
    seen: set[tuple[str, str | None]] = set()
    for one in ids:
        for source in data.records[one].get("sources", ()):
            key = (source["title"], source.get("url"))
            if key not in seen:
                seen.add(key)
                rows.append(dict(source))
    return rows


def _contacts(
    data: Data,
    steps: list[Row],
    local: list[Row],
    german: list[Row],
    situation: str,
    place: str,
) -> list[Row]:
    """Contacts named by the steps; at least one that is confirmed."""
    ids: list[str] = list(dict.fromkeys(one for step in steps for one in step["contacts"]))
    if not any(contacts.reachable(data.records[one]) for one in ids):
        best = contacts.next_best(german if situation == RETURNING else local or german, place)
        ids += [best] if best else []
    rows: list[Row] = []
    for one in ids:
        record = data.records[one]
        confirmed = contacts.reachable(record)
        instead = None if confirmed else contacts.instead(record, local if record.get("countries") else german, place)
        rows.append(
            {
                "id": one,
                "name": record["name"],
                "role": record.get("role"),
                "confirmed": confirmed,
                "channels": record.get("channels", []),
                "checked": record["checked"],
                "state": record.get("state"),
                "instead": instead,
                "steps": [step["id"] for step in steps if one in step["contacts"]],
            }
        )
    return rows


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
    values: dict[str, str] = {}
    if requirement.figure is not None:
        periods = case.figures[requirement.figure.record][requirement.figure.key]["periods"]
        now = valid(periods, case.day)
        if now:
            values["figure"] = now["show"]
        else:
            last = last_known(periods, case.day)
            values["figure"] = data.plain("figure.not_known_yet", last=last["show"] if last else "–")
            draft = expected(periods, case.day)
            if draft:
                values["figure"] += " " + data.plain("figure.expected", figure=draft["show"])
    return data.plain(f"rule.{requirement.text}", **values)


def _points(case: Case, data: Data) -> Row:
    counted = points.count(case)
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
    }
