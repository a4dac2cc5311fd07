"""Whom to call in danger: the box that stands first on the pages where it matters."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from wizard.records.read import Record
from wizard.records.shown import CALLS, shown_channels
from wizard.site.block_sources import checked_together_html
from wizard.site.channels_html import call_link
from wizard.site.country_contacts import EMERGENCY
from wizard.site.places import FOLDERS, countries_in_order
from wizard.site.record_html import name_html
from wizard.site.view import Html, View

# In Germany: police, ambulance, help against violence.
IN_GERMANY = ("emergency-110", "emergency-112", "hilfetelefon-116016")
VIOLENCE_PAGE = "returning/violence-and-trafficking/"


def danger_in_germany_html(view: View) -> Html:
    """Numbers for people in Germany, and the page on violence, force and trafficking."""
    records = [view.facts.by_id(record_id) for record_id in IN_GERMANY]
    numbers = "".join(_numbers(view, record) for record in records)
    address = view.link(VIOLENCE_PAGE)
    more = (
        ""
        if view.url.endswith(VIOLENCE_PAGE)
        else f'<p><a class="onward" href="{escape(address)}">{view.t("guide.danger.more")}</a></p>'
    )
    return Html(
        f'<section class="danger" aria-label="{escape(view.plain("guide.danger.heading"))}">'
        f"<p><strong>{view.t('guide.danger.heading')}</strong> {view.t('guide.danger.germany')}</p>"
        f'<ul class="taps">{numbers}</ul>{more}{checked_together_html(view, records)}</section>'
    )


def danger_at_home_html(view: View) -> Html:
    """Emergency numbers of all countries, folded; what is not confirmed is said to be so."""
    by_country = {code: _emergency(view, code) for code in FOLDERS}
    rows = "".join(_country_row(view, code, name, by_country[code]) for code, name in countries_in_order(view.locale))
    records = [record for records in by_country.values() for record in records]
    return Html(
        f'<section class="danger" aria-label="{escape(view.plain("guide.danger.heading"))}">'
        f"<p><strong>{view.t('guide.danger.heading')}</strong> {view.t('guide.danger.home')}</p>"
        f"<details><summary>{view.t('guide.danger.by_country')}</summary>"
        f'<table class="links"><tbody>{rows}</tbody></table>{checked_together_html(view, records)}</details></section>'
    )


def _emergency(view: View, code: str) -> list[Record]:
    return [r for r in view.facts.of_country(code) if r.get("role") in EMERGENCY and shown_channels(r)]


def _country_row(view: View, code: str, name: str, records: list[Record]) -> Html:
    numbers = "".join(_numbers(view, record) for record in records)
    shown = f'<ul class="taps">{numbers}</ul>' if numbers else view.t("guide.danger.none")
    address = view.link(f"{FOLDERS[code]}/#emergency")
    return Html(f'<tr><th scope="row"><a href="{escape(address)}">{escape(name)}</a></th><td>{shown}</td></tr>')


def _calls_once(record: Record) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each number once, with all its channels: one number may stand for two services."""
    by_value: dict[str, list[dict[str, Any]]] = {}
    for channel in shown_channels(record):
        if channel["type"] in CALLS:
            by_value.setdefault(str(channel["value"]), []).append(channel)
    yield from by_value.items()


def _numbers(view: View, record: Record) -> Html:
    rows: list[str] = []
    for _, channels in _calls_once(record):
        shown, address = call_link(record, channels[0])
        services = [view.t(f"site.service.{channel['service']}") for channel in channels if channel.get("service")]
        label = Html(" · ".join(services)) if services else name_html(view, record)
        rows.append(
            f'<li><a class="call" dir="ltr" href="{escape(address)}" rel="noreferrer">{escape(shown)}</a>'
            f'<span class="remark">{label}</span></li>'
        )
    return Html("".join(rows))
