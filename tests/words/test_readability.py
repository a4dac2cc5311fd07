"""Nothing is harder to read than we allow ourselves. The limits are in limits.yaml, the reasons in
docs/contributing/words.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.words.passages import Passage, pages, sentences_of, texts, word_count
from tests.words.scores import prepare, score

LIMITS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("limits.yaml").read_text(encoding="utf-8"))
LOCALES = ("en", "de")
KINDS = ("pages", "questions", "facts")
CASES = pytest.mark.parametrize(("kind", "locale"), [(kind, locale) for kind in KINDS for locale in LOCALES])
ENOUGH_WORDS = {"file": 150, "section": 50}  # below that the formula only measures chance
Report = Callable[[str], None]


@pytest.fixture(scope="module", autouse=True)
def _dictionary(tmp_path_factory: pytest.TempPathFactory) -> None:
    prepare(tmp_path_factory.mktemp("words"))


def of_kind(kind: str, locale: str) -> list[Passage]:
    if kind == "pages":
        return pages(locale)
    found = [passage for passage in texts(locale) if ("/facts/" in passage.file) == (kind == "facts")]
    return [passage for passage in found if not passage.heading.startswith(tuple(LIMITS["official_names"]))]


def by_file(passages: list[Passage]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.sentences:
            found[passage.file].append(passage)
    return found


def whole(passages: list[Passage]) -> Passage:
    return Passage(passages[0].file, "(whole file)", tuple(s for passage in passages for s in passage.sentences))


def hardest(passages: list[Passage], locale: str) -> str:
    """The three hardest sentences of at least six words, each with its heading."""
    rows = [(score(f"{s}.", locale), p.heading, s) for p in passages for s in p.sentences if word_count(s) > 5]
    return "".join(f"\n    {value:6} {heading}: {sentence}" for value, heading, sentence in sorted(rows)[:3])


def too_hard(passages: list[Passage], locale: str, limits: dict[str, float]) -> Iterator[str]:
    for file, parts in by_file(passages).items():
        rows = [(whole(parts), "file"), *((part, "section") for part in parts if "section" in limits)]
        for part, size in rows:
            value, limit = score(part.text, locale), limits[size]
            if part.words >= ENOUGH_WORDS[size] and value < limit:
                own = parts if size == "file" else [part]
                wanted = f"reading ease {value}, at least {limit} wanted"
                yield f"{file}: {part.heading}: {wanted}. Hardest:{hardest(own, locale)}"


@CASES
def test_texts_are_easy_enough(kind: str, locale: str, report: Report) -> None:
    passages = of_kind(kind, locale)
    found = list(too_hard(passages, locale, LIMITS["reading_ease"][kind][locale]))
    assert not found, "\n" + "\n".join(found)
    values = [score(w.text, locale) for w in map(whole, by_file(passages).values()) if w.words >= ENOUGH_WORDS["file"]]
    assert values, f"no {kind} in {locale} to measure"
    report(f"reading ease, {kind}, {locale}: {min(values)} (hardest file) to {max(values)} (easiest)")


@CASES
def test_sentences_are_short(kind: str, locale: str, report: Report) -> None:
    limits = LIMITS["long_sentences"][kind]
    rows = [(word_count(s), p.file, p.heading, s) for p in of_kind(kind, locale) for s in p.sentences]
    long = sorted((row for row in rows if row[0] > LIMITS["long_sentence"]), reverse=True)
    listed = "".join(f"\n{words} words: {file}: {heading}: {sentence}" for words, file, heading, sentence in long)
    share = 100 * len(long) / len(rows)
    assert share <= limits["share"], f"{len(long)} of {len(rows)} sentences are long. Split some:{listed}"
    assert not long or long[0][0] <= limits["longest"], f"Split the longest:{listed}"
    report(f"sentences over {LIMITS['long_sentence']} words, {kind}, {locale}: {len(long)} of {len(rows)}")


def test_measure_tells_hard_from_easy() -> None:
    easy = "You can ask. The advice is free. Take your papers with you."
    hard = "Notwithstanding considerations aforementioned, administrative authorities necessitate documentation."
    assert score(easy, "en") > 90 > 20 > score(hard, "en")
    einfach = "Sie können fragen. Der Rat kostet nichts. Nehmen Sie Ihre Papiere mit."
    schwer = "Unbeschadet vorstehender Regelungen erfordert Aufenthaltstitelverlängerung Identitätsnachweise."
    assert score(einfach, "de") > 60 > 0 > score(schwer, "de")


def test_hard_text_is_named_with_its_hardest_sentence() -> None:
    hard = "Administrative authorities invariably necessitate supplementary documentation."
    part = Passage("docs/en/x.md", "Papers", ("You can ask.", *[hard] * 10))
    found = "\n".join(too_hard([part], "en", {"file": 60, "section": 50}))
    assert "docs/en/x.md: Papers: reading ease" in found
    assert hard in found
    assert "You can ask" not in found


@pytest.mark.parametrize(
    ("block", "sentences"),
    [
        ("Ask first. Then pay.", ["Ask first.", "Then pay."]),
        ("Das gilt z. B. für Kinder. Fragen Sie.", ["Das gilt z. B. für Kinder.", "Fragen Sie."]),
        ("Vom 1. März an. Danach nicht.", ["Vom 1. März an.", "Danach nicht."]),
        ("You need Form B. You pay 5.", ["You need Form B.", "You pay 5."]),
        ("Work: Ask the office.", ["Work", "Ask the office."]),
    ],
)
def test_sentences_end_where_readers_end_them(block: str, sentences: list[str]) -> None:
    assert sentences_of(block) == sentences
