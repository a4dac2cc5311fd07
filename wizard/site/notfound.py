"""The page for addresses that do not exist: one file that speaks all languages, since the server knows none."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from wizard.languages import Language, languages
from wizard.records.catalogue import Catalogue
from wizard.site.assets import site_icon
from wizard.site.view import View, html


def _part(view: View, base: str) -> str:
    own = view.language
    home = f"{base}{own.folder}"
    return (
        f'<section lang="{own.lang}" dir="{own.direction}"><h1>{view.t("site.notfound.heading")}</h1>'
        f"<p>{view.t('site.notfound.text')}</p>"
        f'<p><a class="button" href="{escape(home)}">{view.t("site.notfound.link")}</a></p></section>'
    )


def notfound_page(view: View, css: str, first: Language | None = None) -> str:
    """The whole file; that language stands first. Styles are inline: the file is served at any depth."""
    order = sorted(languages(), key=lambda row: first is not None and row.locale != first.locale)
    base = urlsplit(view.site_url).path.rstrip("/") + "/"
    parts: list[str] = []
    for row in order:
        own = View(row.locale, view.facts, Catalogue(row.locale), site_url=view.site_url, day=view.day)
        parts.append(_part(own, base))
    head = order[0]
    title = html(View(head.locale, view.facts, Catalogue(head.locale)).plain("site.notfound.heading"))
    return (
        f'<!doctype html>\n<html lang="{head.lang}" dir="{head.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title} – Wegweiser</title>\n"
        f'<link rel="icon" type="image/svg+xml" href="{escape(base + site_icon().address)}">\n'
        f"<style>{css}</style>\n</head>\n"
        f'<body class="page page--notfound"><main class="content md-typeset">{"".join(parts)}</main></body>\n</html>\n'
    )
