"""Says in which language a page really is: machine-drafted, or shown in English because it is not translated."""

from __future__ import annotations

import re
from html import escape

from wizard.languages import language, source_language
from wizard.site.generated import token
from wizard.site.view import Html, View, relative


def in_own_language(content: str, locale: str) -> Html:
    """Content with the language and direction it really has."""
    real = language(locale)
    return Html(f'<div lang="{real.lang}" dir="{real.direction}">{content}</div>')


def in_page_language(markdown: str, blocks: dict[str, str], view: View) -> dict[str, str]:
    """The blocks of a page that is shown in another language: what facts say stays in the reader's language."""
    own = view.language

    def marked(name: str, block: str) -> str:
        alone = re.search(rf"^\s*{re.escape(token(name))}\s*$", markdown, re.MULTILINE)
        tag = "div" if alone else "span"
        return f'<{tag} lang="{own.lang}" dir="{own.direction}">{block}</{tag}>' if block else block

    return {name: marked(name, block) for name, block in blocks.items()}


def notices(view: View, file_locale: str, english_url: str) -> Html:
    """The lines above a page that is not in the source language."""
    source = source_language()
    if view.locale == source.locale:
        return Html("")
    if file_locale != view.locale:
        return Html(f'<p class="notice notice--language">{view.t("site.page_not_translated")}</p>')
    link = (
        f'<a href="{escape(relative(view.url, english_url))}" hreflang="{source.lang}">'
        f"{view.t('site.english_original')}</a>"
    )
    return Html(f'<p class="notice notice--draft">{view.t("site.machine_drafted")} {link}</p>')
