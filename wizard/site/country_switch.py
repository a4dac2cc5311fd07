"""The way to the same page of another country, as plain links."""

from __future__ import annotations

from html import escape

from wizard.site.places import FOLDERS, countries_in_order
from wizard.site.view import Html, View


def country_switch_html(view: View, code: str, page: str = "") -> Html:
    """All other countries, folded; `page` is the address below a country's folder, such as `leaving/`."""
    rows = "".join(
        f'<li><a href="{escape(view.link(f"{FOLDERS[other]}/{page}"))}">{escape(name)}</a></li>'
        for other, name in countries_in_order(view.locale)
        if other != code
    )
    summary = view.t("site.other_country")
    return Html(f'<details class="switch"><summary>{summary}</summary><ul class="countries">{rows}</ul></details>')
