"""Macros for the pages on trust: report, method, accessibility, licences.

    {{ report }}              the box with the text of a report, and where to send it
    {{ count:facts }}         how many of something there are (the names stand in counts.py), inside a sentence
    {{ day:2026-11-22 }}      a day in the page's language, inside a sentence
    {{ translations }}        how much of each language was written by a machine only
    {{ third_parties }}       what others made and the site ships
    {{ licence:program }}     link to a licence that is shipped (program, texts, third-parties), inside a sentence
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape

from babel.numbers import format_decimal

from wizard.languages import languages, source_language
from wizard.records.amounts import cldr
from wizard.site.counts import COUNTS, drafted
from wizard.site.licences_html import SHIPPED, licence_link, third_parties_html
from wizard.site.macro_fault import MacroFault
from wizard.site.report_box import report_box_html
from wizard.site.view import Html, View


def _number(view: View, number: int) -> Html:
    return Html(f"<bdi>{escape(str(format_decimal(number, locale=cldr(view.locale))))}</bdi>")


def _count(view: View, name: str) -> Html:
    if name not in COUNTS:
        raise MacroFault(f"There is no count `{name}`. There are: {', '.join(COUNTS)}.")
    return _number(view, COUNTS[name](view.facts))


def _day(view: View, day: str) -> Html:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise MacroFault(f"`{day}` is not a day. Write it as YYYY-MM-DD.") from error
    return view.day_html(day)


def _translations(view: View, _: str) -> Html:
    rows: list[str] = []
    for row in languages():
        if row.locale == source_language().locale:
            continue
        translated, machine = drafted(row.locale)
        text = view.t("trust.translations.row", texts=_number(view, translated), machine=_number(view, machine))
        rows.append(f'<li><span lang="{row.lang}" dir="{row.direction}">{escape(row.name)}</span>: {text}</li>')
    return Html(f"<ul>{''.join(rows)}</ul>")


def _licence(view: View, name: str) -> Html:
    if name not in SHIPPED:
        raise MacroFault(f"There is no licence `{name}`. There are: {', '.join(SHIPPED)}.")
    return licence_link(view, name)


TRUST_MACROS: dict[str, Callable[[View, str], Html]] = {
    "report": lambda view, _: report_box_html(view),
    "count": _count,
    "day": _day,
    "translations": _translations,
    "third_parties": lambda view, _: third_parties_html(view),
    "licence": _licence,
}
