"""The line above a page: share it, or have it read aloud. Sharing works without JavaScript, listening appears with it."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from wizard.site.icons import icon
from wizard.site.on_demand import script_address
from wizard.site.view import Html, View

# The questions have their own link, which holds answers only if the visitor asks for it.
_WITHOUT = ("wizard",)


def tools_html(view: View, title: str, kind: str) -> Html:
    """Both tools of a page; nothing on the page of the questions."""
    if kind in _WITHOUT:
        return Html("")
    return Html(f'<div class="tools">{_listen_html(view)}{_share_html(view, title)}</div>')


def _listen_html(view: View) -> Html:
    return Html(
        f'<button type="button" class="tool" data-listen="{script_address(view, "read-aloud")}" hidden>'
        f"{icon('volume-high')}{view.t('trust.listen')}</button>"
    )


def _share_html(view: View, title: str) -> Html:
    address = view.site_url + view.url.removeprefix("./")
    text = quote(f"{title or view.plain('site.name')} {address}", safe="")
    # Opened by a tap only; the other company sees nothing before that.
    ways = (("whatsapp", f"https://wa.me/?text={text}"), ("sms", f"sms:?body={text}"))
    rows = "".join(
        f'<li><a href="{way}" rel="noreferrer">{view.t(f"trust.share.{name}")}</a></li>' for name, way in ways
    )
    return Html(
        f'<details class="share" data-share="{script_address(view, "send")}">'
        f'<summary class="tool">{icon("share-variant-outline")}{view.t("trust.share")}</summary><ul>{rows}</ul></details>'
    )
