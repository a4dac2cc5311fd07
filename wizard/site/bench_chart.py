"""Figures of the last run of `python -m wizard.bench.phone` as bars and as a table, for the page `figures/`.

    {{ measured:bars }}     seconds until Python is ready, and megabytes, as bars
    {{ measured:table }}    everything that was measured, by line
    {{ measured:aims }}     what we aim at, and what came out
    {{ measured:when }}     when and how often, as a sentence
    {{ measured:how }}      on which computer, and with which command
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from babel.numbers import format_decimal
from babel.units import format_unit

from wizard.bench.last_run import BARE, COMMAND, OURS, Line, Measured, Run, RunFault, read_run
from wizard.records.amounts import cldr
from wizard.site.macro_fault import MacroFault
from wizard.site.view import Html, View

# Names in the file that have a text of ours; `{version}` of a stock Pyodide is its own.
_NAMES = {
    OURS: "ours",
    BARE: "bare",
    "PyScript with Pyodide": "pyscript",
    "PyScript with MicroPython": "micropython",
}
_STOCK = "stock Pyodide "
_COLUMNS = ("question", "ready", "data", "memory")


def _read() -> Run:
    try:
        return read_run()
    except RunFault as fault:
        raise MacroFault(str(fault)) from fault


def _bars(view: View) -> Html:
    return Html("".join(_bars_of(view, line) for line in _read().lines))


def _bars_of(view: View, line: Line) -> str:
    with_python = [page for page in line.pages if page.python_ms is not None]
    seconds = [(page, page.python_ms or 0, _seconds(view, page.python_ms)) for page in with_python]
    data = [(page, page.bytes, _size(view, page.bytes)) for page in with_python]
    return _chart(view, "ready", line, seconds) + _chart(view, "data", line, data)


def _chart(view: View, what: str, line: Line, rows: Sequence[tuple[Measured, float, Html]]) -> str:
    longest = max(value for _, value, _ in rows)
    shown = "".join(
        f"<div><dt>{_name(view, page)}</dt><dd>{text}{_bar(view, page, value / longest)}</dd></div>"
        for page, value, text in rows
    )
    heading = view.t(f"site.figures.bars.{what}", line=_speed(view, line))
    return f'<p><strong>{heading}</strong></p><dl class="lines">{shown}</dl>'


def _bar(view: View, page: Measured, share: float) -> str:
    """A bar from the side where reading begins. The number stands beside it, so nobody needs to see it."""
    width = max(0.5, round(share * 100, 1))
    start = 100 - width if view.language.direction == "rtl" else 0
    # On paper there is no accent: the others are lighter, on any ground.
    colour = 'fill="var(--accent)"' if page.name == OURS else 'fill="currentColor" fill-opacity=".55"'
    return (
        '<svg aria-hidden="true" width="100%" height="12" viewBox="0 0 100 12" preserveAspectRatio="none">'
        f'<rect x="{start:g}" width="{width:g}" height="12" {colour}/></svg>'
    )


def _table(view: View) -> Html:
    return Html("".join(_table_of(view, line) for line in _read().lines))


def _table_of(view: View, line: Line) -> str:
    columns = {name: view.t(f"site.figures.column.{name}") for name in _COLUMNS}
    head = "".join(f'<th role="columnheader" scope="col">{text}</th>' for text in (view.t("site.figures.column.page"), *columns.values()))
    rows = "".join(
        f'<tr role="row"><th role="rowheader" scope="row">{_name(view, page)}</th>'
        + "".join(
            f'<td role="cell"><span class="label">{columns[name]}</span><span>{value}</span></td>'
            for name, value in _values(view, page).items()
        )
        + "</tr>"
        for page in line.pages
    )
    label = view.t("site.figures.line", line=_speed(view, line))
    # Roles are named: on a phone the rows are cards, and a table drawn otherwise loses its own.
    return (
        f'<p id="line-{escape(line.name)}"><strong>{label}</strong></p>'
        f'<table class="ways" role="table" aria-labelledby="line-{escape(line.name)}"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _values(view: View, page: Measured) -> dict[str, Html]:
    ready = _seconds(view, page.python_ms) if page.python_ms is not None else view.t("site.figures.no_python")
    return {
        "question": _seconds(view, page.question_ms),
        "ready": ready,
        "data": _size(view, page.bytes),
        "memory": _size(view, page.peak_mb * 1_000_000),
    }


def _aims(view: View) -> Html:
    rows = "".join(
        "<li>"
        + view.t(
            f"site.figures.aim.{aim.name}",
            limit=_number(view, aim.limit),
            reached=_number(view, aim.reached),
            verdict=view.t("site.figures.aim.met" if aim.met else "site.figures.aim.missed"),
        )
        + "</li>"
        for aim in _read().aims
    )
    return Html(f"<ul>{rows}</ul>" if rows else f"<p>{view.t('site.figures.aim.none')}</p>")


def _when(view: View) -> Html:
    run = _read()
    return Html(f"<p>{view.t('site.figures.when', day=view.day_html(run.date), runs=_number(view, run.runs))}</p>")


def _how(view: View) -> Html:
    machine, command = (Html(f'<bdi lang="en" dir="ltr">{escape(one)}</bdi>') for one in (_read().machine, COMMAND))
    return Html(f"<p>{view.t('site.figures.how', machine=machine, command=Html(f'<code>{command}</code>'))}</p>")


def _name(view: View, page: Measured) -> Html:
    if page.name.startswith(_STOCK):
        version = Html(f'<bdi dir="ltr">{escape(page.name.removeprefix(_STOCK))}</bdi>')
        return view.t("site.figures.page.stock", version=version)
    if page.name not in _NAMES:
        raise MacroFault(f"last-run.json measures `{page.name}`, which has no text. Add one to wizard/texts/figures.yaml "
                         "and its name to wizard/site/bench_chart.py.")
    return view.t(f"site.figures.page.{_NAMES[page.name]}")


def _speed(view: View, line: Line) -> Html:
    delay = format_unit(line.delay_ms / 1000, "second", "long", "#,##0.##", cldr(view.locale))
    return view.t("site.figures.speed", megabits=_number(view, line.megabits), delay=_isolated(delay))


def _seconds(view: View, milliseconds: float | None) -> Html:
    assert milliseconds is not None
    return _isolated(format_unit(milliseconds / 1000, "second", "long", "#,##0.0", cldr(view.locale)))


def _size(view: View, size: float) -> Html:
    unit, share = ("kilobyte", 1000) if size < 100_000 else ("megabyte", 1_000_000)
    return _isolated(format_unit(size / share, f"digital-{unit}", "short", "#,##0.0", cldr(view.locale)))


def _number(view: View, number: float) -> Html:
    return _isolated(format_decimal(number, "#,##0.###", cldr(view.locale)))


def _isolated(text: object) -> Html:
    return Html(f"<bdi>{escape(str(text))}</bdi>")


MEASURED: dict[str, Callable[[View], Html]] = {"bars": _bars, "table": _table, "aims": _aims, "when": _when, "how": _how}
