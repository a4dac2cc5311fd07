"""Keeps what is written left to right in order inside right-to-left text.

A number like +43 1 234 is shown turned round in an Arabic sentence unless it is isolated. Contacts isolate their own
numbers; this is the net below them, for prose and texts: it wraps numbers, addresses and Latin names in <bdi>.
"""

from __future__ import annotations

import re

from wizard.site.tags import attribute, parts

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


def isolated(page: str) -> str:
    """A whole right-to-left page with every left-to-right part isolated."""
    out: list[str] = []
    # Of the elements around: name, and whether text inside stays as it is.
    stack: list[tuple[str, bool]] = []
    for name, part in parts(page):
        quiet = bool(stack) and stack[-1][1]
        if not name:
            out.append(part if quiet else isolated_text(part))
            continue
        out.append(part)
        if name.startswith("/"):
            while stack and stack.pop()[0] != name[1:]:
                pass
        elif name != "!" and name not in _VOID and not part.endswith("/>"):
            direction = attribute(part, "dir")
            quiet = quiet or name in _SILENT or name == "bdi" or direction == "ltr"
            if direction == "rtl":
                quiet = name in _SILENT
            stack.append((name, quiet))
    return "".join(out)
