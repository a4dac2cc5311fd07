"""The table of languages, read from languages.yaml."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

TABLE = Path(__file__).with_name("languages.yaml")


@dataclass(frozen=True)
class Language:
    """One language of the site."""

    locale: str
    name: str
    lang: str
    direction: Literal["ltr", "rtl"]
    fallback: str

    @property
    def folder(self) -> str:
        """First part of the address: empty for the source language, and for a language that is built alone."""
        alone = os.environ.get("BUILD_ONLY_LOCALE")
        return "" if self.locale == (alone or languages()[0].locale) else f"{self.locale}/"


@cache
def _table() -> tuple[Language, ...]:
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["languages"]
    return tuple(Language(**row) for row in rows)


def languages() -> list[Language]:
    """All languages; the first is the source language."""
    return list(_table())


def source_language() -> Language:
    """The language all texts are written in first."""
    return _table()[0]


def language(locale: str) -> Language:
    """The language of that locale. Raises KeyError with the known locales."""
    for row in _table():
        if row.locale == locale:
            return row
    known = ", ".join(row.locale for row in _table())
    raise KeyError(f"No language `{locale}` in languages.yaml. Known: {known}.")
