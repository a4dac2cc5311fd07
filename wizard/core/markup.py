"""Small pieces of HTML: escaping, and the language and direction of every text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.data import Data

RIGHT_TO_LEFT = ("ar", "fa", "fa-AF", "prs", "ps", "ur", "ckb", "ku-IQ")


def escape(text: object) -> str:
    """Text as HTML."""
    return (
        str(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def words(data: Data, text_id: str, **values: str) -> str:
    """A text as HTML; one that exists only in another language carries its `lang` and `dir`."""
    text, lang = data.text(text_id)
    shown = escape(text)
    for name, value in values.items():
        shown = shown.replace("{" + name + "}", value)
    return marked(shown, lang, data)


def marked(shown: str, lang: str, data: Data) -> str:
    """HTML in another language than the page's, with its `lang` and `dir`."""
    if lang == data.lang:
        return shown
    return f'<span lang="{escape(lang)}" dir="{"rtl" if lang in RIGHT_TO_LEFT else "ltr"}">{shown}</span>'


def isolated(text: object, direction: str | None = None) -> str:
    """A foreign name, date or number that must not turn round in right-to-left text."""
    way = f' dir="{direction}"' if direction else ""
    return f"<bdi{way}>{escape(text)}</bdi>"
