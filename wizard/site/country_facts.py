"""Sections of a country page on programmes, first steps, jobs, visas and what else is worth knowing."""

from __future__ import annotations

from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.record_html import card_html, first_texts_html, more_texts_html
from wizard.site.sources_html import foot_html
from wizard.site.view import Html, View

_OFFERS = ("reag_garp", "starthilfe_plus", "eurp", "ura", "zme")
_OFFER_TONES = {"yes": "good", "regular": "good", "no": "bad", "not_listed": "bad"}
_TOPICS = (
    "papers",
    "registration",
    "health",
    "health_insurance",
    "school",
    "family",
    "work",
    "business",
    "recognition",
    "money",
    "housing",
    "psychosocial",
    "customs",
    "legal",
)
# Kinds that have a section of their own, or that only editors and the rules read.
_ELSEWHERE = ("country", "centre", "contact", "programme", "arrival", "job", "visa", "campaign")


def _of_kind(view: View, code: str, kind: str) -> list[Record]:
    return [r for r in view.facts.of_country(code, kind) if is_shown(r)]


def offers_html(view: View, record: Record) -> Html:
    """Which German and European programmes apply to the country, one line each."""
    rows = "".join(
        f"<div><dt>{view.t(f'site.offer.{key}')}</dt><dd>{offer_state_html(view, key, record['offers'][key])}</dd></div>"
        for key in _OFFERS
        if record["offers"].get(key)
    )
    return Html(f'<dl class="lines offers">{rows}</dl>')


def offer_state_html(view: View, key: str, state: str) -> Html:
    """What one programme offers in a country, in the colour of its state."""
    tone = _OFFER_TONES.get(state, "open")
    return Html(f'<span class="state state--{tone}">{view.t(f"site.offer.{key}.{state}")}</span>')


def programmes_html(view: View, code: str) -> Html:
    """What money and help there is for going back, with the warning that nobody is owed it."""
    # Programmes of several countries are told in the guide; the line of offers says which of them apply here.
    records = [r for r in _of_kind(view, code, "programme") if r.countries == [code]]
    if not records:
        return Html("")
    parts = [f'<p class="note">{view.t("site.programmes.no_right")}</p>']
    for record in sorted(records, key=lambda r: "offers" not in r):
        if "offers" in record:
            title = view.t("site.programmes.which")
            texts = first_texts_html(view, record) + more_texts_html(view, record)
            offers = offers_html(view, record)
            parts.append(
                f'<article class="card card--offers" id="{record.id}"><h3>{title}</h3>{offers}{texts}'
                f"{foot_html(view, record)}</article>"
            )
        else:
            parts.append(card_html(view, record))
    return Html("".join(parts))


def arrival_html(view: View, code: str) -> Html:
    """First steps after arrival, by topic."""
    records = _of_kind(view, code, "arrival")
    parts: list[str] = []
    for topic in _TOPICS:
        rows = [record for record in records if record["topic"] == topic]
        if rows:
            cards = "".join(card_html(view, record, level=4) for record in rows)
            parts.append(f'<h3 id="first-steps-{topic.replace("_", "-")}">{view.t(f"site.topic.{topic}")}</h3>{cards}')
    return Html("".join(parts))


def jobs_html(view: View, code: str) -> Html:
    """Work in the country."""
    return Html("".join(card_html(view, record) for record in _of_kind(view, code, "job")))


def visas_html(view: View, code: str) -> Html:
    """Visas for Germany for people of that country."""
    return Html("".join(card_html(view, record) for record in _of_kind(view, code, "visa")))


def notes_html(view: View, code: str) -> Html:
    """All other records of the country that stand for it alone."""
    records = [
        r for r in view.facts.of_country(code) if r["kind"] not in _ELSEWHERE and is_shown(r) and r.countries == [code]
    ]
    return Html("".join(card_html(view, record) for record in records))
