"""Running text as readers meet it: pages by section, short texts and facts by file, without markup and macros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wizard.records.catalogue import SOURCE, Catalogue
from wizard.records.messages import sources
from wizard.translation.sections import split

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MACRO_TEXT = re.compile(r"\{\{\s*(?:text|fact|contact)[^}]*\}\}")
_MACRO = re.compile(r"\{\{[^}]*\}\}")
_ATTRIBUTES = re.compile(r"(?<!\{)\{[:#. ][^{}]*\}(?!\})")
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_NAMED = re.compile(r"\{[a-z][a-z0-9_]*\}")
# What ends no sentence although it ends with a full stop.
_SHORT_FORM = re.compile(
    r"\b(?:z\. ?B|d\. ?h|u\. ?a|e\. ?g|i\. ?e|bzw|ca|usw|vgl|ggf|evtl|inkl|Nr|Abs|Art|Dr|St|Tel|Mio|Mrd|No|Mrs?|etc)"
    r"\.(?=\s)|\b\d{1,2}\.(?=\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))"
)
_END = re.compile(r"(?<=[.!?:])[\"”“»)]*\s+(?=[\"“„«(]*[A-ZÄÖÜ\d])|(?<=[.!?؟])[\"”“»)]*\s+(?=[\u0600-\u06ff])")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Passage:
    """A part of a file under one heading: its sentences, as they are read."""

    file: str
    heading: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it; each sentence ends with a full stop."""
        return " ".join(s if s.endswith((".", "!", "?", "؟")) else f"{s}." for s in self.sentences)

    @property
    def words(self) -> int:
        """Number of words."""
        return sum(word_count(sentence) for sentence in self.sentences)


def word_count(sentence: str) -> int:
    """Words of a sentence: pieces with at least one letter. Amounts and dashes do not count."""
    return sum(1 for piece in sentence.split() if _LETTERS.search(piece))


def sentences_of(block: str) -> list[str]:
    """The sentences of one paragraph, list item or cell."""
    kept = _SHORT_FORM.sub(lambda match: match[0].replace(".", "\u2024"), block)
    parts = [part.strip().replace("\u2024", ".") for part in _END.split(kept)]
    # A lead such as `Work:` belongs to no sentence; it is one of its own.
    return [part.rstrip(":") for part in parts if word_count(part)]


def plain(markdown: str) -> str:
    """Markdown without markup. A figure becomes a number; a text that a macro brings is measured where it stands."""
    text = _COMMENT.sub("", markdown)
    text = _MACRO_TEXT.sub("", text)
    text = _MACRO.sub("5", text)
    text = _ATTRIBUTES.sub("", text)
    text = _LINK.sub(r"\1", text)
    return _TAG.sub("", text).replace("**", "").replace("`", "").replace("_", " ")


def blocks(markdown: str) -> Iterator[str]:
    """Paragraphs, list items and table cells."""
    block: list[str] = []
    for line in [*plain(markdown).split("\n"), ""]:
        new = _ITEM.match(line)
        table = line.lstrip().startswith("|")
        if (new or table or not line.strip()) and block:
            yield " ".join(block)
            block = []
        if table:
            yield from (cell.strip() for cell in line.strip().strip("|").split("|") if cell.strip(" -:"))
        elif line.strip():
            block.append(_ITEM.sub("", line).strip())


def pages(locale: str) -> list[Passage]:
    """Every section of every page of prose in that language."""
    found: list[Passage] = []
    for path in sorted((DOCS / locale).rglob("*.md")):
        name = path.relative_to(ROOT).as_posix()
        for section in split(path.read_text(encoding="utf-8")).sections:
            sentences = [s for block in blocks(section.body) for s in sentences_of(block)]
            found.append(Passage(name, section.heading, tuple(sentences)))
    return found


def texts(locale: str) -> list[Passage]:
    """Every short text and text of the facts in that language, by catalogue, without what is not translated."""
    catalogue = Catalogue(locale)
    found: list[Passage] = []
    for name, messages in sources().items():
        folder = "wizard/facts" if name.startswith("facts/") else "wizard/texts"
        for context, english, place in messages:
            text = catalogue.fact(context, english) if folder == "wizard/facts" else catalogue.text(context)
            if text.lang != locale:
                continue
            file = place if locale == SOURCE else f"wizard/locale/{locale}/{name}.po"
            sentences = sentences_of(_NAMED.sub("5", str(text)))
            found.append(Passage(file, context, tuple(sentences)))
    return found
