"""The search index: what it holds, where it leads, and that only the search page loads it."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.site.conftest import Site
from tests.site.test_requests import loaded
from wizard.languages import languages
from wizard.records.catalogue import Catalogue
from wizard.records.read import Facts
from wizard.site.search_index import FOLDER_TOKEN, SearchIndex
from wizard.site.search_text import page_text
from wizard.site.view import View

SIGNATURE = b"pagefind_dcd"


def folder(site: Site) -> Path:
    (found,) = (site.folder / "assets/search").iterdir()
    return found


@cache
def fragments(index: Path, lang: str) -> list[dict[str, Any]]:
    """All results that a language has."""
    contents = [gzip.decompress(path.read_bytes()) for path in sorted((index / "fragment").glob(f"{lang}_*"))]
    assert all(content.startswith(SIGNATURE) for content in contents)
    return [json.loads(content.removeprefix(SIGNATURE)) for content in contents]


def test_each_result_leads_to_a_page_and_a_place_on_it(site: Site) -> None:
    for row in languages():
        results = fragments(folder(site), row.lang)
        assert len(results) > 300
        for one in results:
            address, _, anchor = one["meta"]["at"].partition("#")
            page = site.page(row.folder + address)
            assert one["meta"]["title"], one["meta"]
            if anchor:
                ids = {node.attrs.get("id"): node for node in page.root.find("h2")}
                assert one["meta"]["section"] == ids[anchor].text, one["meta"]


def test_each_page_is_found_by_its_name(site: Site) -> None:
    for row in languages():
        found = {one["meta"]["at"] for one in fragments(folder(site), row.lang)}
        own = [page for page in site.pages if page.language == row]
        kinds = {page.url.removeprefix(row.folder): next(page.root.find("body")).attrs["class"] for page in own}
        wanted = {
            url
            for url, kind in kinds.items()
            if kind.split("--")[1] not in ("home", "search", "site-map", "sources", "wizard")
        }
        assert {address for address in found if "#" not in address} == wanted


def test_index_has_no_numbers_to_call(site: Site) -> None:
    """In a line of results that is cut anywhere, a number could be read wrong; it stands on the page."""
    for row in languages():
        text = " ".join(one["content"] for one in fragments(folder(site), row.lang))
        for page in (site.page(f"{row.folder}ghana/"), site.page(f"{row.folder}kosovo/")):
            numbers = {link.attrs["href"].removeprefix("tel:") for link in page.root.find("a", class_="call")}
            long = {number for number in numbers if len(number) > 7}
            assert long
            assert not [number for number in long if number in text.replace(" ", "")]


def test_only_what_the_search_page_loads_is_shipped(site: Site) -> None:
    names = sorted(path.name for path in folder(site).iterdir())
    assert "pagefind.js" in names
    assert not [name for name in names if "ui" in name or name.endswith(".css") or "highlight" in name]
    # What each language loads stands in the entry; `unknown` is for languages that Pagefind has no program of its own for.
    entry = json.loads((folder(site) / "pagefind-entry.json").read_text(encoding="utf-8"))
    wanted = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}
    assert {name for name in names if name.startswith("wasm.")} == wanted


def test_other_pages_know_nothing_of_the_index(site: Site) -> None:
    for page in site.pages:
        own = page.url == f"{page.language.folder}search/"
        assert any("assets/find." in address for address in loaded(page)) == own, page.url
        assert ("assets/search/" in page.html) == own, page.url
        assert FOLDER_TOKEN not in page.html


def test_search_page_names_the_folder(site: Site) -> None:
    for row in languages():
        page = site.page(f"{row.folder}search/")
        (form,) = page.root.find("form", role="search")
        assert (page.path.parent / form.attrs["data-folder"]).resolve() == folder(site)
        assert "hidden" in form.attrs, "without JavaScript a form that does nothing must not be seen"


def test_chunks_are_small(site: Site) -> None:
    sizes = {path.name: path.stat().st_size for path in folder(site).rglob("*") if path.is_file()}
    assert max(size for name, size in sizes.items() if name.endswith(".pf_fragment")) < 6 * 1024
    assert max(size for name, size in sizes.items() if name.endswith(".pf_meta")) < 12 * 1024


def test_text_of_a_page() -> None:
    read = page_text(
        '<h1 id="top">Ghana</h1><p>First</p><div class="first"><h2>Skipped</h2></div>'
        '<h2 id="centre">Advice centre</h2><article class="card"><h3>GEC</h3><p>Helps <b>you</b>.</p>'
        '<ul class="taps"><li>+233 30 1234567</li></ul><p class="checked">Checked</p>'
        '<details class="more"><summary>More</summary><p>Limits &amp; hours</p></details></article>'
        '<h2 id="help">Help</h2><svg><title>x</title></svg><p>Ask<br>here</p>'
    )
    assert [(one.anchor, one.heading, one.text) for one in read.sections] == [
        ("", "", "First"),
        ("centre", "Advice centre", "GEC. Helps you. Limits & hours"),
        ("help", "Help", "Ask here"),
    ]
    assert read.third_headings == ["GEC"]


@pytest.mark.parametrize("kind", ["wizard", "search", "site-map", "sources"])
def test_pages_with_nothing_to_find_are_left_out(kind: str) -> None:
    index = SearchIndex()
    index.add(View("en", Facts([]), Catalogue("en"), url="x/"), kind, "X", "About X", "<h1>X</h1><p>y</p>")
    assert not index.records


def test_address_is_below_the_folder_of_the_language() -> None:
    index = SearchIndex()
    content = '<h1>X</h1><h2 id="a">A</h2><p>y</p>'
    index.add(View("ar", Facts([]), Catalogue("ar"), url="ar/ghana/"), "country", "X", "About X", content)
    assert [(one.language, one.address, one.text) for one in index.records] == [
        ("ar", "ghana/", "About X"),
        ("ar", "ghana/#a", "y"),
    ]


def test_folder_changes_with_the_content() -> None:
    names: set[str] = set()
    for text in ("y", "z"):
        index = SearchIndex()
        index.add(View("en", Facts([]), Catalogue("en"), url="x/"), "prose", "X", "About X", f"<p>{text}</p>")
        names.add(index.folder)
    assert len(names) == 2
