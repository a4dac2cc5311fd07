"""Scripts that a page loads only when they are wanted, one copy per language with its words in it.

So no page carries words that few visitors see: `send` shares pages and makes reports, `read-aloud` reads a page.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape

from wizard.records.catalogue import Catalogue
from wizard.site import assets
from wizard.site.view import View, relative

# Groups of words by script, as the script names them: `WORDS.share.copied` is the text `trust.share.copied`.
_WORDS = {
    "send": {
        "share": ("copy", "copied", "by_hand"),
        "report": ("copy", "copied", "by_hand", "send"),
    },
    "read-aloud": {"listen": ("pause", "continue", "stop", "failed", "bar")},
}


@cache
def on_demand(name: str, locale: str) -> assets.Asset:
    """The script of that name in that language."""
    texts = Catalogue(locale)
    words = {
        group: {key: str(texts.text(f"trust.{group}.{key}")) for key in keys} for group, keys in _WORDS[name].items()
    }
    return with_words(name, locale, words)


def with_words(name: str, locale: str, words: object) -> assets.Asset:
    """The script of that name that begins with these words."""
    script = assets.small_script(name)
    said = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return assets.named("assets", f"{name}.{locale.lower()}", "js", f"const WORDS = {said};\n{script}")


def script_files(locales: list[str]) -> dict[str, str | bytes]:
    """All of them by address, read anew."""
    on_demand.cache_clear()
    return {one.address: one.content for locale in locales for name in _WORDS for one in [on_demand(name, locale)]}


def script_address(view: View, name: str) -> str:
    """Address of the script for an attribute of the page."""
    return escape(relative(view.url, on_demand(name, view.locale).address))
