"""Towns and regions in the reader's language."""

from __future__ import annotations

from html import escape

from wizard.records.catalogue import english
from wizard.site.view import Html, View


def place_html(view: View, place: str) -> Html:
    """The place as `wizard/texts/places.yaml` names it; one that is not there as the fact writes it."""
    text_id = f"option.place.{place}"
    shown = view.plain(text_id) if text_id in english() else place
    return Html(f"<bdi>{escape(shown)}</bdi>")
