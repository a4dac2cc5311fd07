"""All facts with their sources, one page for each area: a country, or a group of facts that are for everybody."""

from __future__ import annotations

from html import escape

from wizard.records.due import due_day
from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.country_record import sources_of
from wizard.site.generated import Page
from wizard.site.places import FOLDERS, countries_in_order, country_name
from wizard.site.record_html import name_html
from wizard.site.sources_apart import GENERAL, area_of
from wizard.site.sources_html import report_link, source_html
from wizard.site.view import Html, View, relative

def areas(view: View) -> list[tuple[str, str]]:
    """Address below `sources/` and name of each area, countries first."""
    countries = [(FOLDERS[code], name) for code, name in countries_in_order(view.locale)]
    return countries + [(area, view.plain(f"site.sources.area.{area}")) for area in GENERAL]


def records_of(view: View, area: str) -> list[Record]:
    """The records of an area that are shown, or have a card that says why not. Each record is in one area only."""
    code = _code(area)
    records = view.facts.of_country(code) if code else view.facts.records
    shown = (record for record in records if is_shown(record) or record.id in view.homes)
    return [record for record in shown if area_of(record) == area]


def _code(area: str) -> str:
    """The country of an area, if it is one."""
    return next((code for code, folder in FOLDERS.items() if folder == area), "")


def sources_page(view: View, area: str, name: str) -> Page:
    """The page of one area in the view's language."""
    view = view.at(f"{view.language.folder}sources/{area}/")
    page = Page(
        src_uri=f"{view.locale}/sources/{area}.md",
        title=view.plain("site.sources.of", area=name),
        description=view.plain("site.sources.description", area=name),
        heading=view.t("site.sources.of", area=Html(f"<bdi>{escape(name)}</bdi>")),
        meta={"page_kind": "sources"},
    )
    code = _code(area)
    back = f'<a class="onward" href="{escape(view.link("sources/"))}">{view.t("site.sources.all")}</a>'
    if code:
        country = Html(f"<bdi>{escape(country_name(code, view.locale))}</bdi>")
        back += f' <a class="onward" href="{escape(view.link(f"{area}/"))}">{view.t("site.next.country", country=country)}</a>'
    records = records_of(view, area)
    page.block("lead", Html(f"<p>{_count(view, records)}</p><p>{back}</p>"))
    rows = "".join(_fact_html(view, record) for record in records)
    page.block("list", Html(f'<p>{view.t("site.sources.lead")}</p><ul class="sourced">{rows}</ul>'))
    return page


def _fact_html(view: View, record: Record) -> str:
    """One fact: its name, which leads to its card where there is one, the days, its sources, how to report a mistake."""
    name = name_html(view, record)
    if record.id in view.homes:
        name = Html(f'<a href="{escape(relative(view.url, view.homes[record.id]))}">{name}</a>')
    checked, due = view.day_html(record["checked"]), view.day_html(due_day(record, view.day))
    when = view.t("trust.used.when", checked=checked, due=due)
    sources = "".join(source_html(view, source) for source in record.get("sources", []))
    return (
        f'<li id="{record.id}"><p class="sourced__name">{name}</p><p>{when}</p><ul class="sources" dir="ltr">{sources}</ul>'
        f"{report_link(view, record.id)}</li>"
    )


def areas_html(view: View) -> Html:
    """Links to the pages of all areas, with the number of facts and sources."""
    rows = "".join(
        f'<li id="{area}"><a href="{escape(view.link(f"sources/{area}/"))}">{escape(name)}</a>'
        f" <small>{_count(view, records_of(view, area))}</small></li>"
        for area, name in areas(view)
    )
    return Html(f'<ul class="pages">{rows}</ul>')


def _count(view: View, records: list[Record]) -> Html:
    return view.t("site.sources.count.records", records=len(records), sources=len(sources_of(records)))
