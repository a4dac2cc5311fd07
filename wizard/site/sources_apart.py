"""Sources that stand apart: pages with many facts link each of them to its place on the page of sources of its area.

There are the titles, the links, the days and the way to report a mistake. On paper these pages keep the numbered list of titles
and days (`cited.py`), with the address of the pages that have the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from wizard.records.read import Record
from wizard.site.places import FOLDERS, country_name
from wizard.site.view import Html, View

# Areas of facts that are for everybody; those of several countries have no folder of their own and stand with Germany.
GENERAL = ("germany", "routes", "conditions", "risks", "terms")


_ON_PAPER = 2


def area_of(record: Record) -> str:
    """The area whose page of sources has this record. Each record is in one area only."""
    if len(record.countries) == 1:
        return FOLDERS[record.countries[0]]
    if record["kind"] == "term":
        return "terms"
    if "/routes/" in record.file:
        return "routes" if record["kind"] == "route" else "conditions"
    return "risks" if "/risks/" in record.file else "germany"


def first_of_areas(records: Iterable[Record]) -> list[Record]:
    """Of these facts the first one in each area."""
    found: dict[str, Record] = {}
    for record in records:
        found.setdefault(area_of(record), record)
    return list(found.values())


def area_link(view: View, record: Record) -> Html:
    """A link to the sources of a fact that is called like its area."""
    return Html(f'<a href="{escape(view.link(sources_address(record)))}">{area_name(view, area_of(record))}</a>')


def areas_of(records: Iterable[Record]) -> list[str]:
    """The areas of these facts, each once."""
    return list(dict.fromkeys(area_of(record) for record in records))


def area_name(view: View, area: str) -> Html:
    """What the area is called."""
    code = next((code for code, folder in FOLDERS.items() if folder == area), "")
    return Html(escape(country_name(code, view.locale))) if code else view.t(f"site.sources.area.{area}")


def area_links_html(view: View, records: Iterable[Record]) -> Html:
    """Links to the pages that have the sources of these facts."""
    rows = "".join(
        f'<li><a href="{escape(view.link(f"sources/{area}/"))}">{view.t("site.sources.of", area=area_name(view, area))}</a></li>'
        for area in areas_of(records)
    )
    return Html(f'<ul class="pages">{rows}</ul>')


def sources_address(record: Record) -> str:
    """Address of the sources of a fact below the root of a language."""
    return f"sources/{area_of(record)}/#{record.id}"


def sources_link(view: View, record: Record) -> Html:
    """The link from a fact to its sources, for the line with the day of the check."""
    return Html(f'<a href="{escape(view.link(sources_address(record)))}">{view.t("site.sources")}</a>')


def printed_sources(record: Record) -> list[dict[str, Any]]:
    """The sources of a fact that paper names: its first ones. The others stand at the address that paper gives."""
    return record.get("sources", [])[:_ON_PAPER]


def printed_addresses(view: View, records: Iterable[Record]) -> Html:
    """For paper: where the addresses of the sources of these facts are."""
    root = view.site_url + view.language.folder
    pages = " · ".join(f'<bdi dir="ltr">{escape(f"{root}sources/{area}/")}</bdi>' for area in areas_of(records))
    return Html(f"<p>{view.t('site.sources.printed', addresses=Html(pages))}</p>")
