"""Writes into a translated page which English sections it was made from."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from wizard.languages import source_language
from wizard.translation.sections import FRONT, WHOLE_PAGE
from wizard.translation.state import DOCS, read_page
from wizard.translation.structure import structure_faults

_STAMPS = re.compile(r"^sections:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)


class CannotStamp(Exception):
    """The page is not a translation of the English one yet; the message says why."""


def stamp(locale: str, page: str, only: Collection[str] = (), docs: Path = DOCS) -> int:
    """Notes the hashes of the English sections (of `only` these, if any are named). Returns how many changed."""
    path, english_path = docs / locale / page, docs / source_language().locale / page
    for needed in (english_path, path):
        if not needed.is_file():
            raise CannotStamp(f"There is no page {needed.relative_to(docs)}.")
    english, translated = read_page(english_path), read_page(path)
    hashes = english.hashes
    unknown = [section_id for section_id in only if section_id not in hashes]
    if unknown:
        raise CannotStamp(f"{page} has no section {', '.join(unknown)}. It has: {', '.join(hashes)}.")
    faults = [
        f"{locale}/{page} {section_id}: {fault}"
        for section_id, fault in structure_faults(english, translated)
        if not only or section_id in only or section_id == WHOLE_PAGE
    ]
    if faults:
        raise CannotStamp("\n".join(faults))

    present = {FRONT} | {section.id for section in translated.sections}
    old = translated.stamps
    new = {
        section_id: value if not only or section_id in only else old.get(section_id, "")
        for section_id, value in hashes.items()
        if section_id in present
    }
    new = {section_id: value for section_id, value in new.items() if value}
    if new == old:
        return 0
    front = _STAMPS.sub("", translated.front_text)
    rows = "".join(f"  {section_id}: '{value}'\n" for section_id, value in new.items())
    path.write_text(f"---\n{front}sections:\n{rows}---\n{translated.body}", encoding="utf-8")
    return sum(1 for section_id, value in new.items() if old.get(section_id) != value)
