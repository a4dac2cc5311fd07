"""The facts a page uses, below it and folded: source, day of the check, day of the next one, and how to report a mistake."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from wizard.records.due import due_day
from wizard.records.read import Record
from wizard.site.record_html import name_html
from wizard.site.sources_html import report_link, source_html
from wizard.site.view import Html, View, relative


# More sources than these stand on the page of all sources.
_SOURCES = 2


def used_html(view: View, printed: bool = False, listed: bool = False) -> Html:
    """The folded list; empty where a page shows no fact. Made last, when all else of the page is there.

    `printed`: facts that have no card get the numbers of their sources in the list for paper, which comes after.
    `listed`: each source stands on the page already, so none is repeated.
    """
    for record_id in view.used.cards:
        view.homes.setdefault(record_id, f"{view.url}#{record_id}")
    records = [view.facts.by_id(record_id) for record_id in list(view.used.ids) if view.facts.has(record_id)]
    if not records:
        return Html("")
    groups: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        groups.setdefault((record["checked"], due_day(record, view.day)), []).append(record)
    days = sorted({record["checked"] for record in records})
    when = view.day_html(days[0])
    if len(days) > 1:
        when = view.t("trust.used.days", first=when, last=view.day_html(days[-1]))
    summary = view.t("trust.used.summary", count=str(len(records)), date=when)
    kind = "apart" if view.sources_apart else "listed" if listed else "text"
    text = view.t(f"trust.used.{kind}")
    late = view.t("trust.used.some_due")
    parts = "".join(_group_html(view, pair, rows, printed, listed) for pair, rows in sorted(groups.items()))
    return Html(
        f'<details class="used" id="facts-used"><summary><span>{summary} '
        f'<strong class="old" hidden>{late}</strong></span></summary><p>{text}</p>{parts}</details>'
    )


def oldest_check(used: str) -> str:
    """The day of the oldest check in a list made by `used_html`; empty for a page without facts."""
    found = re.search(r'<time datetime="([^"]+)"', used)
    return found[1] if found else ""


def _group_html(view: View, days: tuple[str, str], records: list[Record], printed: bool, listed: bool) -> str:
    checked, due = days
    line = view.t("trust.used.when", checked=view.day_html(checked), due=view.day_html(due))
    if view.sources_apart:
        # The name of each stands above, beside the link to its sources.
        rows = f"<li>{view.t('trust.used.group', count=str(len(records)))}</li>"
    else:
        rows = "".join(_row_html(view, record, printed, listed) for record in records)
    return (
        f'<section data-due="{due}"><p class="used__when">{line} <strong class="old" hidden>'
        f"{view.t('trust.used.due')}</strong></p><ul>{rows}</ul></section>"
    )


def _row_html(view: View, record: Record, printed: bool, listed: bool) -> str:
    name = name_html(view, record)
    if record.id in view.used.cards:
        # Its card has the sources and the link for reports.
        return f'<li class="used__card"><a href="#{record.id}">{name}</a></li>'
    if record.id in view.homes:
        home = escape(relative(view.url, view.homes[record.id]))
        return f'<li class="used__card"><a href="{home}">{name}</a></li>'
    if listed:
        return f"<li><span>{name}</span>{report_link(view, record.id)}</li>"
    known: list[dict[str, Any]] = record.get("sources", [])
    numbers = ", ".join(str(number) for number in view.cited.numbers(known)) if printed else ""
    refs = f' data-sources="{numbers}"' if numbers else ""
    sources = "".join(source_html(view, source) for source in known[:_SOURCES])
    if len(known) > _SOURCES:
        more = view.t("trust.used.more_sources", count=str(len(known) - _SOURCES))
        sources += f'<li dir="{view.language.direction}"><a href="{escape(view.link("sources/"))}">{more}</a></li>'
    return (
        f'<li{refs}><span>{name}</span><ul class="sources" dir="ltr">{sources}</ul>'
        f"{report_link(view, record.id)}</li>"
    )
