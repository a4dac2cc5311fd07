"""The quick way out of a page that others should not see: a link that is always in reach, and its script on that page only."""

from __future__ import annotations

from html import escape

from wizard.site import assets
from wizard.site.view import Html, View

# Everybody opens it, in any language, and it says nothing about who came from here. The questions lead there too.
NEUTRAL = "https://www.wikipedia.org/"


def leave_html(view: View) -> Html:
    """Without JavaScript a plain link; the script also takes the page out of the tab's way back and off the phone."""
    return Html(
        f'<p class="leave"><a href="{escape(NEUTRAL)}" rel="noreferrer" data-leave>{view.t("site.leave")}</a></p>'
        f'<p class="leave__why">{view.t("site.leave.why")} <span hidden>{view.t("site.leave.keys")}</span></p>'
        f'<script type="module">{assets.small_script("leave").strip()}</script>'
    )
