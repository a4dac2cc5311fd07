"""A plan as plain text for a terminal or a letter."""

from __future__ import annotations

import textwrap
from typing import Any

from wizard.core.data import Data
from wizard.core.law import law_text


def _wrapped(text: str, indent: str = "   ") -> str:
    return textwrap.fill(text, 100, initial_indent=indent, subsequent_indent=indent)


def plan_text(plan: dict[str, Any], data: Data) -> str:
    """Steps with contacts, then the verdicts."""
    country = data.countries.get(plan["country"], {}).get("name", "")
    lines = [
        *_ask_again(plan, data),
        data.plain("plan.for", country=country, date=data.day(plan["as_of"])),
        "",
        _wrapped(data.plain("plan.own"), ""),
        "",
    ]
    if not plan["steps"]:
        lines.append(data.plain("plan.empty"))
    for number, step in enumerate(plan["steps"], 1):
        urgent = f"  [{data.plain('plan.urgent')}]" if step["urgent"] else ""
        lines += [f"{number}. {step['title']}{urgent}", _wrapped(step["text"])]
        if step["id"] == "routes":
            lines += _routes(plan, data)
        for contact in plan["contacts"]:
            if contact["id"] in step["contacts"]:
                lines += _contact(contact, data)
        if step["sources"]:
            names = "; ".join(f"{s['title']} ({_date(s, data)})" for s in step["sources"][:3])
            lines.append(_wrapped(f"{data.plain('plan.sources')} {names}", "     "))
        lines.append("")
    for contacts, heading in _without_step(plan):
        if contacts:
            lines += [data.plain(heading), *(line for one in contacts for line in _contact(one, data)), ""]
    return "\n".join([*lines, data.plain("plan.end")])


def _without_step(plan: dict[str, Any]) -> list[tuple[list[dict[str, Any]], str]]:
    """Contacts that no step names: where to ask at all, and whom to call in danger."""
    rest = [one for one in plan["contacts"] if not one["steps"]]
    in_danger = [one for one in plan["contacts"] if one["id"] in plan["help_now"]]
    return [([one for one in rest if one not in in_danger], "plan.also_ask"), (in_danger, "plan.help_now")]


def _ask_again(plan: dict[str, Any], data: Data) -> list[str]:
    """Answers that do not fit together, with the fields to look at."""
    rows = [_wrapped(f"· {row['text']} ({', '.join(row['fields'])})") for row in plan["ask_again"]]
    return [_wrapped(data.plain("plan.ask_again"), ""), *rows, ""] if rows else []


def _date(source: dict[str, Any], data: Data) -> str:
    return data.plain("plan.no_date") if source["date"] == "unknown" else source["date"]


def _contact(contact: dict[str, Any], data: Data) -> list[str]:
    lines = [f"   * {contact['name']}  ({data.plain('plan.checked', date=contact['checked'])})"]
    if data.records[contact["id"]].get("state") == "unknown":
        lines.append(f"       {data.plain('plan.state_unknown')}")
    lines += [
        f"       {data.plain('channel.' + c['type'])}: {c['show']}"
        for c in contact["channels"]
        if f"channel.{c['type']}" in data.texts
    ]
    if not contact["confirmed"]:
        lines.append(f"       {data.plain('plan.not_confirmed')}")
        best = data.records.get(contact["instead"] or "")
        if best:
            ways = ", ".join(c["show"] for c in best["channels"][:2])
            lines.append(f"       {data.plain('plan.ask_instead')} {best['name']}: {ways}")
    return lines


def _routes(plan: dict[str, Any], data: Data) -> list[str]:
    lines: list[str] = []
    for verdict in ("open", "nearly", "unknown", "closed"):
        rows = [route for route in plan["routes"] if route["verdict"] == verdict]
        near = [route for route in rows if verdict in ("unknown", "closed") or not route["aside"]]
        others = [route for route in rows if route not in near]
        if near:
            lines += ["", f"   {data.plain(f'verdict.{verdict}', count=len(near))}"]
        for route in near:
            lines.append(f"   - {route['name']} [{law_text(route['law'], data.plain)}]")
            lines += _reasons(route, data)
        if others:
            key = "plan.other_open" if verdict == "open" else "plan.other_routes"
            names = "; ".join(route["name"] for route in others)
            lines += ["", _wrapped(f"{data.plain(key, count=len(others))}: {names}")]
    return [*lines, ""]


def _reasons(route: dict[str, Any], data: Data) -> list[str]:
    """What is missing, what must be found out, or why it is closed, each under its heading."""
    groups = (
        ("plan.missing", [r["text"] for r in route["missing"] if r["result"] == "no"]),
        ("plan.find_out", [r["text"] for r in route["missing"] if r["result"] == "unknown"]),
        ("plan.closed_by", [r["text"] for r in route["reasons"] if r["closes"]]),
    )
    lines = [_wrapped(route["closed_text"], "       ")] if route["closed_text"] else []
    for key, texts in groups:
        if texts and route["verdict"] != "unknown":
            lines.append(f"       {data.plain(key)}")
            lines += [_wrapped(f"· {text}", "         ") for text in texts]
    return lines
