"""Counts of the past in a table: what was counted, how many, when, and who says so."""

from __future__ import annotations

from html import escape
from typing import Any

from wizard.records.read import Record
from wizard.records.shown import told_period
from wizard.site.figures import amount_html
from wizard.site.view import Html, View

_COLUMNS = ("what", "number", "time", "source")


def dated_figures_html(view: View, named: list[tuple[Record, str]]) -> Html:
    """One row per figure; a figure without any period that may be told is left out."""
    rows = "".join(
        _row_html(view, record, key, titled=i == 0 or named[i - 1][0] is not record)
        for i, (record, key) in enumerate(named)
    )
    if not rows:
        return Html("")
    # Roles are named: on a phone the rows are drawn as blocks, and a table drawn otherwise loses its own.
    head = "".join(f'<th role="columnheader" scope="col">{view.t(f"site.dated.{name}")}</th>' for name in _COLUMNS)
    return Html(
        f'<table class="dated" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row_html(view: View, record: Record, key: str, titled: bool) -> Html:
    """`titled`: with the title of the record, which the next rows of the same record do without."""
    figure = record["figures"][key]
    period = told_period(record, figure, view.day)
    if period is None:
        return Html("")
    name = view.fact(record, record["title"]) if record.get("title") else Html(escape(record["names"]["en"]))
    label = view.fact(record, figure["label"])
    values = (amount_html(view, figure, period), _time_html(view, period), _source_html(record, period))
    cells = "".join(f'<td role="cell">{value}</td>' for value in values)
    what = f"{name}<small>{label}</small>" if titled else label
    return Html(f'<tr role="row"><th role="rowheader" scope="row">{what}</th>{cells}</tr>')


def _time_html(view: View, period: dict[str, Any]) -> Html:
    """A whole year as the year; else from day to day."""
    start, end = str(period.get("from") or ""), str(period.get("to") or "")
    if start[4:] == "-01-01" and end[4:] == "-12-31":
        years = start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
        return Html(f"<bdi>{years}</bdi>")
    if start == end:
        return view.day_html(start)
    days = [f"<span>{view.day_html(day)}</span>" for day in (start, end) if day]
    return Html(" – ".join(days))


def _source_html(record: Record, period: dict[str, Any]) -> Html:
    """The first source of the figure; the others stand with the sources of the page."""
    source = next(one for one in record["sources"] if one["id"] == period["sources"][0])
    title = f'<span lang="en" dir="ltr">{escape(str(source["title"]))}</span>'
    if source.get("url") and source.get("link", True):
        title = f'<a class="source" href="{escape(str(source["url"]))}" rel="noreferrer">{title}</a>'
    return Html(title)
