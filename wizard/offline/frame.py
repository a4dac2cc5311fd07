"""What the frame of a page says to the browser: where the parts for use without internet are, and that it is an app."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from wizard.offline.app import app_address
from wizard.offline.publish import UNNAMED, is_on
from wizard.site.places import FOLDERS, country_name
from wizard.site.view import View, relative


def group_of(view: View, kind: str) -> str:
    """What the page is saved with: its country, `wizard`, or nothing."""
    if kind == "wizard":
        return kind
    first = view.url.removeprefix(view.language.folder).partition("/")[0]
    return first if first in FOLDERS.values() else ""


def script_attributes(view: View, kind: str) -> Markup:
    """Attributes of the guide's script; empty when the service worker is off."""
    if not is_on():
        return Markup("")
    group = group_of(view, kind)
    named = f' data-group="{group}"' if group else ""
    return Markup(f' data-offline="{escape(relative(view.url, UNNAMED))}"{named}')


def card(view: View, kind: str) -> Markup:
    """The card "use this without internet" as it stands before its script comes: nothing moves when it does."""
    group = group_of(view, kind)
    if not group or not is_on():
        return Markup("")
    if group == "wizard":
        what = view.t("site.offline.what.wizard")
    else:
        code = next(code for code, folder in FOLDERS.items() if folder == group)
        what = view.t("site.offline.what.country", country=country_name(code, view.locale))
    return Markup(
        '<section id="offline" class="card card--offline" aria-labelledby="offline-heading">'
        f'<h2 id="offline-heading">{view.t("site.offline.heading")}</h2><p>{what}</p>'
        f'<p id="offline-said" role="status" tabindex="-1">{view.t("site.offline.size_first")}</p>'
        '<p class="offline-buttons"><button type="button" class="button button--quiet" disabled>'
        f'{view.t("site.offline.ask")}</button></p></section>'
    )


def app_link(view: View) -> Markup:
    """The link to the app's manifest in the page's language."""
    return Markup(f'<link rel="manifest" href="{escape(relative(view.url, app_address(view.language)))}">')
