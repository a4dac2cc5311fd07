"""Sections of a country page about the facts themselves: what is not known, and all sources."""

from __future__ import annotations

from typing import Any

from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.places import FOLDERS
from wizard.site.sources_html import printed_sources_html, source_html
from wizard.site.view import Html, View


def not_known_html(view: View, code: str) -> Html:
    """What was looked for and not found."""
    rows = "".join(
        f"<li>{view.fact(record, text)}</li>"
        for record in view.facts.of_country(code, "country")
        for text in record.get("not_known", [])
    )
    return Html(f'<p>{view.t("site.not_known.text")}</p><ul class="not-known">{rows}</ul>' if rows else "")


def sources_of(records: list[Record]) -> list[dict[str, Any]]:
    """Every source of these records once, by title."""
    found: dict[str, dict[str, Any]] = {}
    for record in records:
        for source in record.get("sources", []):
            found.setdefault(str(source.get("url") or source.get("repository") or source["title"]), source)
    return sorted(found.values(), key=lambda source: str(source["title"]).casefold())


def sources_table_html(view: View, code: str) -> Html:
    """How many sources there are, when the facts were checked, and where the full list is."""
    records = [r for r in view.facts.of_country(code) if is_shown(r)]
    if not records:
        return Html("")
    days = sorted({record["checked"] for record in records})
    link = Html(f'<a href="{view.link(f"sources/{FOLDERS[code]}/")}">{view.t("site.sources.all")}</a>')
    counts = {"records": len(records), "sources": len(sources_of(records)), "link": link}
    first, last = view.day_html(days[0]), view.day_html(days[-1])
    if first == last:
        text = view.t("site.country.sources.one_day", date=first, **counts)
    else:
        text = view.t("site.country.sources.text", first=first, last=last, **counts)
    return Html(f"<p>{text}</p>{printed_sources_html(view, heading=False)}")


def sources_list_html(view: View, records: list[Record]) -> Html:
    """All sources of these records as a list."""
    return Html('<ul dir="ltr">' + "".join(source_html(view, source) for source in sources_of(records)) + "</ul>")
