"""Two tables: which programmes apply to which of the 13 countries, and what each programme asks for."""

from __future__ import annotations

import re
from html import escape

from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.block_sources import sources_together_html
from wizard.site.country_facts import offer_state_html
from wizard.site.figures import figure_html, text_html
from wizard.site.places import FOLDERS, countries_in_order
from wizard.site.record_html import name_html, status_html
from wizard.site.view import Html, View

# Programmes by the names they are known by; what they are stands in the list above the table.
_OFFERS = {"reag_garp": "REAG/GARP", "starthilfe_plus": "StarthilfePlus", "eurp": "EURP", "ura": "URA", "zme": "ZME"}
# Of each programme: which text of which record answers which column. What has no entry is not known.
PROGRAMMES: dict[str, dict[str, tuple[str, ...]]] = {
    "reag-garp-basics": {
        "what": ("reag-garp-amounts.what",),
        "who": ("reag-garp-who.who", "reag-garp-who.special"),
        "conditions": ("reag-garp-basics.conditions", "reag-garp-who.conditions"),
        "waiting": (
            "reag-garp-basics.waiting",
            "reag-garp-basics#decision_weeks",
            "reag-garp-basics#decision_weeks_busy",
        ),
        "apply": ("reag-garp-basics.apply",),
    },
    "starthilfe-plus": {
        "what": ("starthilfe-plus.what",),
        "who": ("starthilfe-plus.special",),
        "conditions": ("starthilfe-plus.conditions",),
        "waiting": ("starthilfe-plus.when",),
        "apply": ("step-3-application.what",),
    },
    "eurp": {
        "what": ("eurp.what", "eurp.special"),
        "who": ("eurp.who",),
        "conditions": ("eurp.caution",),
        "apply": ("eurp.apply",),
    },
    "state-other": {
        "what": ("state-other.what",),
        "apply": ("state-other.how",),
    },
    "zme": {
        "what": ("zme.what",),
        "apply": ("zme.where",),
    },
}
_COLUMNS = ("what", "who", "conditions", "waiting", "apply")


def countries_table_html(view: View) -> Html:
    """A row for each country: what each programme offers there, as far as it is known."""
    names = ("country", *_OFFERS, "waiting")
    records = {code: _offers_of(view, code) for code in FOLDERS}
    rows = "".join(_country_row(view, code, name, records[code]) for code, name in countries_in_order(view.locale))
    meanings = "".join(
        f'<div><dt><bdi dir="ltr">{name}</bdi></dt><dd>{view.t(f"site.offer.{key}")}</dd></div>'
        for key, name in _OFFERS.items()
    )
    sources = sources_together_html(view, list(records.values()))
    return Html(f'<dl class="meanings">{meanings}</dl>{_table(view, names, rows, "by_country")}{sources}')


def _offers_of(view: View, code: str) -> Record:
    return next(r for r in view.facts.of_country(code, "programme") if "offers" in r and r.countries == [code])


def _country_row(view: View, code: str, name: str, record: Record) -> str:
    cells = {key: offer_state_html(view, key, record["offers"][key]) for key in _OFFERS}
    waiting = record.get("texts", {}).get("waiting")
    cells["waiting"] = text_html(view, record, waiting) if waiting else view.t("guide.not_known.country")
    address = escape(view.link(f"{FOLDERS[code]}/#programmes"))
    return _row(view, f'<a href="{address}">{escape(name)}</a>', cells)


def programmes_table_html(view: View) -> Html:
    """A row for each programme: what it is, for whom, conditions, waiting time, how to apply."""
    rows = "".join(
        _row(
            view,
            name_html(view, view.facts.by_id(record_id)) + status_html(view, view.facts.by_id(record_id)),
            {column: _answers(view, answers.get(column, ())) for column in _COLUMNS},
        )
        for record_id, answers in PROGRAMMES.items()
    )
    named = {
        re.split("[.#]", name)[0] for answers in PROGRAMMES.values() for names in answers.values() for name in names
    }
    records = [view.facts.by_id(record_id) for record_id in sorted(named | set(PROGRAMMES))]
    return Html(_table(view, ("programme", *_COLUMNS), rows, "each") + sources_together_html(view, records))


def _answers(view: View, names: tuple[str, ...]) -> Html:
    shown = [_answer(view, name) for name in names]
    return Html(" ".join(part for part in shown if part)) or view.t("guide.not_known")


def _answer(view: View, name: str) -> Html:
    """One text (`record.key`) or one figure with its label (`record#key`); empty when the figure holds no longer."""
    record_id, _, figure = name.partition("#")
    if figure:
        record = _shown(view, record_id)
        value = figure_html(view, record, figure)
        label = view.fact(record, record["figures"][figure]["label"])
        return Html(f'<span class="line">{label}: {value}</span>' if value else "")
    record_id, _, key = name.partition(".")
    record = _shown(view, record_id)
    return text_html(view, record, record["texts"][key])


def _shown(view: View, record_id: str) -> Record:
    record = view.facts.by_id(record_id)
    assert is_shown(record), record_id
    return record


def _table(view: View, names: tuple[str, ...], rows: str, kind: str) -> Html:
    # Roles are named: on a phone the rows are cards, and a table drawn otherwise loses its own.
    head = "".join(f'<th role="columnheader" scope="col">{_column(view, name)}</th>' for name in names)
    label = escape(view.plain(f"guide.programmes.{kind}"))
    return Html(
        f'<table class="ways ways--{kind.replace("_", "-")}" role="table" aria-label="{label}"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _column(view: View, name: str) -> Html:
    if name in _OFFERS:
        return Html(f'<bdi dir="ltr">{_OFFERS[name]}</bdi>')
    return view.t(f"guide.programmes.column.{name}")


def _row(view: View, head: str, cells: dict[str, Html]) -> str:
    shown = "".join(
        f'<td role="cell"><span class="label" aria-hidden="true">{_column(view, name)}</span><span>{cell}</span></td>'
        for name, cell in cells.items()
    )
    return f'<tr role="row"><th role="rowheader" scope="row">{head}</th>{shown}</tr>'
