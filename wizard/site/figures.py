"""Amounts, times and counts in the reader's language, only for the period they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from wizard.records.amounts import amount_text, range_text
from wizard.records.read import Record
from wizard.records.shown import told_period
from wizard.site.view import Html, View, filled

_PER_TIME = {"month": "site.figure.per_month", "year": "site.figure.per_year", "hour": "site.figure.per_hour"}


# A text that says itself that the value is a limit: the words are not to stand twice.
_LIMIT_IN_WORDS = re.compile(
    r"\b(?:up to|at most|at least|more than|longer than|older than|above|over|within|minimum|maximum|only for)\b[\w ]{0,12}$",
    re.IGNORECASE,
)


def says_limit(english: str, key: str) -> bool:
    """True if the English text has words such as `up to` before {key}."""
    return bool(_LIMIT_IN_WORDS.search(english.split("{" + key + "}", 1)[0]))


def amount_html(view: View, figure: Mapping[str, Any], period: Mapping[str, Any], limit: bool = True) -> Html:
    """The value of one period: `up to 1,000 € per person`; without `up to` where the text around it says so."""
    unit = str(figure["unit"])
    if "value" in period:
        text = amount_text(period["value"], unit, view.locale)
    else:
        text = range_text(period["min"], period["max"], unit, view.locale)
    shown = Html(f"<bdi>{escape(text)}</bdi>")
    if unit == "working_days":
        shown = view.t("site.figure.working_days", number=shown)
    if limit and figure.get("up_to"):
        shown = view.t("site.figure.up_to", amount=shown)
    if limit and figure.get("at_least"):
        shown = view.t("site.figure.at_least", amount=shown)
    time = unit.partition("_")[2] if unit.startswith("EUR_") else ""
    if time in _PER_TIME:
        shown = view.t(_PER_TIME[time], amount=shown)
    if figure.get("per"):
        shown = view.t(f"site.figure.per_{figure['per']}", amount=shown)
    end = str(period.get("to") or "")
    # By this a phone sees that the amount has ended since the page was built.
    return Html(f'<span data-to="{escape(end)}">{shown}</span>') if end >= view.day.isoformat() else shown


def figure_html(view: View, record: Record, key: str, limit: bool = True) -> Html | None:
    """The figure as it holds on the day of the build; None when no period holds."""
    view.used.note(record.id)
    figure = record["figures"][key]
    period = told_period(record, figure, view.day)
    if period is None:
        return None
    return Html(f'<span class="figure">{amount_html(view, figure, period, limit)}</span>')


def text_html(view: View, record: Record, english: str) -> Html:
    """A text of the record with the figures it names filled in; a figure that holds no longer says so."""
    values: dict[str, Html] = {}
    for key in record.get("figures", {}):
        if "{" + key + "}" in english:
            values[key] = figure_html(view, record, key, not says_limit(english, key)) or view.t(
                "site.figure.not_known_now"
            )
    return filled(view.fact(record, english), values)


def period_html(view: View, period: Mapping[str, Any]) -> Html:
    """The time a value holds, as far as it is known."""
    start, end = period.get("from"), period.get("to")
    if start and end:
        return view.t("site.figure.from_to", start=view.day_html(start), end=view.day_html(end))
    if start:
        return view.t("site.figure.from", start=view.day_html(start))
    if end:
        return view.t("site.figure.to", end=view.day_html(end))
    return Html("")


def figures_html(view: View, record: Record) -> Html:
    """All figures of a record with label, value and period; plans are marked as expected."""
    rows: list[str] = []
    for figure in record.get("figures", {}).values():
        holding = told_period(record, figure, view.day)
        today = view.day.isoformat()
        coming = [p for p in figure["periods"] if p is not holding and (p.get("to") or "9999") >= today]
        for period in ([holding] if holding else []) + coming:
            expected = f' <span class="chip">{view.t("site.figure.expected")}</span>' if period.get("expected") else ""
            when = period_html(view, period)
            note = f" <small>{when}</small>" if when else ""
            label = view.fact(record, figure["label"])
            rows.append(f"<div><dt>{label}</dt><dd>{amount_html(view, figure, period)}{expected}{note}</dd></div>")
    return Html(f'<dl class="figures">{"".join(rows)}</dl>' if rows else "")
