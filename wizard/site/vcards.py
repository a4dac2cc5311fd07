"""Contacts to save on a phone: one vCard per office, with its confirmed numbers, source and day of the check.

The cards are the same for all languages: names as the office writes them, remarks in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, cast

import vobject
from babel import Locale

from wizard.records.read import Facts, Record
from wizard.records.shown import format_phone, is_shown, region, shown_channels
from wizard.site.view import Html, View, relative

_TYPES = {"phone": "WORK,VOICE", "short_code": "WORK,VOICE", "whatsapp": "CELL", "sms": "CELL"}
_SAVED = (*_TYPES, "email")


def has_vcard(record: Record) -> bool:
    """True for offices with a number or address that a phone can use."""
    offices = record["kind"] in ("centre", "contact") and is_shown(record)
    return offices and any(channel["type"] in _SAVED for channel in shown_channels(record))


def vcard_address(record: Record) -> str:
    """Address of the file. Not below assets/: what is there is kept for ever, and numbers change."""
    return f"contacts/{record.id}.vcf"


def vcard_link(view: View, record: Record) -> Html:
    """The link that saves the contact; empty where there is nothing to save."""
    if not has_vcard(record):
        return Html("")
    address = escape(relative(view.url, vcard_address(record)))
    return Html(f'<p class="save"><a href="{address}" download>{view.t("trust.save_contact")}</a></p>')


def vcard_files(facts: Facts, site_url: str) -> dict[str, str | bytes]:
    """All cards by address."""
    return {vcard_address(record): vcard(record, site_url) for record in facts.records if has_vcard(record)}


def _name(record: Record) -> str:
    names: dict[str, str] = record["names"]
    name = names.get("en") or next(iter(names.values()))
    # `Police` alone would be lost among the contacts of a phone.
    if len(record.countries) == 1:
        country = Locale.parse("en").territories[record.countries[0]]
        return name if country in name else f"{name}, {country}"
    return name


def _tel(record: Record, channel: dict[str, Any]) -> str:
    value = str(channel["value"])
    if channel["type"] == "short_code" or (channel["type"] == "sms" and not value.startswith("+")):
        return "".join(c for c in value if c.isdigit() or c in "*#")
    return format_phone(value, region(record.countries))[1].removeprefix("tel:")


def _note(record: Record, site_url: str) -> Iterator[str]:
    channels = shown_channels(record)
    yield f"Checked: {record['checked']}."
    inside = [str(c["value"]) for c in channels if c["type"] in _TYPES and c.get("reach") == "inside_country"]
    if inside:
        yield f"Only inside the country: {', '.join(inside)}."
    hours = [str(c["value"]) for c in channels if c["type"] == "hours"]
    if hours:
        yield f"Open: {'; '.join(hours)}."
    used = {name for c in channels for name in c.get("sources", [])}
    for source in record.get("sources", []):
        if source["id"] in used:
            url = str(source.get("url") or "")
            where = f" {url}" if url.startswith("http") and source.get("link", True) else ""
            yield f"Source: {source['title']} ({source['date']}){where}"
    yield f"Saved from Wegweiser, an independent guide: {site_url}"


def vcard(record: Record, site_url: str) -> bytes:
    """The card as version 3.0, which old phones read too."""
    card = cast(Any, vobject).vCard()
    name = _name(record)
    card.add("fn").value = name
    card.add("n").value = cast(Any, vobject).vcard.Name(family=name)
    card.add("org").value = [name]
    seen: set[str] = set()
    for channel in shown_channels(record):
        kind, value = channel["type"], str(channel["value"])
        if kind in _TYPES:
            number = _tel(record, channel)
            if number not in seen:
                seen.add(number)
                line = card.add("tel")
                line.value, line.params["TYPE"] = number, _TYPES[kind].split(",")
        elif kind == "email":
            card.add("email").value = value
        elif kind == "website":
            card.add("url").value = value
        elif kind == "address":
            line = card.add("adr")
            line.value = cast(Any, vobject).vcard.Address(street=value)
            line.params["TYPE"] = ["WORK"]
    card.add("note").value = "\n".join(_note(record, site_url))
    card.add("uid").value = f"wegweiser-{record.id}"
    card.add("rev").value = record["checked"]
    return cast(str, card.serialize()).encode()
