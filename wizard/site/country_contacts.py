"""Sections of a country page with people to ask: emergency, danger, centre, other helpers, German missions."""

from __future__ import annotations

from wizard.records.read import Record
from wizard.records.shown import is_shown, shown_channels
from wizard.site.channels_html import tap_html
from wizard.site.next_best import callable_now, reachable
from wizard.site.record_html import card_html, first_texts_html, more_texts_html
from wizard.site.sources_html import foot_html
from wizard.site.view import Html, View

EMERGENCY = ("emergency",)
DANGER = ("violence_help", "trafficking_help", "child_helpline", "suicide_help", "missing_children")
VISA = ("german_mission", "visa_provider", "language_exam")
CENTRES = ("advice_centre",)
NEEDS = ("money", "work", "training", "business", "papers", "school", "health", "psychosocial", "housing", "legal")
# Offices that advise on everything come first: whoever needs one thing may find it there.
_GENERAL = ("returnee_office", "reintegration_partner", "reintegration_project", "iom", "migration_information")


def _contacts(view: View, code: str) -> list[Record]:
    return [r for r in view.facts.of_country(code) if r["kind"] in ("centre", "contact")]


def _reachable_first(records: list[Record]) -> list[Record]:
    return sorted(records, key=lambda r: (not callable_now(r), not reachable(r)))


def emergency_html(view: View, code: str) -> Html:
    """Emergency numbers, big; and what to do where none is confirmed."""
    records = [r for r in _contacts(view, code) if r["role"] in EMERGENCY and is_shown(r)]
    cards: list[str] = []
    unconfirmed = False
    for record in records:
        taps = [c for c in shown_channels(record) if c["type"] in ("phone", "short_code", "sms")]
        unconfirmed = unconfirmed or not taps
        if not taps:
            continue
        numbers = "".join(tap_html(view, record, channel, big=True) for channel in taps)
        texts = first_texts_html(view, record)
        cards.append(
            f'<article class="card card--emergency" id="{record.id}"><ul class="taps">{numbers}</ul>{texts}'
            f"{foot_html(view, record, more_texts_html(view, record))}</article>"
        )
    if not cards:
        return Html(f'<p class="caution">{view.t("site.emergency.none")}</p>')
    more = f"<p>{view.t('site.emergency.some_not_confirmed')}</p>" if unconfirmed else ""
    return Html("".join(cards) + more)


def danger_html(view: View, code: str) -> Html:
    """Help against violence and trafficking, for children, and when life feels too hard."""
    records = [r for r in _contacts(view, code) if r["role"] in DANGER and is_shown(r)]
    return Html("".join(card_html(view, record) for record in _reachable_first(records)))


def centres_html(view: View, code: str) -> Html:
    """The German centres and their true state, also where they are closed or unknown."""
    records = [r for r in _contacts(view, code) if r["kind"] == "centre" and r["role"] in CENTRES]
    order = {"operating": 0, "handed_over": 1, "unknown": 2}
    records.sort(key=lambda r: order.get(r.get("status", {}).get("state", "unknown"), 3))
    return Html("".join(card_html(view, record, ask_instead=True) for record in records))


def helpers_html(view: View, code: str) -> Html:
    """Everybody else who helps, by what they help with; each office stands once."""
    apart = EMERGENCY + DANGER + VISA
    records = [
        r
        for r in _contacts(view, code)
        if r["role"] not in apart and is_shown(r) and not (r["kind"] == "centre" and r["role"] in CENTRES)
    ]
    groups: dict[str, list[Record]] = {group: [] for group in ("general", *NEEDS, "other")}
    for record in records:
        needs = [need for need in NEEDS if need in record.get("needs", [])]
        general = record["role"] in _GENERAL or len(needs) > 3
        groups["general" if general else needs[0] if needs else "other"].append(record)
    parts = [
        f'<h3 id="help-{group}">{view.t(f"site.need.{group}")}</h3>'
        + "".join(card_html(view, record, level=4) for record in _reachable_first(rows))
        for group, rows in groups.items()
        if rows
    ]
    return Html("".join(parts))


def missions_html(view: View, code: str) -> Html:
    """German embassies, visa offices and places for German exams."""
    records = [r for r in _contacts(view, code) if r["role"] in VISA and is_shown(r)]
    if not records:
        return Html("")
    cards = "".join(card_html(view, record, level=4) for record in _reachable_first(records))
    return Html(f'<h3 id="visa-offices">{view.t("site.visa.offices")}</h3>{cards}')
