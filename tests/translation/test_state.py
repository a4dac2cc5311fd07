"""What is missing, outdated or orphaned is listed section by section."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.pages import ENGLISH, GERMAN, folder
from wizard.translation.sections import FRONT, WHOLE_PAGE
from wizard.translation.stamp import CannotStamp, stamp
from wizard.translation.state import PageState, read_page, states


def state_of(docs: Path) -> PageState:
    (state,) = states(docs, ["de"])
    return state


def test_new_english_section_is_missing(tmp_path: Path) -> None:
    state = state_of(folder(tmp_path, english=ENGLISH + "\n## Money { #money }\n\nAsk first.\n"))
    assert (state.missing, state.outdated, state.orphaned) == (["money"], [], [])


def test_changed_english_section_is_outdated(tmp_path: Path) -> None:
    state = state_of(folder(tmp_path, english=ENGLISH.replace("Take your time", "Take a lot of time")))
    assert (state.missing, state.outdated, state.orphaned) == ([], ["top"], [])


def test_changed_description_is_outdated(tmp_path: Path) -> None:
    assert state_of(folder(tmp_path, english=ENGLISH.replace("What to do first", "All steps"))).outdated == [FRONT]


def test_line_breaks_make_nothing_outdated(tmp_path: Path) -> None:
    assert state_of(folder(tmp_path, english=ENGLISH.replace("Take your time.", "Take\nyour  time."))).outdated == []


def test_removed_english_section_leaves_an_orphan(tmp_path: Path) -> None:
    state = state_of(folder(tmp_path, english=ENGLISH.partition("## Papers")[0]))
    assert (state.missing, state.outdated, state.orphaned) == ([], [], ["papers"])


def test_translation_without_stamps_is_outdated(tmp_path: Path) -> None:
    assert state_of(folder(tmp_path, stamped=False)).outdated == [FRONT, "top", "deadlines", "papers"]


def test_missing_and_orphaned_pages(tmp_path: Path) -> None:
    docs = folder(tmp_path, german=None)
    (docs / "de" / "old.md").write_text(GERMAN, encoding="utf-8")

    found = {state.page: (state.missing, state.orphaned) for state in states(docs, ["de"])}

    assert found == {"home.md": ([WHOLE_PAGE], []), "old.md": ([], [WHOLE_PAGE])}


def test_stamping_one_section_leaves_the_others_outdated(tmp_path: Path) -> None:
    english = ENGLISH.replace("Take your time", "Take care").replace("a photo", "two photos")
    docs = folder(tmp_path, english=english)

    assert stamp("de", "home.md", ["papers"], docs) == 1
    assert state_of(docs).outdated == ["top"]


def test_stamping_twice_changes_nothing(tmp_path: Path) -> None:
    docs = folder(tmp_path)
    before = (docs / "de" / "home.md").read_text(encoding="utf-8")

    assert stamp("de", "home.md", docs=docs) == 0
    assert (docs / "de" / "home.md").read_text(encoding="utf-8") == before


def test_stamping_keeps_text_and_front_matter(tmp_path: Path) -> None:
    page = read_page(folder(tmp_path) / "de" / "home.md")
    assert page.front["machine_drafted"] is True
    assert page.body == GERMAN.partition("---\n")[2].partition("---\n")[2]


@pytest.mark.parametrize(
    ("page", "only", "reason"),
    [("none.md", [], "no page"), ("home.md", ["nothing"], "no section nothing")],
)
def test_what_is_not_there_cannot_be_stamped(tmp_path: Path, page: str, only: list[str], reason: str) -> None:
    with pytest.raises(CannotStamp, match=reason):
        stamp("de", page, only, folder(tmp_path))


def test_damaged_translation_cannot_be_stamped(tmp_path: Path) -> None:
    docs = folder(tmp_path, german=GERMAN.replace("- ein Foto\n", ""))
    with pytest.raises(CannotStamp, match="list items"):
        stamp("de", "home.md", docs=docs)
