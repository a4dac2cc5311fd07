"""Small pieces of HTML: escaping, and the language and direction of every text."""

RIGHT_TO_LEFT = ("ar", "fa", "fa-AF", "prs", "ps", "ur", "ckb", "ku-IQ")


def escape(text):
    return (
        str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")
    )


def words(data, text_id, **values):
    """A text as HTML; one that exists only in another language carries its `lang` and `dir`."""
    text, lang = data.text(text_id)
    shown = escape(text)
    for name, value in values.items():
        shown = shown.replace("{" + name + "}", value)
    return marked(shown, lang, data)


def marked(shown, lang, data):
    if lang == data.lang:
        return shown
    return f'<span lang="{escape(lang)}" dir="{"rtl" if lang in RIGHT_TO_LEFT else "ltr"}">{shown}</span>'


def isolated(text, direction=None):
    """A foreign name, date or number that must not turn round in right-to-left text."""
    way = f' dir="{direction}"' if direction else ""
    return f"<bdi{way}>{escape(text)}</bdi>"
