"""What a page is made with: its language, its texts, its facts, its address."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from itertools import islice
from typing import Protocol

from wizard.languages import Language, language
from wizard.records.catalogue import Catalogue, Text
from wizard.records.read import Facts
from wizard.site.cited import Cited
from wizard.site.dates import build_day, day_text
from wizard.site.report import ReportTo
from wizard.site.used import Used


class Html(str):
    """A piece of HTML: written out as it is."""

    __slots__ = ()


class HasId(Protocol):
    """A record, as far as its texts are concerned."""

    @property
    def id(self) -> str:
        """Id of the record."""
        ...


def html(value: object) -> str:
    """HTML of a value: HTML stays, all else is escaped."""
    return str(value) if isinstance(value, Html) else escape(str(value), quote=True)


def marked_up(text: Text | str, locale: str) -> Html:
    """The text; where it is not in the page's language, with its `lang`, its `dir` and a visible mark."""
    lang = getattr(text, "lang", locale)
    if lang == locale:
        return Html(escape(str(text), quote=False))
    other = language(lang)
    mark = f'<span class="in-other-language" aria-hidden="true">{escape(lang.upper())}</span>'
    shown = escape(str(text), quote=False)
    return Html(f'<span lang="{other.lang}" dir="{other.direction}">{shown}</span>{mark}')


def filled(template: str, values: Mapping[str, object]) -> Html:
    """The HTML with {names} replaced; unknown names stay."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", html(value))
    return Html(template)


@dataclass(frozen=True)
class View:
    """The language and place a piece of HTML is made for."""

    locale: str
    facts: Facts
    catalogue: Catalogue
    url: str = ""
    site_url: str = ""
    day: date = field(default_factory=build_day)
    cited: Cited = field(default_factory=Cited, compare=False)
    used: Used = field(default_factory=Used, compare=False)
    report: ReportTo = ReportTo()
    # Facts on this page link to their sources (`sources_apart.py`) instead of bringing them along.
    sources_apart: bool = False
    # Where a fact has its card, for pages that only name it: shared by all pages of the language, filled as they are made.
    homes: dict[str, str] = field(default_factory=dict, compare=False)
    # How many homes were known when a page was made first, by address: made again alone, it links to the same ones.
    homes_at: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def language(self) -> Language:
        """The page's language."""
        return language(self.locale)

    def at(self, url: str) -> View:
        """The same view for another page address (relative to the site's root), which cites and uses nothing yet."""
        known = self.homes_at.setdefault(url, len(self.homes))
        homes = self.homes if known == len(self.homes) else dict(islice(self.homes.items(), known))
        return replace(self, url=url, cited=Cited(), used=Used(), homes=homes)

    def t(self, text_id: str, **values: object) -> Html:
        """The text of that id as HTML, with {names} filled in."""
        return filled(marked_up(self.catalogue.text(text_id), self.locale), values)

    def plain(self, text_id: str, **values: object) -> str:
        """The text of that id without markup, for attributes and titles."""
        text = str(self.catalogue.text(text_id))
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def fact(self, record: HasId, english: str) -> Html:
        """A text of a record in the page's language; the page uses that record."""
        self.used.note(record.id)
        return marked_up(self.catalogue.fact(record.id, english), self.locale)

    def day_html(self, day: str) -> Html:
        """A day in the page's language, isolated where text runs the other way than its numbers."""
        text = escape(day_text(day, self.locale))
        shown = f"<bdi>{text}</bdi>" if self.language.direction == "rtl" else text
        return Html(f'<time datetime="{escape(day)}">{shown}</time>')

    def link(self, address: str) -> str:
        """Relative link to a page of the same language; `ghana/` or `ghana/#centre`, `` is the home page."""
        return relative(self.url, self.language.folder + address)


def relative(start: str, target: str) -> str:
    """Link from one address of the site to another; both relative to its root."""
    path, hash_sign, fragment = target.partition("#")
    folder = start if start.endswith("/") or not start else posixpath.dirname(start) + "/"
    link = posixpath.relpath("/" + path, "/" + folder)
    if path == "" or path.endswith("/"):
        link += "/"
    return link + hash_sign + fragment
