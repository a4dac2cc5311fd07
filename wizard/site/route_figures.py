"""Amounts that requirements name: what holds today, else the last known one; what is expected; each with its time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wizard.core.conditions import Parameter
from wizard.core.parameters import last_known, valid
from wizard.core.requirements import Requirement
from wizard.records.read import Record
from wizard.site.figures import amount_html, period_html
from wizard.site.record_html import first_texts_html, more_texts_html, name_html
from wizard.site.sources_html import foot_html
from wizard.site.view import Html, View

# A record may have the same amount per year and per month; shares and ages are not amounts.
_AMOUNT = "eur_"


def figure_of(view: View, parameter: Parameter) -> dict[str, Any]:
    """The dated figure of the facts."""
    return view.facts.by_id(parameter.record)["figures"][parameter.key]


def in_sentence_html(view: View, parameter: Parameter) -> tuple[Html, Html]:
    """The amount for a sentence that says `a year` or `a month` itself, and the time it holds; marked if it is past."""
    figure = {**figure_of(view, parameter), "unit": "EUR"}
    day = view.day.isoformat()
    holding = valid(figure["periods"], day)
    period = holding or last_known(figure["periods"], day)
    if period is None:
        return Html("–"), Html("")
    chip = "" if holding else f' <span class="chip">{view.t("site.route.money.last_known")}</span>'
    return amount_html(view, figure, period), Html(f'<small class="holds">({period_html(view, period)})</small>{chip}')


def short_html(view: View, figure: dict[str, Any]) -> Html:
    """Amount and years for a table: €45,630 per year (2026)."""
    day = view.day.isoformat()
    holding = valid(figure["periods"], day)
    period = holding or last_known(figure["periods"], day)
    if period is None:
        return Html("–")
    amount = Html(f"{amount_html(view, figure, period)} <small>({years_html(view, period)})</small>")
    return amount if holding else view.t("site.routes.money.last_known", amount=amount)


def years_html(view: View, period: dict[str, Any]) -> Html:
    """The years a period covers: 2026, 2025–2026, since 2025."""
    start, end = (period.get("from") or "")[:4], (period.get("to") or "")[:4]
    if start and not end:
        return view.t("site.routes.fee.years_since", year=Html(f"<bdi>{start}</bdi>"))
    return Html(f"<bdi>{start}</bdi>" if start == end else f'<bdi dir="ltr">{start}–{end}</bdi>')


def amounts_html(view: View, requirements: Iterable[Requirement]) -> Html:
    """One card for each amount the requirements name."""
    found = dict.fromkeys(r.figure.record for r in requirements if r.figure is not None)
    return Html("".join(_card(view, view.facts.by_id(record_id)) for record_id in found))


def _card(view: View, record: Record) -> Html:
    figures = record["figures"]
    rows = "".join(_rows(view, record, figures[key]) for key in figures if key.startswith(_AMOUNT))
    return Html(
        f'<article class="card card--amount" id="{record.id}"><h3>{name_html(view, record)}</h3>'
        f'{first_texts_html(view, record)}<dl class="figures">{rows}</dl>'
        f"{foot_html(view, record, more_texts_html(view, record))}</article>"
    )


def _rows(view: View, record: Record, figure: dict[str, Any]) -> str:
    day = view.day.isoformat()
    label = view.fact(record, figure["label"])
    shown: list[tuple[dict[str, Any], str]] = []
    holding = valid(figure["periods"], day)
    last = None if holding else last_known(figure["periods"], day)
    if holding:
        shown.append((holding, ""))
    elif last:
        shown.append((last, "site.route.money.last_known"))
    for period in figure["periods"]:
        if period not in (holding, last) and (period.get("to") or "9999") >= day:
            shown.append((period, "site.figure.expected" if period.get("expected") else ""))
    missing = "" if holding else f'<p class="not-known-now">{view.t("site.route.money.not_known")}</p>'
    values = "".join(
        f"<p>{amount_html(view, figure, period)}"
        + (f' <span class="chip">{view.t(mark)}</span>' if mark else "")
        + f' <small class="holds">{period_html(view, period)}</small></p>'
        for period, mark in shown
    )
    return f"<div><dt>{label}</dt><dd>{missing}{values}</dd></div>"
