"""Everything the frame of a page shows: title, languages, notices, footer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape

from markupsafe import Markup

from wizard.languages import languages
from wizard.offline.frame import app_link, card, script_attributes
from wizard.site import assets
from wizard.site.fallback import in_own_language, notices
from wizard.site.icons import icon
from wizard.site.previews import og_locale
from wizard.site.print_sheet import print_sheet
from wizard.site.sources_html import outside_link
from wizard.site.tools import tools_html
from wizard.site.view import Html, View, relative

OFFICIAL_PORTAL = "https://www.returningfromgermany.de"


@dataclass(frozen=True)
class LanguageLink:
    """One row of the language switcher."""

    name: str
    lang: str
    direction: str
    address: str
    current: bool


@dataclass(frozen=True)
class FootLink:
    """One link of the footer."""

    address: str
    text: Markup


@dataclass(frozen=True)
class Shell:
    """Values of the template."""

    lang: str
    direction: str
    kind: str
    title: str
    description: str
    home: str
    search: str
    icon: str
    style_sheet: str
    script: str
    inline_style: Markup
    offline: Markup
    offline_card: Markup
    app_link: Markup
    more_style_sheets: list[str]
    languages: list[LanguageLink]
    notices: Markup
    content: Markup
    used: Markup
    terms: str
    preview: str
    og_locale: str
    tools: Markup
    foot_links: list[FootLink]
    official_portal: Markup
    date: Markup
    version: Markup
    print_sheet: Markup
    icons: dict[str, Markup]
    t: Callable[[str], Markup]
    plain: Callable[[str], str]


@cache
def _icons() -> dict[str, Markup]:
    names = {"menu": "menu", "search": "magnify", "languages": "translate", "printer": "printer-outline"}
    return {key: Markup(icon(name)) for key, name in names.items()}


def shell(
    view: View,
    *,
    title: str,
    description: str,
    kind: str,
    content: str,
    file_locale: str,
    alternates: dict[str, str],
    inline_style: str = "",
    more_style_sheets: tuple[str, ...] = (),
    used: str = "",
    terms: str = "",
    preview: str = "",
) -> Shell:
    """The frame of one page. `alternates` has the address of the page in each language."""
    own = view.language

    def asset(address: str) -> str:
        return relative(view.url, address)

    rows = [
        LanguageLink(
            row.name,
            row.lang,
            row.direction,
            relative(view.url, alternates.get(row.locale, row.folder)),
            row.locale == view.locale,
        )
        for row in languages()
    ]
    return Shell(
        lang=own.lang,
        direction=own.direction,
        kind=kind,
        title=f"{title} – Wegweiser" if title and kind != "home" else view.plain("site.tagline") + " – Wegweiser",
        description=description or view.plain("site.description"),
        home=view.link(""),
        search=view.link("search/"),
        icon=asset(assets.site_icon().address),
        style_sheet=asset(assets.style_sheet().address),
        script=asset(assets.script().address),
        inline_style=Markup(inline_style),
        offline=script_attributes(view, kind),
        offline_card=card(view, kind),
        app_link=app_link(view),
        more_style_sheets=[asset(address) for address in more_style_sheets],
        languages=rows,
        notices=Markup(notices(view, file_locale, alternates.get("en", ""))),
        content=Markup(content if file_locale == view.locale else in_own_language(content, file_locale)),
        used=Markup(used),
        terms=terms,
        preview=preview,
        og_locale=og_locale(own.lang),
        tools=Markup(tools_html(view, title, kind)),
        foot_links=[
            FootLink(view.link(f"{name}/"), Markup(view.t(text)))
            for name, text in (
                ("site-map", "site.map.title"),
                ("about", "site.about"),
                ("sources", "site.sources.all"),
                ("offline", "site.offline.title"),
                ("privacy", "site.privacy"),
                ("imprint", "site.imprint"),
                ("accessibility", "trust.accessibility"),
                ("changes", "trust.changes"),
                ("report", "trust.report.link"),
            )
        ],
        official_portal=Markup(outside_link(OFFICIAL_PORTAL)),
        date=Markup(view.t("site.page_date", date=view.day_html(view.day.isoformat()))),
        version=Markup(view.t("trust.version", version=Html(f"<bdi>{view.report.version}</bdi>"))),
        print_sheet=Markup(print_sheet(view, view.site_url + view.url.removeprefix("./"))),
        icons=_icons(),
        t=lambda text_id: Markup(view.t(text_id)),
        plain=lambda text_id: escape(view.plain(text_id)),
    )
