"""All sources, one page for each area: a country, or a folder of facts that are for everybody."""

from __future__ import annotations

from html import escape

from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.country_record import sources_list_html, sources_of
from wizard.site.generated import Page
from wizard.site.places import FOLDERS, countries_in_order, country_name
from wizard.site.view import Html, View

# Folder of wizard/facts/ -> address; facts of several countries have none of their own and stand with Germany.
GENERAL = ("germany", "routes", "risks")


def areas(view: View) -> list[tuple[str, str]]:
    """Address below `sources/` and name of each area, countries first."""
    countries = [(FOLDERS[code], name) for code, name in countries_in_order(view.locale)]
    return countries + [(area, view.plain(f"site.sources.area.{area}")) for area in GENERAL]


def records_of(view: View, area: str) -> list[Record]:
    """The shown records of an area. Each record is in one area only."""
    code = _code(area)
    records = view.facts.of_country(code) if code else view.facts.records
    return [record for record in records if is_shown(record) and _area(record) == area]


def _code(area: str) -> str:
    """The country of an area, if it is one."""
    return next((code for code, folder in FOLDERS.items() if folder == area), "")


def _area(record: Record) -> str:
    if len(record.countries) == 1:
        return FOLDERS[record.countries[0]]
    return next((area for area in GENERAL if f"/{area}/" in record.file), GENERAL[0])


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
    page.block("list", Html(f'<div class="sources sources--country">{sources_list_html(view, records)}</div>'))
    return page


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
