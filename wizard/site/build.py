"""One build of the site: the facts, the generated pages of all languages, the files beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from typing import Any

from wizard.browser.publish import PYTHON, Published, publish
from wizard.core.data import Data
from wizard.core.routes.table import ROUTES
from wizard.languages import languages
from wizard.offline import app, hosting
from wizard.offline.page import offline_page
from wizard.records.catalogue import Catalogue
from wizard.records.changes import read_changes
from wizard.records.read import Facts
from wizard.site import assets
from wizard.site.changes_page import changes_page
from wizard.site.country_page import country_page
from wizard.site.dates import build_day, day_text
from wizard.site.generated import Page
from wizard.site.lean_plan import link_cards
from wizard.site.next_steps_page import next_steps_page
from wizard.site.licences_html import licence_files
from wizard.site.notfound import notfound_page
from wizard.site.on_demand import script_files
from wizard.site.open_data.files import open_data
from wizard.site.open_data.for_programs import MenuPage
from wizard.site.places import FOLDERS, SITUATIONS
from wizard.site.previews import Previews, preview_svg
from wizard.site.report import ReportTo
from wizard.site.route_page import route_page
from wizard.site.routes_overview import overview_page
from wizard.site.search_index import SearchIndex
from wizard.site.search_page import search_page
from wizard.site.site_map_page import site_map_page
from wizard.site.sources_page import areas, sources_page
from wizard.site.term_words import terms_script
from wizard.site.used_html import oldest_check
from wizard.site.vcards import vcard_files
from wizard.site.version import build_version
from wizard.site.view import View, relative
from wizard.site.wizard_page import phone_data, wizard_page


class Builder:
    """Makes pages and files once per build."""

    def __init__(self, facts: Facts, site_url: str, report_email: str = "", report_page: str = "") -> None:
        assets.read_again()
        self.facts = facts
        self.site_url = site_url.rstrip("/") + "/"
        self.day = build_day()
        self.report = ReportTo.checked(report_email, report_page, build_version(self.day))
        self.previews = Previews()
        self.scripts = script_files([row.locale for row in languages()])
        self.search = SearchIndex()
        self._views: dict[str, View] = {}
        self.terms = {row.locale: terms_script(self.view(row.locale)) for row in languages()}
        self.menu: dict[str, list[MenuPage]] = {}

    def view(self, locale: str) -> View:
        """The view of a language; its page address is set by `at`."""
        if locale not in self._views:
            self._views[locale] = View(
                locale, self.facts, Catalogue(locale), site_url=self.site_url, day=self.day, report=self.report
            )
        return self._views[locale]

    @cached_property
    def _data(self) -> Callable[[str], dict[str, Any]]:
        # Per language, when it is wanted first: after a change `make serve` makes few pages.
        return cache(lambda locale: phone_data(self.view(locale)))

    @cached_property
    def wizard(self) -> Published:
        """Scripts, Python and data of the wizard."""
        return publish({row.locale: self._data(row.locale) for row in languages()})

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """All generated pages of all languages by their source address."""
        return {page.src_uri: page for page in (make() for make in self.page_makers())}

    def page_makers(self) -> Iterator[Callable[[], Page]]:
        """What makes each generated page of all languages, always in the same order: later pages link to earlier ones."""
        for row in languages():
            yield from self._makers_of(self.view(row.locale))

    def _makers_of(self, view: View) -> Iterator[Callable[[], Page]]:
        def data() -> dict[str, Any]:
            return self._data(view.locale)

        yield lambda: wizard_page(view, data()["common"], self.wizard)
        yield partial(offline_page, view)
        yield from (partial(route_page, view, route) for route in ROUTES)
        yield partial(overview_page, view)
        yield partial(search_page, view)
        yield partial(site_map_page, view)
        for code in FOLDERS:
            country = cache(partial(country_page, view, code))
            known = cache(partial(_known, view, data, code, country))
            yield country
            for situation in SITUATIONS:
                yield partial(_next_steps, view, code, situation, known)
        # Last: each fact there leads to its card, if a page has one.
        yield from (partial(sources_page, view, area, name) for area, name in areas(view))
        yield lambda: changes_page(view, read_changes())

    def preview(self, view: View, title: str, used: str) -> str:
        """Address of the picture for a shared link of a page; `used` is its list of facts."""
        checked = oldest_check(used)
        text, day = ("trust.preview.checked", checked) if checked else ("site.page_date", self.day.isoformat())
        if title in ("", view.plain("site.name")):
            title = view.plain("site.tagline")
        line = view.plain(text, date=day_text(day, view.locale))
        return self.site_url + self.previews.add(preview_svg(view, title, line))

    def terms_address(self, view: View, content: str) -> str:
        """Address of the script that explains German terms; empty for a page that marks none."""
        return relative(view.url, self.terms[view.locale].address) if '<a class="term"' in content else ""

    def more_style_sheets(self, kind: str) -> tuple[str, ...]:
        """Style sheets that one kind of page has besides the frame's own."""
        own = {"search": assets.search_style_sheet().address}
        return (own[kind],) if kind in own else ()

    def inline_style(self, kind: str) -> str:
        """Styles inside the page: the first question must not wait for a second answer of the host."""
        return assets.style_of_questions() + self.wizard.style if kind == "wizard" else ""

    @property
    def transfer_sizes(self) -> dict[str, int]:
        """Address -> bytes through the air, of the files whose best compression is known."""
        return {f"{PYTHON}/{file.path}": file.brotli for file in self.wizard.manifest.files.values()}

    def files(self) -> dict[str, str | bytes]:
        """Files that are no pages, by address."""
        return self.files_beside() | self.search.files()

    def files_beside(self) -> dict[str, str | bytes]:
        """The same without the search index, which needs the text of all pages."""
        own = (assets.style_sheet(), assets.script(), assets.site_icon(), assets.search_script(), assets.search_style_sheet())
        files: dict[str, str | bytes] = {asset.address: asset.content for asset in own}
        files |= self.scripts | {script.address: script.content for script in self.terms.values()}
        files |= self.wizard.files
        files |= licence_files() | vcard_files(self.facts, self.site_url) | self.previews.files
        files |= app.icons() | {app.app_address(row): app.manifest(self.view(row.locale)) for row in languages()}
        files |= hosting.FILES
        css = assets.style_sheet().content
        view = self.view(languages()[0].locale)
        files["404.html"] = notfound_page(view, css)
        for row in languages()[1:]:
            files[f"{row.folder}404.html"] = notfound_page(view, css, first=row)
        menus = list(self.menu.values())
        files |= open_data(view).files(view, menus[0] if menus else [])
        return files


def _known(view: View, data: Callable[[], dict[str, Any]], code: str, country: Callable[[], Page]) -> Data:
    """What the rules know of a country; offices on the country's page are linked there."""
    known = Data()
    known.merge(data()["common"])
    known.merge(data()["by_country"][code])
    link_cards(view, known, country())
    return known


def _next_steps(view: View, code: str, situation: str, known: Callable[[], Data]) -> Page:
    return next_steps_page(view, code, situation, known())
