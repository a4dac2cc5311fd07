"""How far the translation of each page is: missing, outdated, orphaned, damaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wizard.languages import languages, source_language
from wizard.translation.page_faults import page_faults
from wizard.translation.sections import WHOLE_PAGE, PageText, split
from wizard.translation.structure import structure_faults

DOCS = Path(__file__).resolve().parents[2] / "docs"


@dataclass
class PageState:
    """One page of one language. The lists hold section ids; a missing or orphaned page stands as `(page)`."""

    locale: str
    page: str
    sections: int = 0
    missing: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    orphaned: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def open_points(self) -> int:
        """How much there is to do."""
        return len(self.missing) + len(self.outdated) + len(self.orphaned) + len(self.damaged)


def page_names(docs: Path, locale: str) -> list[str]:
    """The pages of one language, as addresses below its folder."""
    folder = docs / locale
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def read_page(path: Path) -> PageText:
    """The page of that file, taken apart."""
    return split(path.read_text(encoding="utf-8"))


def compare(english: PageText, translated: PageText, state: PageState) -> PageState:
    """Fills the state with what differs."""
    state.sections = len(english.sections)
    stamps, hashes = translated.stamps, english.hashes
    present = {section.id for section in translated.sections}
    for section_id, value in hashes.items():
        if section_id in {section.id for section in english.sections} and section_id not in present:
            state.missing.append(section_id)
        elif stamps.get(section_id) != value:
            state.outdated.append(section_id)
    known = set(hashes)
    state.orphaned = [section.id for section in translated.sections if section.id not in known]
    state.damaged = [f"{fault_id}: {fault}" for fault_id, fault in structure_faults(english, translated)]
    return state


def states(docs: Path = DOCS, locales: Iterable[str] | None = None) -> Iterator[PageState]:
    """The state of every page in the languages asked for; the source language is checked for its own faults only."""
    source = source_language().locale
    english = {name: read_page(docs / source / name) for name in page_names(docs, source)}
    for locale in locales or [row.locale for row in languages()]:
        names = page_names(docs, locale)
        for name in sorted({*names, *english}):
            state = PageState(locale, name)
            if name not in names:
                state.missing.append(WHOLE_PAGE)
            elif name not in english:
                state.orphaned.append(WHOLE_PAGE)
            else:
                page = read_page(docs / locale / name)
                if locale != source:
                    compare(english[name], page, state)
                state.sections = len(english[name].sections)
                state.damaged += [f"line {line}: {fault}" for line, fault in page_faults(page)]
            yield state
