"""The page of the questions: the wizard's own HTML inside the frame of the site."""

from __future__ import annotations

from typing import Any

from wizard.browser.page import wizard_html
from wizard.browser.publish import Published
from wizard.core.data import Data
from wizard.records.compile import compile_data
from wizard.site.generated import Page
from wizard.site.places import FOLDERS
from wizard.site.record_html import inner_card_html
from wizard.site.view import Html, View, relative


def phone_data(view: View) -> dict[str, Any]:
    """All data of one language for the phone."""

    def card(record: Any) -> str:
        return inner_card_html(view, record)

    return {
        "common": compile_data(view.locale, None, card) | {"pages": "../"},
        "by_country": {code: compile_data(view.locale, code, card) for code in FOLDERS},
    }


def wizard_page(view: View, common: dict[str, Any], files: Published) -> Page:
    """The page in the view's language; `common` is the common part of its data."""
    url = f"{view.language.folder}wizard/"
    view = view.at(url)
    data = Data()
    data.merge(common)
    root = relative(url, "")
    page = Page(
        src_uri=f"{view.locale}/wizard.md",
        title=view.plain("site.wizard.title"),
        description=view.plain("site.wizard.description"),
        heading=view.t("site.wizard.title"),
        meta={"page_kind": "wizard"},
    )
    page.block("lead", Html(f"<p>{view.t('site.wizard.lead')}</p>"))
    page.block("wizard", wizard_html(data, files, root, view.link("")))
    return page
