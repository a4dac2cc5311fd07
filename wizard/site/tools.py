"""The line above a page: share it, or have it read aloud. Sharing works without JavaScript, listening appears with it."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from wizard.site import assets
from wizard.site.icons import icon
from wizard.site.view import Html, View, relative

# The questions have their own link, which holds answers only if the visitor asks for it.
_WITHOUT = ("wizard",)


def tools_html(view: View, title: str, kind: str) -> Html:
    """Both tools of a page; nothing on the page of the questions."""
    if kind in _WITHOUT:
        return Html("")
    return Html(f'<div class="tools">{_listen_html(view)}{_share_html(view, title)}</div>')


def on_demand(view: View, name: str) -> str:
    """Address of a script that is loaded when it is wanted, for an attribute."""
    return escape(relative(view.url, assets.on_demand(name).address))


def labels(view: View, prefix: str, *names: str) -> str:
    """Texts that a script needs, as attributes of its element."""
    return "".join(f' data-{name.replace("_", "-")}="{escape(view.plain(f"{prefix}.{name}"))}"' for name in names)


def _listen_html(view: View) -> Html:
    words = labels(view, "trust.listen", "pause", "continue", "stop", "failed", "bar")
    return Html(
        f'<button type="button" class="tool" data-listen="{on_demand(view, "read-aloud")}"{words} hidden>'
        f"{icon('volume-high')}{view.t('trust.listen')}</button>"
    )


def _share_html(view: View, title: str) -> Html:
    address = view.site_url + view.url.removeprefix("./")
    text = quote(f"{title or view.plain('site.name')} {address}", safe="")
    words = labels(view, "trust.share", "copy", "copied", "by_hand")
    # Opened by a tap only; the other company sees nothing before that.
    ways = (("whatsapp", f"https://wa.me/?text={text}"), ("sms", f"sms:?body={text}"))
    rows = "".join(
        f'<li><a href="{way}" rel="noreferrer">{view.t(f"trust.share.{name}")}</a></li>' for name, way in ways
    )
    return Html(
        f'<details class="share" data-share="{on_demand(view, "send")}"{words}>'
        f'<summary class="tool">{icon("share-variant-outline")}{view.t("trust.share")}</summary><ul>{rows}</ul></details>'
    )
