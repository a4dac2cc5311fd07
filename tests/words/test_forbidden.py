"""Nothing we write pushes, promises, or speaks of people with contempt. The words are in forbidden.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.words.passages import DOCS, ROOT
from wizard.languages import languages
from wizard.records.catalogue import SOURCE, Catalogue
from wizard.records.messages import sources

LISTS: dict[str, list[dict[str, str]]] = yaml.safe_load(Path(__file__).with_name("forbidden.yaml").read_text("utf-8"))
ALLOWED = LISTS.pop("allowed")
ROWS = [pytest.param(locale, row, id=f"{locale}-{row['example']}") for locale, rows in LISTS.items() for row in rows]
LOCALES = [row.locale for row in languages()]


@dataclass(frozen=True)
class Piece:
    """A text and where it stands."""

    place: str
    text: str


@cache
def written(locale: str) -> tuple[Piece, ...]:
    """All that we write in that language: pages by paragraph, short texts, texts of the facts."""
    return (*_pages(locale), *_texts(locale))


def _pages(locale: str) -> Iterator[Piece]:
    for path in sorted((DOCS / locale).rglob("*.md")):
        line = 1
        # Sentences run over line ends, so a paragraph is searched as one line.
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            yield Piece(f"{path.relative_to(ROOT)}:{line}", " ".join(block.split()))
            line += block.count("\n") + 2


def _texts(locale: str) -> Iterator[Piece]:
    catalogue = Catalogue(locale)
    for name, messages in sources().items():
        for context, english, place in messages:
            text = catalogue.fact(context, english) if name.startswith("facts/") else catalogue.text(context)
            if text.lang == locale:
                file = place if locale == SOURCE else f"wizard/locale/{locale}/{name}.po"
                yield Piece(f"{file}: {context}", str(text))


def findings(pieces: tuple[Piece, ...], rows: list[dict[str, str]], allowed: list[dict[str, str]]) -> list[str]:
    """Every forbidden word with its place, the reason, and what to write."""
    found: list[str] = []
    patterns = [(re.compile(row["pattern"], re.IGNORECASE), row) for row in rows]
    for piece in pieces:
        text = piece.text
        for row in allowed:
            text = text.replace(row["text"], "")
        for pattern, row in patterns:
            found += [
                f"{piece.place}: “{match[0]}”. {row['why']} Write for example: {row['instead']}"
                for match in pattern.finditer(text)
            ]
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_no_forbidden_words(locale: str) -> None:
    assert locale in LISTS, f"tests/words/forbidden.yaml has no list for `{locale}`. Add one."
    found = findings(written(locale), LISTS[locale], ALLOWED)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(("locale", "row"), ROWS)
def test_each_pattern_finds_its_example_and_not_its_remedy(locale: str, row: dict[str, Any]) -> None:
    assert set(row) == {"pattern", "example", "why", "instead"}
    assert findings((Piece("here", row["example"]),), [row], []), f"{locale}: the pattern does not find its example"
    assert not findings((Piece("here", row["instead"]),), LISTS[locale], []), f"{locale}: the remedy is forbidden too"


@pytest.mark.parametrize("row", ALLOWED, ids=lambda row: row["text"])
def test_what_is_allowed_is_still_needed(row: dict[str, str]) -> None:
    pieces = tuple(piece for locale in LOCALES for piece in written(locale) if row["text"] in piece.text)
    assert pieces, f"No text has “{row['text']}” any more. Remove it from `allowed`."
    assert findings(pieces, [r for locale in LOCALES for r in LISTS[locale]], [r for r in ALLOWED if r != row])
    assert row["why"]


def test_finding_says_where_and_what_to_write() -> None:
    found = findings((Piece("docs/en/x.md:7", "Many illegal migrants came."),), LISTS["en"], [])
    assert len(found) == 1
    assert found[0].startswith("docs/en/x.md:7: “illegal migrants”. No person is illegal.")
    assert "people who came without a visa" in found[0]
