"""Offices in Germany as cards, by their work."""

from __future__ import annotations

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


def germany_contacts_html(view: View, name: str) -> Html:
    """The offices of that group that are for visitors; those that can be reached come first."""
    records = [
        r
        for r in view.facts.records
        if r["kind"] == "contact" and not r.countries and r["role"] in GROUPS[name] and is_shown(r)
    ]
    records.sort(key=lambda r: not reachable(r))
    return Html("".join(card_html(view, record) for record in records))
