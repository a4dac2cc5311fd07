"""What became of the centres that a programme founded, by country, as the records of the centres say today."""

from __future__ import annotations

from html import escape

from wizard.records.read import Record
from wizard.site.places import FOLDERS, countries_in_order
from wizard.site.record_html import name_html, status_html
from wizard.site.view import Html, View


def programme_centres_html(view: View, programme: str) -> Html:
    """All countries with the centres of that programme; a withheld record tells its state, never how to reach it."""
    rows = ""
    for code, name in countries_in_order(view.locale):
        centres = [r for r in view.facts.of_country(code, "centre") if r.get("programme") == programme]
        told = "".join(_centre_html(view, centre) for centre in centres)
        link = f'<a href="{escape(view.link(f"{FOLDERS[code]}/"))}">{escape(name)}</a>'
        rows += f"<div><dt>{link}</dt><dd>{told or view.t('site.centres.none')}</dd></div>"
    return Html(f'<dl class="lines centres">{rows}</dl>')


def _centre_html(view: View, centre: Record) -> Html:
    city = f" · <bdi>{escape(centre['city'])}</bdi>" if centre.get("city") else ""
    text = centre.get("status", {}).get("text")
    # Where a state has no words of its own, the caution says what is known.
    text = text or centre.get("texts", {}).get("caution")
    told = f"<p>{view.fact(centre, text)}</p>" if text else ""
    return Html(f"<p><strong>{name_html(view, centre)}</strong>{city}</p>{status_html(view, centre)}{told}")
