"""The German words people meet: their entries, and where the guide says more about what they name."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

from wizard.core.law import law_text
from wizard.languages import source_language
from wizard.records.read import Facts, Record
from wizard.site.country_record import sources_list_html
from wizard.site.record_html import name_html
from wizard.site.route_page import route_address
from wizard.site.sources_html import checked_html
from wizard.site.view import Html, View

DOCS = Path(__file__).resolve().parents[2] / "docs"
GLOSSARY = "glossary/"
_HEADING = re.compile(r"^#+ .*\{[^}]*#([a-z0-9-]+)[^}]*\}\s*$")
_NAMED = re.compile(r"\{\{\s*(?:fact|contact|text|figure|dated):\s*([^}\s]+)\s*\}\}")


def terms(facts: Facts) -> list[Record]:
    """All terms by their German words."""
    return sorted(facts.of_kind("term"), key=lambda term: _sort_key(term["names"]["de"]))


def _sort_key(word: str) -> str:
    return word.casefold().translate(str.maketrans("äöü", "aou"))


def anchor(term: Record) -> str:
    """Id of the entry on the page of the glossary."""
    return term.id.removeprefix("term-")


def forms(term: Record) -> list[str]:
    """The German word and its other forms."""
    return [term["names"]["de"], *term.get("also_written", [])]


@cache
def told_at() -> dict[str, str]:
    """Address (with the section) of the first page of running text that names a record."""
    found: dict[str, str] = {}
    folder = DOCS / source_language().locale
    for path in sorted(folder.rglob("*.md"), key=lambda path: (len(path.parts), path.as_posix())):
        name = path.relative_to(folder).with_suffix("").as_posix().removesuffix("index").rstrip("/")
        address = f"{name}/" if name else ""
        section = "top"
        for line in path.read_text(encoding="utf-8").splitlines():
            if heading := _HEADING.match(line):
                section = heading[1]
            for named in _NAMED.findall(line):
                for one in named.split(","):
                    found.setdefault(one.partition(".")[0], f"{address}#{section}")
    return found


def glossary_html(view: View) -> Html:
    """All entries, the oldest check, and the sources."""
    found = terms(view.facts)
    entries = "".join(_entry_html(view, term) for term in found)
    numbers = view.cited.numbers(source for term in found for source in term["sources"])
    oldest = checked_html(view, min(str(term["checked"]) for term in found), numbers)
    return Html(
        f'<dl class="glossary">{entries}</dl>{oldest}<details class="sources sources--country"><summary>'
        f"{view.t('site.sources')}</summary>{sources_list_html(view, found)}</details>"
    )


def word_html(word: str) -> Html:
    """A German word, isolated and marked as German."""
    return Html(f'<bdi lang="de" dir="ltr">{escape(word)}</bdi>')


def _entry_html(view: View, term: Record) -> Html:
    word, *others = forms(term)
    shown = [str(word_html(other)) for other in others if not other.startswith(word) or len(other) - len(word) > 3]
    also = f'<p class="kind">{view.t("site.glossary.also")} {", ".join(shown)}</p>' if shown else ""
    law = ""
    if term.get("law"):
        law = f'<p class="kind"><bdi dir="ltr">{escape(law_text(term["law"], view.plain))}</bdi></p>'
    links = [_more_html(view, record_id) for record_id in term.get("see", [])]
    more = "".join(f"<li>{link}</li>" for link in links if link)
    title = view.fact(term, term["title"])
    # In German the meaning of many a word is the word itself.
    meaning = "" if title.casefold() == escape(word).casefold() else f" <span>{title}</span>"
    return Html(
        f'<div id="{anchor(term)}"><dt><dfn lang="de" dir="ltr">{escape(word)}</dfn>{meaning}</dt>'
        f"<dd><p>{view.fact(term, term['texts']['what'])}</p>{also}{law}{f'<ul>{more}</ul>' if more else ''}</dd></div>"
    )


def _more_html(view: View, record_id: str) -> Html:
    """Link to where the guide tells of the record; empty where no page does."""
    record = view.facts.by_id(record_id)
    address = route_address(record_id) if record["kind"] == "route" else told_at().get(record_id)
    if address is None:
        return Html("")
    return Html(f'<a href="{escape(view.link(address))}">{name_html(view, record)}</a>')
