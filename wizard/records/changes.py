"""What changed in the facts (wizard/facts/changes.yaml), and what can be wrong with that list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from wizard.records.read import CHANGES, FACTS, FactFile, Fault, Place, Record, read_file

_SCHEMA = FACTS / "schema" / "changes.schema.json"


@dataclass(frozen=True)
class Change:
    """One change of one or more facts."""

    records: tuple[str, ...]
    how: str
    what: str
    why: str
    old: str | float | None = None
    new: str | float | None = None
    unit: str = ""


@dataclass(frozen=True)
class Day:
    """All changes of one day."""

    date: str
    about: str
    changes: tuple[Change, ...]


def read_changes(root: Path = FACTS) -> list[Day]:
    """All days, newest first."""
    tree = read_file(root / CHANGES, root).tree
    days = [
        Day(
            day["date"],
            day.get("about", ""),
            tuple(Change(**{**row, "records": tuple(row["records"])}) for row in day["changes"]),
        )
        for day in tree["days"]
    ]
    return sorted(days, key=lambda day: day.date, reverse=True)


def change_faults(root: Path, records: dict[str, Record], today: date) -> Iterator[Fault]:
    """Every fault of the list; nothing where a folder of facts has none."""
    if not (root / CHANGES).is_file():
        return
    file = read_file(root / CHANGES, root)
    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    broken = False
    for error in Draft202012Validator(schema).iter_errors(file.tree):
        broken = True
        mend = "See wizard/facts/schema/changes.schema.json."
        yield _fault(file, tuple(error.absolute_path), f"{error.message}.", mend)
    if broken:
        return
    for i, day in enumerate(file.tree["days"]):
        if day["date"] > today.isoformat():
            what = f"The date {day['date']} lies in the future."
            yield _fault(file, ("days", i, "date"), what, "Write the day of the change.")
        for j, change in enumerate(day["changes"]):
            yield from _row_faults(file, ("days", i, "changes", j), change, records)


def _row_faults(file: FactFile, place: Place, change: dict[str, Any], records: dict[str, Record]) -> Iterator[Fault]:
    for record_id in change["records"]:
        if record_id not in records:
            mend = "Write the id of a record of wizard/facts/; ids never change."
            yield _fault(file, (*place, "records"), f"There is no record `{record_id}`.", mend)
            continue
        for channel in records[record_id].get("channels", []):
            if channel.get("withheld") and str(channel["value"]) in (str(change.get("old")), str(change.get("new"))):
                what = f"`{channel['value']}` of `{record_id}` is withheld: nobody is to see it."
                yield _fault(file, place, what, "Leave out the value.")
    if change["how"] == "replaced" and "new" not in change:
        yield _fault(file, place, "It is replaced, but `new` is missing.", "Add `new:`, or write how: withheld.")


def _fault(file: FactFile, place: Place, what: str, mend: str) -> Fault:
    while place and place not in file.lines:
        place = place[:-1]
    return Fault(file.name, file.lines.get(place, 1), "", what, mend)
