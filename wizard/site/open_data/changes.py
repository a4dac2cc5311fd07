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

from wizard.records.read import FACTS
from wizard.site.open_data.edition import NOTICE, Edition
from wizard.site.places import FOLDERS

CHANGES = FACTS / "changes.yaml"
FEED_PATH = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_NEWEST = 50


class BrokenChange(Exception):
    """An entry of the list of changes that cannot be used; the message says which and how to mend it."""


@dataclass(frozen=True)
class Change:
    """One change: its day, the records it touches, what is different now, and why."""

    date: str
    records: tuple[str, ...]
    change: str
    why: str


def read_changes(path: Path = CHANGES) -> list[Change]:
    """All changes, newest first; none where the file is missing or empty."""
    tree: Any = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None
    rows: Any = tree.get("changes") if isinstance(tree, dict) else tree
    found = [_change(row, number) for number, row in enumerate(rows or [], start=1)]
    return sorted(found, key=lambda change: change.date, reverse=True)


def _change(row: Any, number: int) -> Change:
    missing = [key for key in ("date", "records", "change", "why") if not isinstance(row, dict) or not row.get(key)]
    if missing:
        raise BrokenChange(f"{CHANGES.name}: entry {number} has no `{'`, `'.join(missing)}`. Add it.")
    return Change(str(row["date"]), tuple(row["records"]), str(row["change"]).strip(), str(row["why"]).strip())


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
        entry = add(root, "entry")
        add(entry, "id", _id(change))
        add(entry, "title", change.change)
        add(entry, "updated", f"{change.date}T00:00:00Z")
        add(entry, "link", rel="alternate", type="text/html", href=edition.address(_page(edition, change)))
        add(entry, "summary", f"{change.why} ({', '.join(change.records)})")
    Xml.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _id(change: Change) -> str:
    """The same in every edition and at every address of the site."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"wegweiser:{change.date}:{change.records}:{change.change}").urn


def _page(edition: Edition, change: Change) -> str:
    """The card of the first record on its country page, or the list of sources."""
    record_id = change.records[0]
    if not edition.facts.has(record_id):
        raise BrokenChange(f"{CHANGES.name}: {change.date} names the record `{record_id}`, which does not exist.")
    record = edition.facts.by_id(record_id)
    return f"{FOLDERS[record.countries[0]]}/#{record_id}" if len(record.countries) == 1 else "sources/"
