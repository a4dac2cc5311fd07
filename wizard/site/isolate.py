"""Keeps what is written left to right in order inside right-to-left text.

A number like +43 1 234 is shown turned round in an Arabic sentence unless it is isolated. Contacts isolate their own
numbers; this is the net below them, for prose and texts: it wraps numbers, addresses and Latin names in <bdi>.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_NUMBER = r"\+?\d[\d\s()/.\u00a0-]{4,}\d"
_ADDRESS = r"(?:https?://|www\.)[^\s<>،؛]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WORD = r"[A-Za-z\u00c0-\u024f][\w'’&+/-]*\.?"
# Names of several words, with a short form in brackets: Deutsches Rotes Kreuz (DRK).
_LATIN = rf"{_WORD}(?:[ \u00a0,:]*[ \u00a0](?:{_WORD}|\d+|[–&/+-]))*(?: ?\((?:[^()\u0590-\u08ff]*)\))?"
OPPOSITE = re.compile(rf"{_ADDRESS}|{_NUMBER}|{_LATIN}")
_SILENT = {"script", "style", "svg", "title", "head", "textarea", "option", "code", "pre"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "rect"}


def isolated_text(text: str) -> str:
    """The text (already escaped) with its left-to-right parts wrapped."""
    # HTML references such as &amp; are no words.
    parts = re.split(r"(&(?:#\d+|#x[0-9a-fA-F]+|\w+);)", text)
    for i in range(0, len(parts), 2):
        parts[i] = OPPOSITE.sub(lambda m: f'<bdi dir="ltr">{m.group()}</bdi>', parts[i])
    return "".join(parts)


class _Isolator(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.stack: list[tuple[str, bool]] = []
        self.text = ""

    @property
    def quiet(self) -> bool:
        return bool(self.stack) and self.stack[-1][1]

    def _flush(self) -> None:
        if self.text:
            self.out.append(self.text if self.quiet else isolated_text(self.text))
            self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        self.out.append(self.get_starttag_text() or "")
        if tag in _VOID:
            return
        direction = dict(attrs).get("dir")
        quiet = self.quiet or tag in _SILENT or tag == "bdi" or direction == "ltr"
        if direction == "rtl":
            quiet = tag in _SILENT
        self.stack.append((tag, quiet))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        while self.stack and self.stack.pop()[0] != tag:
            pass
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.text += f"&#{name};"

    def handle_comment(self, data: str) -> None:
        self._flush()
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._flush()
        self.out.append(f"<!{decl}>")

    def close(self) -> None:
        super().close()
        self._flush()


def isolated(page: str) -> str:
    """A whole right-to-left page with every left-to-right part isolated."""
    isolator = _Isolator()
    isolator.feed(page)
    isolator.close()
    return "".join(isolator.out)
