"""Each kind of damage a translation can have is found and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.pages import ENGLISH, GERMAN, folder
from wizard.translation.sections import split
from wizard.translation.state import PageState, states
from wizard.translation.structure import order_fault, structure_faults

# What is broken, what stands instead in the translation, and a part of the message.
DAMAGES = {
    "heading level": ("## Fristen", "### Fristen", "has 3 `#`, the English one 2"),
    "macro lost": ("{{ fact:rule }}\n", "", "macro `fact:rule` is missing"),
    "macro translated": ("figure:rule.days", "figure:regel.tage", "macro `figure:regel.tage` is not in the English"),
    "macro twice": ("{{ fact:rule }}", "{{ fact:rule }}\n\n{{ fact:rule }}", "macro `fact:rule` is not in the English"),
    "link lost": ("[Brief](papers.md)", "Brief", "link `papers.md` is missing"),
    "link to elsewhere": ("(papers.md)", "(papiere.md)", "link `papiere.md` is not in the English"),
    "list item lost": ("- ein Foto\n", "", "1 list items, the English section has 2"),
    "list item added": ("- ein Foto", "- ein Foto\n- Geld", "3 list items, the English section has 2"),
    "box lost": ("!!! note\n\n    Behalten", "Behalten", "box `note` is missing"),
    "figure typed": ("ein Pass", "ein Pass für 60 Euro", "an amount is typed in the text"),
    "digits typed": ("ein Foto", "ein Foto in 14 Tagen", "a figure is typed in the text: `14`"),
    "phone typed": ("ein Foto", "ein Foto, Tel. +49 911 9430000", "a phone number is typed"),
    "address typed": ("ein Foto", "ein Foto: www.example.org", "an address is typed"),
    "heading without id": ("## Papiere { #papers }", "## Papiere", "has no id"),
    "id not ASCII": ("{ #papers }", "{ #päpiere }", "is not plain"),
    "id twice": ("{ #papers }", "{ #deadlines }", "stands 2 times"),
    "title lost": ("title: Nach Hause\n", "", "no `title`"),
    "text above the first heading": ("# Nach Hause", "Hallo.\n\n# Nach Hause", "text above the first heading"),
}


def state_of(docs: Path) -> PageState:
    (state,) = states(docs, ["de"])
    return state


@pytest.mark.parametrize(("old", "new", "message"), DAMAGES.values(), ids=DAMAGES.keys())
def test_damage_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GERMAN

    state = state_of(folder(tmp_path, german=GERMAN.replace(old, new)))

    assert any(message in fault for fault in state.damaged), state.damaged


def test_sections_in_another_order_are_named() -> None:
    start, middle, end = GERMAN.partition("## Fristen")[0], *_last_two(GERMAN)
    fault = order_fault(split(ENGLISH), split(start + end + middle))
    assert fault is not None
    assert "top, deadlines, papers" in fault


def _last_two(text: str) -> tuple[str, str]:
    deadlines, papers = text.index("## Fristen"), text.index("## Papiere")
    return text[deadlines:papers], text[papers:]


def test_good_translation_has_no_fault(tmp_path: Path) -> None:
    state = state_of(folder(tmp_path))

    assert list(structure_faults(split(ENGLISH), split(GERMAN))) == []
    assert state.open_points == 0


def test_english_pages_are_checked_too(tmp_path: Path) -> None:
    docs = folder(tmp_path, english=ENGLISH.replace("{{ figure:rule.days }}", "30 days"))
    (state,) = states(docs, ["en"])
    assert any("`30 days`" in fault or "`30`" in fault for fault in state.damaged)
