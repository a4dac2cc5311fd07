"""One word for one thing: the terms of our field are in terms.yaml, with the words we do not use for them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.words.test_forbidden import LOCALES, Piece, findings, written

LISTS: dict[str, list[dict[str, str]]] = yaml.safe_load(Path(__file__).with_name("terms.yaml").read_text("utf-8"))
ALLOWED = LISTS.pop("allowed")


def as_findings(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{"pattern": row["not"], "why": row["means"], "instead": row["term"]} for row in rows]


def test_lists_are_for_languages_we_have() -> None:
    assert set(LISTS) <= set(LOCALES)


@pytest.mark.parametrize("locale", LISTS)
def test_one_word_for_one_thing(locale: str) -> None:
    found = findings(written(locale), as_findings(LISTS[locale]), ALLOWED)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("locale", "row"), [pytest.param(locale, row, id=row["term"]) for locale in LISTS for row in LISTS[locale]]
)
def test_each_pattern_finds_its_example_and_not_a_term(locale: str, row: dict[str, str]) -> None:
    assert set(row) == {"term", "means", "not", "example"}
    assert findings((Piece("here", row["example"]),), as_findings([row]), [])
    terms = tuple(Piece("term", other["term"]) for other in LISTS[locale])
    assert not findings(terms, as_findings([row]), [])


@pytest.mark.parametrize("locale", LISTS)
def test_terms_are_in_use(locale: str) -> None:
    everything = "\n".join(piece.text for piece in written(locale)).casefold()
    unused = [row["term"] for row in LISTS[locale] if row["term"].casefold() not in everything]
    assert not unused, f"No text has {unused}. Remove the row or use the term."
