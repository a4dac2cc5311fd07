"""The plan: steps, verdicts, contacts and why, from answers, a day and the facts of a country."""

from __future__ import annotations

from wizard.core import contacts
from wizard.core.contacts import NOT_WORKING
from wizard.core.contradictions import contradictions
from wizard.core.dangers import dangers_of
from wizard.core.fields import ASSUMED, COUNTRIES
from wizard.core.route_rows import points_row, route_rows
from wizard.core.routes.table import ROUTES
from wizard.core.steps.table import BY_SITUATION
from wizard.core.verdict import judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.data import Data
    from wizard.core.shapes import Any, Row
    from wizard.core.steps.step import Step
    from wizard.core.verdict import Judged

LEAVING = "thinking_of_leaving"
RETURNING = "in_germany_thinking_of_return"


def country_of(case: Case) -> str | None:
    """Country whose offices and first steps the plan names."""
    situation: Any = case.get("situation")
    nationality: Any = case.get("nationality")
    residence: Any = case.get("residence_country")
    if situation == RETURNING:
        return nationality
    return residence if residence in COUNTRIES_WITH_DATA else nationality


COUNTRIES_WITH_DATA = COUNTRIES


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
    in_danger = [] if case.get("trafficking_or_violence") is True else _help_now(data, situation, local, place)
    return {
        "situation": situation,
        "country": country,
        "for_whom": case.get("for_whom") or "self",
        "as_of": case.day,
        "locale": data.locale,
        "ask_again": [
            {"id": one.id, "fields": list(one.fields), "text": data.plain(f"contradiction.{one.id}")}
            for one in contradictions(case)
        ],
        "warnings": [_warning(step) for step in steps if step["id"] in urgent],
        "steps": steps,
        "help_now": in_danger,
        "contacts": _contacts(data, steps, in_danger, local, german, situation, place),
        "routes": route_rows(verdicts, case, data),
        "points": points_row(verdicts, case, data),
        "assumptions": [
            {"field": field, "text": data.plain("assumed." + field)} for field in ASSUMED if case.answers.assumed(field)
        ]
        if situation == LEAVING
        else [],
    }


def _help_now(data: Data, situation: str, local: list[Row], place: str) -> list[str]:
    """Whom to call in danger, for everybody who did not say that there is none."""
    if situation == RETURNING:
        return [one for one in ("emergency-110", "emergency-112", "hilfetelefon-116016") if one in data.records]
    callable_now = [r for r in local if contacts.reachable(r)]
    return contacts.choose(callable_now, ("emergency", "violence_help", "trafficking_help"), place, by_role=True)


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
        ids = _records(step, data, country, case)
        nearby = [] if step.where_living and _lives_elsewhere(case) else local
        named = [one for one in step.contacts if one in data.records]
        named += contacts.choose(german, step.german_roles)
        named += contacts.choose(nearby, step.roles, place, by_role=step.urgent)
        nothing = not ids and not any(contacts.reachable(data.records[one]) for one in named)
        if nothing and (step.topics or step.kinds or step.roles):
            # Nobody who asked for it goes away with nothing: the step stays, and says that nothing is confirmed.
            if not step.urgent and step.when.value(case) is None:
                continue
            best = contacts.next_best(local, place)
            named += [best] if best and best not in named and not step.urgent else []
        rows.append(
            {
                "id": step.id,
                "urgent": step.urgent,
                "title": data.plain(f"step.{step.id}.title"),
                "text": data.plain(f"step.{step.id}.text"),
                "why": data.plain(f"step.{step.id}.why"),
                "records": ids,
                "contacts": named,
                "nothing_known": bool(nothing and (step.topics or step.kinds or step.roles)),
                "sources": _sources(data, ids + named),
            }
        )
    rows.sort(key=lambda row: not row["urgent"])
    return rows


def place_matters(case: Case, data: Data) -> bool:
    """True if some town would bring other contacts into the steps of this case."""
    country, situation = country_of(case), case.get("situation")
    local = [
        r for r in data.records.values() if r["kind"] in ("centre", "contact") and country in r.get("countries", ())
    ]
    roles = [s for s in BY_SITUATION.get(str(situation), ()) if s.roles and s.belongs(case, country)]
    for step in roles:
        anywhere = contacts.choose(local, step.roles, by_role=step.urgent)
        for place in data.places.get(country or "", ()):
            if contacts.choose(local, step.roles, place, by_role=step.urgent) != anywhere:
                return True
    return False


def _lives_elsewhere(case: Case) -> bool:
    """True if the person lives in a country we have no facts on."""
    residence = case.get("residence_country")
    return residence is not None and residence not in COUNTRIES_WITH_DATA


def _records(step: Step, data: Data, country: str | None, case: Case) -> list[str]:
    """Facts a step rests on, then those of the country that stand under it, each once."""
    nationality: Any = case.get("nationality") or country
    if step.by_nationality:
        country = nationality
    ids = [one.replace("{cc}", (country or "").lower()) for one in step.records]
    offers: Row = data.records.get(f"return-options-{(country or '').lower()}", {}).get("offers", {})
    ids += [one for key, value, one in step.offered if offers.get(key) == value]
    ids = [one for one in ids if one in data.records]
    if step.id == "dangers":
        ids += dangers_of(data, country, nationality)
    if step.where_living and _lives_elsewhere(case):
        return ids
    for record in data.records.values():
        belongs = record["kind"] in step.kinds or (record["kind"] == "arrival" and record.get("topic") in step.topics)
        # A visa office that is closed is news; a programme that has ended is not.
        over = record.get("state") in NOT_WORKING and record["kind"] != "visa"
        if belongs and record.get("countries") == [country] and not over:
            ids.append(record["id"])
    return list(dict.fromkeys(ids))


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
    in_danger: list[str],
    local: list[Row],
    german: list[Row],
    situation: str,
    place: str,
) -> list[Row]:
    """Contacts named by the steps and for danger; at least one that is confirmed."""
    ids: list[str] = list(dict.fromkeys(one for step in steps for one in step["contacts"]))
    if not any(contacts.reachable(data.records[one]) for one in ids):
        best = contacts.next_best(german if situation == RETURNING else local or german, place)
        ids += [best] if best else []
    ids += [one for one in in_danger if one not in ids]
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
