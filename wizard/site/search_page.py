"""The search page: a form that works with JavaScript, and a way on for phones without it."""

from __future__ import annotations

from html import escape

from wizard.site.assets import search_script
from wizard.site.generated import Page
from wizard.site.search_index import FOLDER_TOKEN
from wizard.site.view import Html, View, relative


def search_page(view: View) -> Page:
    """The page in the view's language."""
    view = view.at(f"{view.language.folder}search/")
    page = Page(
        src_uri=f"{view.locale}/search.md",
        title=view.plain("site.search.title"),
        description=view.plain("site.search.description"),
        heading=view.t("site.search.title"),
        meta={"page_kind": "search"},
    )
    page.block("search", _search_html(view))
    return page


def _search_html(view: View) -> Html:
    texts = {
        "folder": relative(view.url, FOLDER_TOKEN),
        "root": view.link(""),
        "searching": view.plain("site.search.searching"),
        "found": view.plain("site.search.found"),
        "nothing": view.plain("site.search.nothing"),
        "failed": view.plain("site.search.failed"),
    }
    data = " ".join(f'data-{name}="{escape(text)}"' for name, text in texts.items())
    ways = "".join(
        f'<li><a href="{escape(view.link(address))}">{view.t(text)}</a></li>'
        for address, text in (
            ("site-map/", "site.map.title"),
            ("wizard/", "site.search.to.questions"),
            ("#country", "site.search.to.countries"),
        )
    )
    return Html(
        '<div class="search" id="search">'
        f'<form role="search" hidden {data}><label for="words">{view.t("site.search.label")}</label>'
        '<input id="words" type="search" autocomplete="off" autocapitalize="none" enterkeyhint="search" maxlength="100">'
        f'<button class="button">{view.t("site.search.button")}</button></form>'
        f'<div class="search__off"><p>{view.t("site.search.off")}</p>'
        f'<p><a class="onward" href="{escape(view.link("site-map/"))}">{view.t("site.map.title")}</a></p></div>'
        '<p role="status"></p><ol></ol>'
        f'<p><button type="button" class="button search__more" hidden>{view.t("site.search.more")}</button></p>'
        f'<div class="search__nothing" hidden><p>{view.t("site.search.nothing.ways")}:</p><ul>{ways}</ul></div>'
        f'<p class="remark">{view.t("site.search.private")}</p>'
        f'<script type="module" src="{escape(relative(view.url, search_script().address))}"></script></div>'
    )
