"""The page of what changed in the facts, made from wizard/facts/changes.yaml."""

from __future__ import annotations

from html import escape

from wizard.records.amounts import amount_text
from wizard.records.changes import Change, Day
from wizard.site.dates import day_text, hours_text
from wizard.site.generated import Page
from wizard.site.places import country_name
from wizard.site.record_html import name_html
from wizard.site.view import Html, View, relative

_ORDER = ("replaced", "added", "confirmed", "withheld")


def changes_page(view: View, days: list[Day]) -> Page:
    """The page in the view's language. Made after the pages with cards, to which it links."""
    view = view.at(f"{view.language.folder}changes/")
    page = Page(
        src_uri=f"{view.locale}/changes.md",
        title=view.plain("trust.changes"),
        description=view.plain("trust.changes.description"),
        heading=view.t("trust.changes"),
        meta={"page_kind": "prose"},
    )
    report = f'<a href="{escape(view.link("report/"))}">{view.t("trust.report.link")}</a>'
    page.block("lead", Html(f"<p>{view.t('trust.changes.lead')}</p><p>{report}</p>"))
    for day in days:
        page.section(f"day-{day.date}", day_text(day.date, view.locale), _day_html(view, day))
    return page


def _day_html(view: View, day: Day) -> Html:
    about = f"<p>{view.t(f'trust.changes.about.{day.about}')}</p>" if day.about else ""
    parts: list[str] = []
    for how in _ORDER:
        rows = "".join(_row_html(view, change) for change in day.changes if change.how == how)
        if rows:
            parts.append(f'<h3>{view.t(f"trust.changes.how.{how}")}</h3><ul class="changes">{rows}</ul>')
    return Html(about + "".join(parts))


def _row_html(view: View, change: Change) -> str:
    names = [_name_html(view, record_id) for record_id in change.records]
    what = view.t(f"trust.changes.what.{change.what}")
    values = ""
    if change.old is not None:
        values += f" {view.t('trust.changes.old')} <del>{_value_html(view, change, change.old)}</del>."
    if change.new is not None:
        values += f" {view.t('trust.changes.new')} <ins>{_value_html(view, change, change.new)}</ins>."
    why = view.t(f"trust.changes.why.{change.why}")
    said = f"<strong>{what}.</strong>{values} {why}"
    if len(names) > 2:
        return f"<li>{said}<ul>{''.join(f'<li>{name}</li>' for name in names)}</ul></li>"
    return f"<li>{'; '.join(names)}<br>{said}</li>"


def _name_html(view: View, record_id: str) -> str:
    record = view.facts.by_id(record_id)
    name = str(name_html(view, record))
    if record_id in view.homes:
        name = f'<a href="{escape(relative(view.url, view.homes[record_id]))}">{name}</a>'
    if len(record.countries) == 1:
        return f"<bdi>{escape(country_name(record.countries[0], view.locale))}</bdi>: {name}"
    return name


def _value_html(view: View, change: Change, value: str | float) -> str:
    if change.unit:
        return f"<bdi>{escape(amount_text(float(value), change.unit, view.locale))}</bdi>"
    if change.what == "proof":
        return view.day_html(str(value))
    if change.what == "hours":
        return f"<span>{escape(hours_text(str(value), view.locale) or str(value))}</span>"
    return f'<bdi dir="ltr">{escape(str(value))}</bdi>'
