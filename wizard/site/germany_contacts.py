"""Offices in Germany as cards, by their work."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from wizard.languages import source_language
from wizard.records.read import Facts, Record
from wizard.records.shown import is_shown
from wizard.site.next_best import reachable
from wizard.site.record_html import card_html
from wizard.site.view import Html, View

DOCS = Path(__file__).resolve().parents[2] / "docs"
_CARD = re.compile(r"\{\{\s*contact:\s*([^}\s]+)\s*\}\}")
GROUPS = {
    "return-counselling": ("return_counselling", "online_counselling"),
    "legal": ("legal_help",),
    "violence": ("violence_help", "trafficking_help"),
    "authorities": ("authority", "hotline_germany", "iom"),
}


# The page that has the cards of all groups, and some by name.
PAGE = "returning/contacts-in-germany/"


def _of_group(facts: Facts, name: str) -> list[Record]:
    return [
        r for r in facts.records if r["kind"] == "contact" and not r.countries and r["role"] in GROUPS[name] and is_shown(r)
    ]


def addresses(facts: Facts) -> dict[str, str]:
    """Where the card of each of these offices stands, below the root of a language."""
    found = _cards_in_text()
    return found | {record.id: f"{PAGE}#{record.id}" for name in GROUPS for record in _of_group(facts, name)}


@cache
def _cards_in_text() -> dict[str, str]:
    """Offices that running text shows as a card; the first page in the order of the alphabet."""
    folder = DOCS / source_language().locale
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).with_suffix("").as_posix().removesuffix("index").rstrip("/")
        for record_id in _CARD.findall(path.read_text(encoding="utf-8")):
            found.setdefault(record_id, f"{name}/#{record_id}")
    return found


def germany_contacts_html(view: View, name: str) -> Html:
    """The offices of that group that are for visitors; those that can be reached come first."""
    records = _of_group(view.facts, name)
    records.sort(key=lambda r: not reachable(r))
    return Html("".join(card_html(view, record) for record in records))
