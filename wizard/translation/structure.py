"""Compares the build of a translated section with the English one: what a translation must not lose or add."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wizard.translation.sections import WHOLE_PAGE, PageText, Section

_MACRO = re.compile(r"\{\{\s*([a-z_]+)\s*(?::\s*([^}\s]+))?\s*\}\}")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\S", re.MULTILINE)
_TABLE_ROW = re.compile(r"^\s*\|.*\|\s*$", re.MULTILINE)
_BOX = re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s+([a-z]+)", re.MULTILINE)


def macros(text: str) -> list[str]:
    """All macros of a text, as `name` or `name:of`."""
    return [f"{name}:{of}" if of else name for name, of in _MACRO.findall(text)]


def differences(english: Section, translated: Section) -> Iterator[str]:
    """What differs, each as one sentence that says what to do."""
    if english.level != translated.level:
        yield f"the heading has {translated.level} `#`, the English one {english.level}. Use the same number."
    for name, pick in (("macro", macros), ("link", _LINK.findall), ("box", _BOX.findall)):
        ours, theirs = Counter(pick(translated.text)), Counter(pick(english.text))
        for value in sorted((theirs - ours).elements()):
            yield f"the {name} `{value}` is missing. Put it where the English section has it."
        for value in sorted((ours - theirs).elements()):
            yield f"the {name} `{value}` is not in the English section. Take it out."
    for name, pattern in (("list items", _LIST_ITEM), ("table rows", _TABLE_ROW)):
        mine, other = len(pattern.findall(translated.text)), len(pattern.findall(english.text))
        if mine != other:
            yield f"it has {mine} {name}, the English section has {other}. Make them agree."


def order_fault(english: PageText, translated: PageText) -> str | None:
    """Says so when the sections that both have stand in another order."""
    ids = {section.id for section in translated.sections}
    wanted = [section.id for section in english.sections if section.id in ids]
    known = set(wanted)
    found = [section.id for section in translated.sections if section.id in known]
    return None if wanted == found else f"the sections stand in another order. English has {', '.join(wanted)}."


def structure_faults(english: PageText, translated: PageText) -> Iterator[tuple[str, str]]:
    """Pairs of (section id, what the translation lost or added)."""
    for section in english.sections:
        other = translated.section(section.id)
        if other:
            yield from ((section.id, fault) for fault in differences(section, other))
    fault = order_fault(english, translated)
    if fault:
        yield WHOLE_PAGE, fault
