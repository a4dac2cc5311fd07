"""A page never shows old advice as current: it gives way to English, marked with its language."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from tests.site.html_tree import Node, tree
from tests.translation.pages import ENGLISH, folder
from wizard.records.catalogue import Catalogue
from wizard.translation.current import current_page, page_source

EXTENSIONS = ["attr_list", "md_in_html", "toc"]


def shown(docs: Path, locale: str = "de") -> Node:
    source = current_page(
        locale,
        (docs / "de" / "home.md").read_text(encoding="utf-8"),
        (docs / "en" / "home.md").read_text(encoding="utf-8"),
    )
    return tree(markdown.markdown(source.partition("---\n")[2].partition("---\n")[2], extensions=EXTENSIONS))


def english_texts(page: Node) -> str:
    return " ".join(node.text for node in page.find("div") if node.attrs.get("lang") == "en")


def notices(page: Node) -> list[str]:
    return [node.text for node in page.find("p", class_="notice")]


def test_current_translation_stays_as_it_is(tmp_path: Path) -> None:
    page = shown(folder(tmp_path))
    assert english_texts(page) == ""
    assert notices(page) == []
    assert [node.attrs["id"] for node in page.find("h2")] == ["deadlines", "papers"]


def test_old_advice_that_can_harm_is_shown_in_english(tmp_path: Path) -> None:
    page = shown(folder(tmp_path, english=ENGLISH.replace("Look at the", "Look at once at the")))
    assert "Look at once" in english_texts(page)
    assert "Sehen Sie" not in page.text
    assert notices(page) == [Catalogue("de").text("pages.section_outdated")]
    assert "Lassen Sie sich Zeit" in page.text


def test_heading_of_an_english_part_keeps_its_id(tmp_path: Path) -> None:
    page = shown(folder(tmp_path, english=ENGLISH.replace("Look at the", "Look at once at the")))
    headings = {node.attrs["id"]: node.text for node in page.find("h2")}
    assert headings == {"deadlines": "Deadlines", "papers": "Papiere"}


def test_english_wrapper_says_language_and_direction(tmp_path: Path) -> None:
    page = shown(folder(tmp_path, english=ENGLISH.replace("Look at the", "Look at once at the")))
    wrappers = [node for node in page.find("div") if node.attrs.get("lang") == "en"]
    assert wrappers
    assert all(node.attrs["dir"] == "ltr" for node in wrappers)


def test_facts_in_an_english_part_stay_in_the_language_of_the_page(tmp_path: Path) -> None:
    docs = folder(tmp_path, english=ENGLISH.replace("Look at the", "Look at once at the"))
    page = shown(docs, "ar")
    inline = [node for node in page.find("span") if node.attrs.get("lang") == "ar"]
    assert [(node.text, node.attrs["dir"]) for node in inline] == [("{{ figure:rule.days }}", "rtl")]
    assert "{{ fact:rule }}" in page.text
    assert "{{ fact:rule }}" not in english_texts(page)


def test_other_old_part_stays_and_says_so(tmp_path: Path) -> None:
    page = shown(folder(tmp_path, english=ENGLISH.replace("a photo", "two photos")))
    assert "ein Foto" in page.text
    assert english_texts(page) == ""
    assert notices(page) == [Catalogue("de").text("pages.section_may_be_old")]


def test_missing_part_is_shown_in_english_in_its_place(tmp_path: Path) -> None:
    english = ENGLISH.replace("## Papers", "## Money { #money }\n\nAsk first.\n\n## Papers")
    page = shown(folder(tmp_path, english=english))
    assert "Ask first." in english_texts(page)
    assert notices(page) == [Catalogue("de").text("pages.section_missing")]
    assert [node.attrs["id"] for node in page.find("h2")] == ["deadlines", "money", "papers"]


def test_orphaned_part_is_dropped(tmp_path: Path) -> None:
    page = shown(folder(tmp_path, english=ENGLISH.partition("## Papers")[0]))
    assert "ein Pass" not in page.text


@pytest.mark.parametrize("src_uri", ["en/home.md", "de/other.md", "de/ghana/index.md"])
def test_pages_without_a_translation_are_left_alone(tmp_path: Path, src_uri: str) -> None:
    assert page_source(folder(tmp_path), src_uri) is None


def test_page_source_keeps_the_front_matter(tmp_path: Path) -> None:
    source = page_source(folder(tmp_path), "de/home.md")
    assert source is not None
    assert source.startswith("---\ntitle: Nach Hause\n")
