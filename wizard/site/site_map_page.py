"""The page that lists all pages. Its list is set in when the titles of all pages are known."""

from __future__ import annotations

from wizard.site.generated import Page
from wizard.site.view import Html, View

# Stands in the page until then.
LIST_TOKEN = "<div data-site-map></div>"


def site_map_page(view: View) -> Page:
    """The page in the view's language."""
    view = view.at(f"{view.language.folder}site-map/")
    page = Page(
        src_uri=f"{view.locale}/site-map.md",
        title=view.plain("site.map.title"),
        description=view.plain("site.map.text"),
        heading=view.t("site.map.title"),
        meta={"page_kind": "site-map"},
    )
    page.block("lead", Html(f"<p>{view.t('site.map.text')}</p>"))
    page.block("list", LIST_TOKEN)
    return page
