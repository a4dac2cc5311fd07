"""What changed in the facts: read from wizard/facts/changes.yaml, published as a feed.

Atom is written with the standard library: we need six elements of it. feedgen would bring lxml, and its last release is
from 2023.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import yaml

from wizard.records.amounts import amount_text
from wizard.records.catalogue import SOURCE, english
from wizard.records.read import FACTS
from wizard.site.open_data.contacts_csv import english_name
from wizard.site.open_data.edition import NOTICE, Edition
from wizard.site.places import FOLDERS

CHANGES = FACTS / "changes.yaml"
FEED_PATH = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_NEWEST = 50
_NEEDED = ("records", "how", "what", "why")


class BrokenChange(Exception):
    """An entry of the list of changes that cannot be used; the message says which and how to mend it."""


@dataclass(frozen=True)
class Change:
    """One change: its day, the records it touches, what is different now, and why."""

    date: str
    records: tuple[str, ...]
    how: str
    what: str
    why: str
    old: str = ""
    new: str = ""


def read_changes(path: Path = CHANGES) -> list[Change]:
    """All changes, newest first; none where the file is missing or empty."""
    tree: Any = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None
    days: Any = tree.get("days") if isinstance(tree, dict) else []
    if (tree is not None and not isinstance(days, list)) or isinstance(tree, list):
        raise BrokenChange(f"{CHANGES.name} must begin with `days:`, a list of days with `date` and `changes`.")
    found = [
        _change(row, str(day.get("date", "")), f"day {number}, change {place}")
        for number, day in enumerate(days, start=1)
        for place, row in enumerate(day.get("changes") or [], start=1)
    ]
    return sorted(found, key=lambda change: change.date, reverse=True)


def _change(row: dict[str, Any], date: str, place: str) -> Change:
    missing = [key for key in _NEEDED if not row.get(key)] + ([] if date else ["date"])
    if missing:
        raise BrokenChange(f"{CHANGES.name}: {place} has no `{'`, `'.join(missing)}`. Add it.")
    old, new = (_value(row.get(key), str(row.get("unit", ""))) for key in ("old", "new"))
    return Change(date, tuple(row["records"]), row["how"], row["what"], row["why"], old, new)


def _value(value: Any, unit: str) -> str:
    if value is None:
        return ""
    return amount_text(value, unit, SOURCE) if unit and not isinstance(value, str) else str(value)


def _word(kind: str, code: str) -> str:
    """The words of the page `changes` for a code, or the code itself."""
    return english().get(f"trust.changes.{kind}.{code}", code.replace("_", " "))


def _title(edition: Edition, change: Change) -> str:
    first = edition.facts.by_id(change.records[0])
    name = english_name(first)[0] if first.get("names") else str(first["title"])
    more = f" (+{len(change.records) - 1})" if len(change.records) > 1 else ""
    return f"{name}{more}: {_word('what', change.what)}: {_word('how', change.how)}"


def _summary(change: Change) -> str:
    values = [f"{label}: {value}." for label, value in (("Before", change.old), ("Now", change.new)) if value]
    why = _word("why", change.why).rstrip(".")
    return " ".join([*values, f"{why}.", f"Records: {', '.join(change.records)}"])


def feed(edition: Edition, changes: list[Change]) -> str:
    """The newest changes as an Atom feed. It is valid without any entry too."""
    Xml.register_namespace("", _ATOM)
    root = Xml.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})

    def add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
        element = Xml.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        element.text = text or None
        return element

    add(root, "id", edition.address(FEED_PATH))
    add(root, "title", "Wegweiser: changes of facts")
    add(root, "subtitle", NOTICE)
    newest = changes[0].date if changes else max(record["checked"] for record in edition.facts.records)
    add(root, "updated", f"{newest}T00:00:00Z")
    add(root, "link", rel="self", type="application/atom+xml", href=edition.address(FEED_PATH))
    add(root, "link", rel="alternate", type="text/html", href=edition.address("open-data/"))
    add(add(root, "author"), "name", "Wegweiser")
    for change in changes[:_NEWEST]:
        page = _page(edition, change)
        entry = add(root, "entry")
        add(entry, "id", _id(change))
        add(entry, "title", _title(edition, change))
        add(entry, "updated", f"{change.date}T00:00:00Z")
        add(entry, "link", rel="alternate", type="text/html", href=edition.address(page))
        add(entry, "summary", _summary(change))
    Xml.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _id(change: Change) -> str:
    """The same in every edition and at every address of the site."""
    return uuid.uuid5(
        uuid.NAMESPACE_URL, f"wegweiser:{change.date}:{change.records}:{change.what}:{change.how}:{change.new}"
    ).urn


def _page(edition: Edition, change: Change) -> str:
    """The card of the first record on its country page, or the list of sources."""
    record_id = change.records[0]
    if not edition.facts.has(record_id):
        raise BrokenChange(f"{CHANGES.name}: {change.date} names the record `{record_id}`, which does not exist.")
    record = edition.facts.by_id(record_id)
    return f"{FOLDERS[record.countries[0]]}/#{record_id}" if len(record.countries) == 1 else "sources/"
