"""All facts that may be shown as JSON, in one file and by country, and the schema they follow."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from wizard.records.check import schema
from wizard.records.read import Record
from wizard.records.shown import CALLS, is_shown, shown_channels
from wizard.site.channels_html import call_link
from wizard.site.open_data.edition import LICENCE, LICENCE_URL, NOTICE, Edition
from wizard.site.places import FOLDERS

SCHEMA_PATH = "data/facts.schema.json"
# Notes of those who collect the facts: what does not stand, and why it is kept back.
_WORKING_NOTES = ("conflicts", "made_from", "withheld")


def published(record: Record) -> dict[str, Any]:
    """The record as others may use it: without working notes, and without channels that are withheld or doubtful."""
    row = {key: value for key, value in record.items() if key not in _WORKING_NOTES}
    channels = [_channel(record, channel) for channel in shown_channels(record)]
    row.pop("channels", None)
    if channels:
        row["channels"] = channels
    row["sources"] = [_source(source) for source in record["sources"]]
    return row


def _channel(record: Record, channel: dict[str, Any]) -> dict[str, Any]:
    if channel["type"] in (*CALLS, "email"):
        return channel | {"uri": call_link(record, channel)[1]}
    return dict(channel)


def _source(source: dict[str, Any]) -> dict[str, Any]:
    """Copies and mirrors keep their title; their address is never given out."""
    hidden = ("link",) if source.get("link", True) else ("link", "url")
    return {key: value for key, value in source.items() if key not in hidden}


def _written(edition: Edition, title: str, records: list[Record]) -> str:
    rows = [published(record) for record in records if is_shown(record)]
    head = {
        "$schema": edition.address(SCHEMA_PATH),
        "title": title,
        "made_on": edition.day.isoformat(),
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "attribution": edition.attribution,
        "notice": NOTICE,
    }
    # One record a line: small enough to send, and two editions can be compared line by line.
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'{json.dumps(head, ensure_ascii=False, indent=1)[:-2]},\n "records": [\n{lines}\n]}}\n'


def all_facts(edition: Edition) -> str:
    """Every fact that is shown."""
    return _written(edition, "Facts of Wegweiser", edition.facts.records)


def facts_of_country(edition: Edition, code: str) -> str:
    """The facts of one country, with those it shares with others."""
    return _written(edition, f"Facts of Wegweiser: {FOLDERS[code].title()}", edition.facts.of_country(code))


def published_schema(edition: Edition) -> str:
    """The schema of these files, made from the one the facts are checked with."""
    own = deepcopy(schema())
    defs = own["$defs"]
    for key in _WORKING_NOTES:
        defs["record"]["properties"].pop(key)
    del defs["withheld"]
    channel = defs["channel"]["properties"]
    del channel["withheld"]
    channel["confidence"] = {"enum": ["high", "medium"]}
    channel["uri"] = {"type": "string", "pattern": "^(tel:|sms:|mailto:|https://wa\\.me/)"}
    channel["uri"]["description"] = "For calls, messages and e-mail: the address that a tap opens."
    source = defs["source"]
    del source["properties"]["link"], source["anyOf"]
    text = {"type": "string", "minLength": 3}
    published_schema = {
        "$schema": own["$schema"],
        "$id": edition.address(SCHEMA_PATH),
        "title": "Published facts of Wegweiser",
        "description": "Ids never change their meaning. Texts are in English and may name a figure of their record as "
        "{figure_key}. A figure holds only in its periods; `expected` marks plans. No entry means not known.",
        "type": "object",
        "additionalProperties": False,
        "required": ["title", "made_on", "licence", "licence_url", "attribution", "notice", "records"],
        "properties": {
            "$schema": text,
            "title": text,
            "made_on": {"$ref": "#/$defs/full_day"},
            "licence": {"const": LICENCE},
            "licence_url": {"const": LICENCE_URL},
            "attribution": text | {"description": "Name this when you use the facts."},
            "notice": text,
            "records": {"type": "array", "items": {"$ref": "#/$defs/record"}},
        },
        "$defs": defs,
    }
    return json.dumps(published_schema, ensure_ascii=False, indent=1) + "\n"
