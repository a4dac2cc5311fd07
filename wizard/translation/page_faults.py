"""Faults that a page of docs/ can have by itself, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wizard.records.prose import slips
from wizard.translation.sections import PageText

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# Not prose: macros, attributes of headings, addresses of links, code.
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|(?<!\{)\{[^{}]*\}|\]\([^)]*\)|`[^`]*`")
# Digits that are no figures: years, language levels, names of programmes, licences and versions.
_NAMES_WITH_DIGITS = re.compile(
    r"\b(?:19|20)\d\d\b|\b[ABC][12]\b|REAG/GARP 2\.0|CC BY 4\.0|MPL 2\.0|WCAG 2\.2|^\s*\d+\.\s", re.MULTILINE
)
_DIGITS = re.compile(r"\d[\d.,\u00a0]*")


def page_faults(page: PageText) -> Iterator[tuple[int, str]]:
    """Pairs of (line, what is wrong and how to mend it)."""
    for key in ("title", "description"):
        if not page.front.get(key):
            yield 1, f"the front matter has no `{key}`. Add it."
    if page.lead.strip():
        yield 1, "there is text above the first heading. Put it below `# ... { #top }`."
    counts = Counter(section.id for section in page.sections)
    for section in page.sections:
        if not section.id:
            yield section.line, f"the heading `{section.heading}` has no id. Write `{{ #a-short-name }}` behind it."
        elif not _ID.fullmatch(section.id):
            yield section.line, f"the id `{section.id}` is not plain: use small Latin letters, digits and `-`."
        elif counts[section.id] > 1:
            yield section.line, f"the id `{section.id}` stands {counts[section.id]} times. Each heading needs its own."
        yield from ((section.line, fault) for fault in typed_facts(section.text))
    for key in ("title", "description"):
        yield from ((1, fault) for fault in typed_facts(str(page.front.get(key, ""))))


def typed_facts(text: str) -> Iterator[str]:
    """Figures, phone numbers and addresses that stand in the prose instead of in a record."""
    prose = _NOT_PROSE.sub(" ", text)
    kinds = list(slips(prose))
    if not kinds:
        kinds = [("a figure", found) for found in _DIGITS.findall(_NAMES_WITH_DIGITS.sub(" ", prose))]
    for kind, found in kinds:
        yield f"{kind} is typed in the text: `{found}`. Put it into a record of wizard/facts/ and name it by a macro."
