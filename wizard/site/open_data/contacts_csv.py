"""All contacts as a table: one row for each confirmed way to reach an office."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from wizard.records.read import Record
from wizard.records.shown import CALLS, is_shown, shown_channels
from wizard.site.channels_html import call_link
from wizard.site.open_data.edition import Edition

# Column, type in the words of Table Schema, meaning. An office without a confirmed way has one row with empty cells.
COLUMNS = (
    ("id", "string", "Id of the record, the same as in facts.json. An office has one row for each way to reach it."),
    ("countries", "string", "ISO codes with spaces between them (Kosovo: XK). Empty: Germany, or all countries."),
    ("role", "string", "What the office is; the values are listed in facts.schema.json."),
    ("name", "string", "Name in English, or as the office writes it."),
    ("name_lang", "string", "Language of the name."),
    ("city", "string", "Town of the office, as far as it is known."),
    ("state", "string", "State of the office; `unknown` where no proof was found. Empty: not recorded."),
    ("state_seen", "string", "Day, month or year of the newest proof for the state."),
    (
        "way",
        "string",
        "phone, short_code, whatsapp, sms, email, website, address, hours or languages. Empty: none is confirmed.",
    ),
    (
        "value",
        "string",
        "What to open or read: tel:, sms:, mailto: or https: address; text for address, hours, languages.",
    ),
    ("place", "string", "Town or region this way is for."),
    ("service", "string", "For emergency numbers: police, ambulance, fire, general."),
    ("cost", "string", "free or paid. Empty: not known."),
    ("reach", "string", "inside_country or everywhere. Empty: not recorded."),
    ("checked", "date", "Day somebody last read the sources of this row."),
    ("confidence", "string", "high or medium. Low is not published."),
    ("source", "string", "Titles of the sources of this row."),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """The text of a cell, so that a spreadsheet never takes it for a formula: such a text gets an apostrophe in front."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def contacts(edition: Edition) -> list[Record]:
    """Offices that may be shown."""
    return [r for r in edition.facts.records if r["kind"] in ("centre", "contact") and is_shown(r)]


def english_name(record: Record) -> tuple[str, str]:
    """English name, or the first one there is, with its language."""
    names: dict[str, str] = record["names"]
    lang = "en" if "en" in names else next(iter(names))
    return names[lang], lang


def _value(record: Record, channel: dict[str, Any]) -> str:
    if channel["type"] in (*CALLS, "email"):
        return call_link(record, channel)[1]
    value = channel["value"]
    return " ".join(value) if isinstance(value, list) else str(value)


def _rows(record: Record) -> Iterator[dict[str, str]]:
    name, lang = english_name(record)
    status = record.get("status", {})
    titles = {source["id"]: source["title"] for source in record["sources"]}
    office = {
        "id": record.id,
        "countries": " ".join(record.countries),
        "role": record["role"],
        "name": name,
        "name_lang": lang,
        "city": record.get("city", ""),
        "state": status.get("state", ""),
        "state_seen": status.get("seen", ""),
    }
    channels = shown_channels(record)
    for channel in channels:
        yield office | {
            "way": channel["type"],
            "value": _value(record, channel),
            **{key: channel.get(key, "") for key in ("place", "service", "cost", "reach")},
            "checked": channel["checked"],
            "confidence": channel["confidence"],
            "source": " | ".join(titles[source] for source in channel["sources"]),
        }
    if not channels:
        yield office | {"checked": record["checked"], "source": " | ".join(titles.values())}


def contacts_csv(edition: Edition) -> str:
    """The table. It starts with a byte order mark, without which spreadsheets garble Arabic and accents."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [name for name, _, _ in COLUMNS], restval="")
    writer.writeheader()
    for record in contacts(edition):
        for row in _rows(record):
            writer.writerow({key: harmless(cell) for key, cell in row.items()})
    return "\ufeff" + text.getvalue()
