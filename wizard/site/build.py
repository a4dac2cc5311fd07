"""One build of the site: the facts, the generated pages of all languages, the files beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from wizard.browser.publish import PYTHON, Published, publish
from wizard.core.data import Data
from wizard.core.routes.table import ROUTES
from wizard.languages import languages
from wizard.offline import app, hosting
from wizard.offline.page import offline_page
from wizard.records.catalogue import Catalogue
from wizard.records.read import Facts
from wizard.site import assets
from wizard.site.country_page import country_page
from wizard.site.dates import build_day
from wizard.site.generated import Page
from wizard.site.next_steps_page import next_steps_page
from wizard.site.notfound import notfound_page
from wizard.site.places import FOLDERS, SITUATIONS
from wizard.site.route_page import route_page
from wizard.site.routes_overview import overview_page
from wizard.site.view import View
from wizard.site.wizard_page import phone_data, wizard_page


class Builder:
    """Makes pages and files once per build."""

    def __init__(self, facts: Facts, site_url: str) -> None:
        self.facts = facts
        self.site_url = site_url.rstrip("/") + "/"
        self.day = build_day()
        self._views: dict[str, View] = {}

    def view(self, locale: str) -> View:
        """The view of a language; its page address is set by `at`."""
        if locale not in self._views:
            self._views[locale] = View(locale, self.facts, Catalogue(locale), site_url=self.site_url, day=self.day)
        return self._views[locale]

    @cached_property
    def _data(self) -> dict[str, dict[str, Any]]:
        return {row.locale: phone_data(self.view(row.locale)) for row in languages()}

    @cached_property
    def wizard(self) -> Published:
        """Scripts, Python and data of the wizard."""
        return publish(self._data)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All generated pages of all languages by their source address."""
        return {page.src_uri: page for row in languages() for page in self._pages_of(self.view(row.locale))}

    def _pages_of(self, view: View) -> Iterator[Page]:
        data = self._data[view.locale]
        yield wizard_page(view, data["common"], self.wizard)
        yield offline_page(view)
        yield overview_page(view)
        yield from (route_page(view, route) for route in ROUTES)
        for code in FOLDERS:
            yield country_page(view, code)
            known = Data()
            known.merge(data["common"])
            known.merge(data["by_country"][code])
            for situation in SITUATIONS:
                yield next_steps_page(view, code, situation, known)

    def more_style_sheets(self, kind: str) -> tuple[str, ...]:
        """Style sheets that one kind of page has besides the frame's own."""
        return (self.wizard.style_sheet,) if kind == "wizard" else ()

    @property
    def transfer_sizes(self) -> dict[str, int]:
        """Address -> bytes through the air, of the files whose best compression is known."""
        return {f"{PYTHON}/{file.path}": file.brotli for file in self.wizard.manifest.files.values()}

    def files(self) -> dict[str, str | bytes]:
        """Files that are no pages, by address."""
        own = (assets.style_sheet(), assets.script(), assets.site_icon())
        files: dict[str, str | bytes] = {asset.address: asset.content for asset in own}
        files |= self.wizard.files
        files |= app.icons() | {app.app_address(row): app.manifest(self.view(row.locale)) for row in languages()}
        files |= hosting.FILES
        css = assets.style_sheet().content
        view = self.view(languages()[0].locale)
        files["404.html"] = notfound_page(view, css)
        for row in languages()[1:]:
            files[f"{row.folder}404.html"] = notfound_page(view, css, first=row)
        return files
