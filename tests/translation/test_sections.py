"""Pages are taken apart at their headings, and hashes follow the words."""

from __future__ import annotations

from tests.translation.pages import ENGLISH
from wizard.translation.sections import FRONT, split


def test_sections_have_ids_levels_and_lines() -> None:
    page = split(ENGLISH)

    found = [(section.id, section.level, section.line) for section in page.sections]
    assert found == [("top", 1, 5), ("deadlines", 2, 9), ("papers", 2, 15)]
    assert page.front["title"] == "Going home"


def test_only_marked_sections_are_harmful_if_old() -> None:
    assert [section.id for section in split(ENGLISH).sections if section.harmful_if_old] == ["deadlines"]


def test_heading_without_id_is_a_section_with_an_empty_id() -> None:
    assert [section.id for section in split("# A { #a }\n\n## B\n").sections] == ["a", ""]


def test_macro_at_the_end_of_a_heading_is_no_attribute() -> None:
    (section,) = split("## All about {{ country:GH }}\n").sections
    assert (section.id, section.heading) == ("", "All about {{ country:GH }}")


def test_headings_in_code_do_not_count() -> None:
    assert [section.id for section in split("# A { #a }\n\n```\n# no heading\n```\n\n## B { #b }\n").sections] == [
        "a",
        "b",
    ]


def test_hash_ignores_whitespace_and_attributes() -> None:
    one = split("## Papers { #papers }\n\nTake a passport.\n").sections[0]
    other = split("## Papers { #papers .safety }\nTake  a\npassport.\n\n").sections[0]
    assert one.hash == other.hash


def test_hash_follows_words_and_macros() -> None:
    base = split(ENGLISH).hashes
    for old, new, changed in (
        ("Take your time", "Take some time", "top"),
        ("rule.days", "rule.weeks", "deadlines"),
        ("## Papers", "## Your papers", "papers"),
        ("What to do first", "What to do", FRONT),
    ):
        hashes = split(ENGLISH.replace(old, new)).hashes
        assert {key for key in base if base[key] != hashes[key]} == {changed}
