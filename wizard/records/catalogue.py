"""Translated texts: PO catalogues per language, English as the source."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import polib
import yaml

from wizard.languages import language

WIZARD = Path(__file__).resolve().parent.parent
TEXTS = WIZARD / "texts"
LOCALE = WIZARD / "locale"
SOURCE = "en"


class Text(str):
    """A text and the language it is really in, which may be the fallback of the one asked for."""

    lang: str

    def __new__(cls, value: str, lang: str) -> Text:
        text = super().__new__(cls, value)
        text.lang = lang
        return text


class UnknownText(KeyError):
    """A text id that stands in no file of wizard/texts."""

    def __init__(self, text_id: str) -> None:
        super().__init__(f"The text `{text_id}` is in no file of wizard/texts. Add it there, in English.")


@cache
def english() -> dict[str, str]:
    """All English texts by id. Raises ValueError when an id stands in two files."""
    texts: dict[str, str] = {}
    where: dict[str, str] = {}
    for path in sorted(TEXTS.glob("*.yaml")):
        # From the file itself: so a fault in it names the file.
        with path.open(encoding="utf-8") as file:
            rows = yaml.load(file, yaml.CSafeLoader) or {}
        for text_id, text in rows.items():
            if text_id in texts:
                raise ValueError(f"The text id `{text_id}` stands in {where[text_id]} and in {path.name}. Rename one.")
            texts[text_id], where[text_id] = str(text).strip(), path.name
    return texts


@cache
def _translations(locale: str) -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for path in sorted((LOCALE / locale).rglob("*.po")):
        for entry in polib.pofile(str(path)):
            if entry.msgstr and not entry.obsolete and not entry.fuzzy:
                table[(entry.msgctxt or "", entry.msgid)] = entry.msgstr
    return table


class Catalogue:
    """All texts in one language. A missing translation falls back and says so by its `lang`."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.chain = [locale]
        while self.chain[-1] != SOURCE:
            self.chain.append(language(self.chain[-1]).fallback or SOURCE)

    def _find(self, context: str, source: str) -> Text:
        for locale in self.chain:
            if locale == SOURCE:
                return Text(source, SOURCE)
            found = _translations(locale).get((context, source))
            if found:
                return Text(found, locale)
        return Text(source, SOURCE)

    def text(self, text_id: str, **values: Any) -> Text:
        """A short text of wizard/texts, with its {names} filled in. Raises UnknownText."""
        try:
            source = english()[text_id]
        except KeyError as error:
            raise UnknownText(text_id) from error
        found = self._find(text_id, source)
        return Text(found.format(**values), found.lang) if values else found

    def fact(self, record_id: str, source: str) -> Text:
        """A text of a fact record; {figures} are not filled in."""
        return self._find(record_id, source)
