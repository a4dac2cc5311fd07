"""Offices in Germany as cards, by their work."""

from __future__ import annotations

from wizard.records.read import Facts, Record
from wizard.records.shown import is_shown
from wizard.site.next_best import reachable
from wizard.site.record_html import card_html
from wizard.site.view import Html, View

GROUPS = {
    "return-counselling": ("return_counselling", "online_counselling"),
    "legal": ("legal_help",),
    "violence": ("violence_help", "trafficking_help"),
    "authorities": ("authority", "hotline_germany", "iom"),
}


# The page that has the cards of all groups.
PAGE = "returning/contacts-in-germany/"


def _of_group(facts: Facts, name: str) -> list[Record]:
    return [
        r for r in facts.records if r["kind"] == "contact" and not r.countries and r["role"] in GROUPS[name] and is_shown(r)
    ]


def addresses(facts: Facts) -> dict[str, str]:
    """Where the card of each of these offices stands, below the root of a language."""
    return {record.id: f"{PAGE}#{record.id}" for name in GROUPS for record in _of_group(facts, name)}


def germany_contacts_html(view: View, name: str) -> Html:
    """The offices of that group that are for visitors; those that can be reached come first."""
    records = _of_group(view.facts, name)
    records.sort(key=lambda r: not reachable(r))
    return Html("".join(card_html(view, record) for record in records))
