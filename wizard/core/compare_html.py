"""The routes that are not closed side by side: a table that becomes cards on a phone."""

from __future__ import annotations

from wizard.core.contact_html import name_html
from wizard.core.markup import escape, isolated, marked, words
from wizard.core.verdict import CLOSED, NEARLY, OPEN, UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.data import Data
    from wizard.core.shapes import Row, Sequence

_COLUMNS = ("verdict", "missing", "cost", "stay", "german")


def compare_html(routes: Sequence[Row], data: Data) -> str:
    """The table, folded; empty where no route is open or nearly open, so that there is nothing to compare."""
    rows = [route for route in routes if route["verdict"] != CLOSED]
    if not any(route["verdict"] in (OPEN, NEARLY) for route in rows):
        return ""
    near = [route for route in rows if not route["aside"]]
    aside = [route for route in rows if route["aside"]]
    others = ""
    if near and aside:
        summary = words(data, "plan.other_routes", count=str(len(aside)))
        others = f"<details><summary>{summary}</summary>{_table(aside, data)}</details>"
    summary = words(data, "compare.heading", count=str(len(near or aside)))
    return (
        f'<details class="compare"><summary>{summary}</summary><p>{words(data, "compare.order")}</p>'
        f"{_table(near or aside, data)}{others}</details>"
    )


def _table(rows: Sequence[Row], data: Data) -> str:
    # Roles are named: on a screen the rows are cards, and a table drawn otherwise loses its own.
    head = "".join(
        f'<th role="columnheader" scope="col">{words(data, f"compare.column.{name}")}</th>'
        for name in ("way", *_COLUMNS)
    )
    body = "".join(_row(route, data) for route in rows)
    return (
        f'<table role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(route: Row, data: Data) -> str:
    name = name_html(data.records.get(route["id"]) or route, data)
    if data.pages:
        name = f'<a href="{escape(data.pages)}routes/{route["id"].replace("_", "-")}/">{name}</a>'
    one: Row = route["compare"]
    text, lang = one["stay"]
    cells = {
        "verdict": f'<b class="verdict-word verdict-word--{route["verdict"]}">'
        f"{words(data, 'compare.' + route['verdict'])}</b>",
        "missing": _missing(route, data),
        "cost": _lines([_amount(amount, data) for amount in one["amounts"]]) or words(data, "compare.no_amount"),
        "stay": marked(escape(text), lang, data) if text else words(data, "compare.not_known"),
        "german": _lines([_level(level, data) for level in one["german"]]) or words(data, "compare.no_level"),
    }
    shown = "".join(
        # The label before each value is for cards only; in the table the head says it.
        f'<td role="cell"><span class="label" aria-hidden="true">{words(data, "compare.column." + key)}</span>'
        f"<span>{cells[key]}</span></td>"
        for key in _COLUMNS
    )
    return f'<tr role="row"><th role="rowheader" scope="row">{name}</th>{shown}</tr>'


def _missing(route: Row, data: Data) -> str:
    """What is missing, then what is to be found out, in one word each."""
    if route["verdict"] == UNKNOWN:
        return words(data, "compare.answers")
    rows: list[str] = []
    for key in ("lacking", "find_out"):
        gaps = [words(data, f"compare.gap.{gap}") for gap in route["compare"][key]]
        if gaps:
            rows.append(words(data, f"compare.{key}", list=" · ".join(gaps)))
    return _lines(rows) or words(data, "compare.nothing")


def _amount(row: Row, data: Data) -> str:
    shown = isolated(row["amount"]) if row["amount"] else words(data, "compare.not_known")
    if row["amount"] and not row["holds"]:
        shown = words(data, "compare.last_known", amount=shown)
    return words(data, f"compare.{row['kind']}", amount=shown)


def _level(row: Row, data: Data) -> str:
    shown = isolated(row["level"], "ltr")
    if row["english"]:
        shown = words(data, "compare.or_english", german=shown, english=isolated(row["english"], "ltr"))
    return words(data, f"compare.{row['mark']}", level=shown) if row["mark"] else shown


def _lines(rows: Sequence[str]) -> str:
    return "".join(f'<span class="line">{row}</span>' for row in rows)
