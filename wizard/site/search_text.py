"""What the search knows of a page: the plain text of each of its sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from wizard.site.tags import attribute, parts

# Dates of checks, sources and numbers to tap are on the page; as search text they only make it longer.
_SKIPPED_CLASSES = {
    "call", "checked", "choices", "countries", "first", "in-other-language", "label", "links", "notice",
    "printed-sources", "sources", "start", "status", "taps", "visually-hidden",
}  # fmt: skip
# Their summaries say the same on every card.
_FOLDS = {"because", "facts", "more"}
_SKIPPED_TAGS = {"aside", "button", "form", "nav", "noscript", "script", "style", "svg", "template"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Words of two such elements never belong to one sentence.
_BLOCKS = {"article", "caption", "dd", "div", "dt", "h3", "h4", "li", "p", "section", "summary", "td", "th", "tr"}
_END_OF_SENTENCE = re.compile(r"[.!?:;,؟؛،]$")


@dataclass(frozen=True)
class Section:
    """One part of a page; the part above the first heading has no anchor."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class PageText:
    """The sections of a page, and its headings of the third level."""

    sections: list[Section]
    third_headings: list[str]


class _Reader:
    """Collects the text below h1 and each h2 that has an id."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.third_headings: list[str] = []
        self.anchor, self.heading = "", ""
        self.pieces: list[str] = []
        self.third_from = 0
        self.stack: list[tuple[str, bool]] = []
        self.folds: list[bool] = []
        self.headline: list[str] | None = None

    def feed(self, html: str) -> None:
        """Reads the whole of it."""
        for name, part in parts(html):
            if not name:
                self.text(unescape(part))
            elif name.startswith("/"):
                self.end(name[1:])
            elif name != "!":
                self.start(name, part)
                if part.endswith("/>"):
                    self.end(name)
        self._section_ends()

    @property
    def skipped(self) -> bool:
        return bool(self.stack) and self.stack[-1][1]

    def start(self, tag: str, written: str) -> None:
        """A tag that begins, by its name and as it is written."""
        if tag in _BLOCKS:
            self._sentence_ends()
        if tag in _VOID:
            if tag == "br":
                self.text(" ")
            return
        classes = set((attribute(written, "class") or "").split())
        folded = tag == "summary" and self.folds[-1:] == [True]
        if tag == "details":
            self.folds.append(bool(classes & _FOLDS))
        skipped = self.skipped or folded or tag in _SKIPPED_TAGS or bool(classes & _SKIPPED_CLASSES)
        self.stack.append((tag, skipped))
        if skipped:
            return
        anchor = attribute(written, "id") if tag == "h2" else None
        if anchor:
            self._section_ends()
            self.anchor, self.headline = unescape(anchor), []
        elif tag == "h1":
            self.headline = []
        elif tag == "h3":
            self.third_from = len(self.pieces)

    def end(self, tag: str) -> None:
        """A tag that ends."""
        if tag in _VOID or not any(name == tag for name, _ in self.stack):
            return
        while True:
            name, _ = self.stack.pop()
            if name == "details":
                self.folds.pop()
            if name == tag:
                break
        if tag in ("h1", "h2") and self.headline is not None:
            words = _one_line(self.headline)
            self.headline = None
            if tag == "h2":
                self.heading = words
        elif tag in _BLOCKS:
            if tag == "h3":
                self.third_headings.append(_one_line(self.pieces[self.third_from :]))
            self._sentence_ends()

    def text(self, data: str) -> None:
        """What stands between two tags."""
        if not self.skipped:
            (self.pieces if self.headline is None else self.headline).append(data)

    def _sentence_ends(self) -> None:
        words = "".join(self.pieces[-1:]).strip()
        if self.pieces and self.headline is None:
            self.pieces.append(" " if not words or _END_OF_SENTENCE.search(words) else ". ")

    def _section_ends(self) -> None:
        text = _one_line(self.pieces).strip(" .")
        if text or self.heading:
            self.sections.append(Section(self.anchor, self.heading, text))
        self.anchor, self.heading, self.pieces = "", "", []


def _one_line(pieces: list[str]) -> str:
    return re.sub(r"(?:\. ?)+(?=\. )", "", " ".join("".join(pieces).split()))


def page_text(html: str) -> PageText:
    """The text of the HTML below `main`."""
    reader = _Reader()
    reader.feed(html)
    return PageText(reader.sections, reader.third_headings)
