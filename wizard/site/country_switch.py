"""The way to the same page of another country, as plain links."""

from __future__ import annotations

import re
from html import escape

from wizard.site.places import FOLDERS, countries_in_order
from wizard.site.view import Html, View

_TOKEN = re.compile(r"<!--other countries (\w+) (\S*)-->")


def country_switch(code: str, page: str = "") -> Html:
    """Stands for the list until the page is whole; `page` is the address below a country's folder, such as `leaving/`.

    It has a row for each country on several pages of each country, and says nothing: whatever reads pages for terms or
    for the search need not go through it.
    """
    return Html(f"<!--other countries {code} {page}-->")


def with_country_switch(content: str, view: View) -> str:
    """The content with the list in its place."""
    return _TOKEN.sub(lambda found: _html(view, found[1], found[2]), content)


def _html(view: View, code: str, page: str) -> Html:
    """All other countries, folded."""
    home = escape(view.link(""))
    rows = "".join(
        f'<li><a href="{home}{FOLDERS[other]}/{escape(page)}">{escape(name)}</a></li>'
        for other, name in countries_in_order(view.locale)
        if other != code
    )
    summary = view.t("site.other_country")
    return Html(f'<details class="switch"><summary>{summary}</summary><ul class="countries">{rows}</ul></details>')
