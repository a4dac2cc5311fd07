"""All files of the open data with what they hold, their description for programs, and the list of them for people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from html import escape

from babel.units import format_unit

from wizard.records.amounts import cldr
from wizard.site.open_data.changes import FEED_PATH, feed, read_changes
from wizard.site.open_data.contacts_csv import COLUMNS, contacts_csv
from wizard.site.open_data.contacts_geojson import contacts_geojson
from wizard.site.open_data.edition import LICENCE, LICENCE_URL, NOTICE, Edition
from wizard.site.open_data.facts_json import SCHEMA_PATH, all_facts, facts_of_country, published_schema
from wizard.site.open_data.for_programs import MenuPage, llms_txt, robots_txt
from wizard.site.places import FOLDERS, countries_in_order
from wizard.site.view import Html, View, relative

__all__ = ["OpenData", "data_files_html", "open_data"]

PACKAGE_PATH = "data/datapackage.json"


@dataclass(frozen=True)
class DataFile:
    """One file: address, media type, id of the text that describes it, content."""

    path: str
    media_type: str
    about: str
    content: str

    @property
    def size(self) -> int:
        """Bytes on the disk; sent compressed it is much less."""
        return len(self.content.encode())


class OpenData:
    """The files of one edition, each made once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @cached_property
    def general(self) -> list[DataFile]:
        """Files for all countries."""
        own = self.edition
        return [
            DataFile("data/facts.json", "application/json", "site.open_data.facts", all_facts(own)),
            DataFile(SCHEMA_PATH, "application/schema+json", "site.open_data.schema", published_schema(own)),
            DataFile("data/contacts.csv", "text/csv", "site.open_data.csv", contacts_csv(own)),
            DataFile("data/contacts.geojson", "application/geo+json", "site.open_data.geojson", contacts_geojson(own)),
            DataFile(FEED_PATH, "application/atom+xml", "site.open_data.feed", feed(own, read_changes())),
        ]

    @cached_property
    def by_country(self) -> dict[str, DataFile]:
        """The facts of each country."""
        return {
            code: DataFile(
                f"data/{folder}.json",
                "application/json",
                "site.open_data.country",
                facts_of_country(self.edition, code),
            )
            for code, folder in FOLDERS.items()
        }

    def package(self, view: View) -> str:
        """Description of the files in the form of a Data Package (datapackage.org), with the columns of the table."""
        fields = [{"name": name, "type": kind, "description": about} for name, kind, about in COLUMNS]
        resources: list[dict[str, object]] = []
        for file in [*self.general, *self.by_country.values()]:
            if not file.path.startswith("data/") or file.path == SCHEMA_PATH:
                continue  # a package describes only data in its folder; the schema is named with the files it is for
            row: dict[str, object] = {
                "name": file.path.removeprefix("data/").rpartition(".")[0].replace(".", "-"),
                "path": file.path.removeprefix("data/"),
                "mediatype": file.media_type,
                "description": view.plain(file.about),
                "bytes": file.size,
            }
            if file.media_type == "application/json":
                row["describedby"] = SCHEMA_PATH.removeprefix("data/")
            if file.media_type == "text/csv":
                row |= {"name": "contacts-table", "profile": "tabular-data-resource", "encoding": "utf-8-sig"}
                row["schema"] = {"fields": fields, "missingValues": [""]}
            resources.append(row)
        package = {
            "name": "wegweiser-facts",
            "title": "Facts of Wegweiser",
            "description": NOTICE,
            "homepage": self.edition.site_url,
            "created": f"{self.edition.day.isoformat()}T00:00:00Z",
            "licenses": [{"name": LICENCE, "path": LICENCE_URL}],
            "resources": resources,
        }
        return json.dumps(package, ensure_ascii=False, indent=1) + "\n"

    def files(self, view: View, menu: list[MenuPage]) -> dict[str, str]:
        """Everything to write, by address. `view` is the one of the source language."""
        made = {file.path: file.content for file in [*self.general, *self.by_country.values()]}
        data = [(file.path, view.plain(file.about)) for file in self.general]
        data.append((PACKAGE_PATH, view.plain("site.open_data.package")))
        return made | {
            PACKAGE_PATH: self.package(view),
            "robots.txt": robots_txt(self.edition),
            "llms.txt": llms_txt(self.edition, menu, data),
        }


_made: dict[int, OpenData] = {}


def open_data(view: View) -> OpenData:
    """The open data of the facts of that view, made once per build for all languages."""
    known = _made.get(id(view.facts))
    if known is None or known.edition.facts is not view.facts:
        _made.clear()
        known = _made[id(view.facts)] = OpenData(Edition(view.facts, view.site_url, view.day))
    return known


def data_files_html(view: View) -> Html:
    """The files as a list: link, what it holds, size."""
    data = open_data(view)

    def row(file: DataFile, name: str) -> str:
        link = f'<a href="{escape(relative(view.url, file.path))}" dir="ltr">{escape(name)}</a>'
        return f"<li>{link} <small>({_size(file.size, view.locale)})</small>"

    general = "".join(
        f"{row(file, file.path.removeprefix('data/'))}<br>{view.t(file.about)}</li>" for file in data.general
    )
    countries = "".join(f"{row(data.by_country[code], name)}</li>" for code, name in countries_in_order(view.locale))
    return Html(
        f'<ul class="data-files">{general}</ul><p>{view.t("site.open_data.by_country")}</p>'
        f'<ul class="data-files">{countries}</ul>'
    )


def _size(size: int, locale: str) -> str:
    """Whole kilobytes in the digits of the language."""
    shown = format_unit(max(1, round(size / 1000)), "digital-kilobyte", length="short", locale=cldr(locale))
    return f"<bdi>{escape(shown)}</bdi>"
