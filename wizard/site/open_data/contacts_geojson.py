"""Contacts whose town is known as GeoJSON. No record holds coordinates, so every geometry is null (RFC 7946, 3.2)."""

from __future__ import annotations

import json
from typing import Any

from wizard.records.read import Record
from wizard.records.shown import shown_channels
from wizard.site.open_data.contacts_csv import contacts, english_name
from wizard.site.open_data.edition import LICENCE, NOTICE, Edition

NO_COORDINATES = "No source gives coordinates, so `geometry` is null. `place` names the town. We add no guessed points."


def _places(record: Record) -> dict[str, list[str]]:
    """Towns of the office, each with the addresses there that are confirmed."""
    towns: dict[str, list[str]] = {record["city"]: []} if record.get("city") else {}
    for channel in shown_channels(record):
        town = channel.get("place") or record.get("city")
        if town:
            addresses = towns.setdefault(town, [])
            if channel["type"] == "address":
                addresses.append(channel["value"])
    return towns


def _feature(record: Record, place: str, addresses: list[str]) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "record": record.id,
        "name": english_name(record)[0],
        "role": record["role"],
        "countries": record.countries,
        "place": place,
        "state": record.get("status", {}).get("state"),
        "checked": record["checked"],
    }
    if addresses:
        properties["addresses"] = addresses
    return {"type": "Feature", "geometry": None, "properties": properties}


def contacts_geojson(edition: Edition) -> str:
    """One feature for each town of each contact."""
    features = [
        _feature(record, place, addresses)
        for record in contacts(edition)
        for place, addresses in _places(record).items()
    ]
    head = {
        "type": "FeatureCollection",
        "made_on": edition.day.isoformat(),
        "licence": LICENCE,
        "attribution": edition.attribution,
        "notice": f"{NO_COORDINATES} {NOTICE}",
    }
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in features)
    return f'{json.dumps(head, ensure_ascii=False, indent=1)[:-2]},\n "features": [\n{lines}\n]}}\n'
