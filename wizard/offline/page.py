"""The page "Without internet": how it works, and what is kept on this phone."""

from __future__ import annotations

from wizard.site.generated import Page
from wizard.site.view import Html, View


def offline_page(view: View) -> Page:
    """The page in the view's language. The list is filled in by list.js."""
    view = view.at(f"{view.language.folder}offline/")
    page = Page(
        src_uri=f"{view.locale}/offline.md",
        title=view.plain("site.offline.title"),
        description=view.plain("site.offline.description"),
        heading=view.t("site.offline.title"),
        meta={"page_kind": "prose"},
    )
    no_script = view.t("site.offline.no_script")
    page.block("kept", Html(f"<div data-saved-list></div><noscript><p>{no_script}</p></noscript>"))
    for part in ("how", "how.save", "how.app", "how.shared"):
        page.block(part.replace(".", "-"), Html(f"<p>{view.t(f'site.offline.{part}')}</p>"))
    return page
