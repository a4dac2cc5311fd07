"""Contacts of a country page in the words of schema.org, for search engines and other programs."""

from __future__ import annotations

import json
from typing import Any

from wizard.records.phones import format_phone, region
from wizard.records.read import Record
from wizard.records.shown import is_old, shown_channels
from wizard.site.view import Html, View

# Roles that only bodies of a state have.
_OF_A_STATE = ("authority", "employment_agency", "diaspora_office", "german_mission")
# schema.org has no word for an office that rests: such an office is left out.
_NOT_WORKING = ("ended", "suspended", "planned", "draft", "handed_over")


def _telephone(record: Record, channel: dict[str, Any]) -> str | None:
    """The number in E.164; None for short and free numbers, which have no such form that works from everywhere."""
    if not str(channel["value"]).startswith("+"):
        return None
    return format_phone(str(channel["value"]), region(record.countries))[1].removeprefix("tel:")


def _one_or_list(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


def _organization(view: View, record: Record) -> dict[str, Any] | None:
    names: dict[str, str] = record["names"]
    found: dict[str, list[str]] = {}
    for channel in shown_channels(record):
        # These words cannot say that a number is old.
        if is_old(channel["checked"], view.day):
            continue
        kind, value = channel["type"], channel["value"]
        if kind == "phone":
            number = _telephone(record, channel)
            if number:
                found.setdefault("telephone", []).append(number)
        elif kind == "email":
            found.setdefault("email", []).append(value)
        elif kind == "website":
            found.setdefault("url", []).append(value)
        elif kind == "address":
            found.setdefault("address", []).append(value)
    if not found:
        return None
    return {
        "@type": "GovernmentOffice" if record["role"] in _OF_A_STATE else "Organization",
        "@id": f"#{record.id}",
        "name": names.get(view.locale) or names.get("en") or next(iter(names.values())),
    } | {key: _one_or_list(values) for key, values in found.items()}


def json_ld(view: View, code: str) -> Html:
    """The contacts of a country with at least one confirmed way, as a script that no browser runs."""
    rows = [
        row
        for record in view.facts.of_country(code)
        if record["kind"] in ("centre", "contact") and record.get("status", {}).get("state") not in _NOT_WORKING
        if (row := _organization(view, record)) is not None
    ]
    if not rows:
        return Html("")
    graph = {"@context": "https://schema.org", "@graph": rows}
    # `<` could end the script.
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Html(f'<script type="application/ld+json">{text}</script>')
