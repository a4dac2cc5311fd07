"""What messengers show beside a shared link: texts, address and a small picture for each page."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from tests.site.conftest import Site
from wizard.records.catalogue import Catalogue
from wizard.records.read import Facts
from wizard.site import previews
from wizard.site.previews import HEIGHT, WIDTH, Previews, og_locale, preview_svg
from wizard.site.view import View

MOST = 30 * 1024


def view(locale: str) -> View:
    return View(locale, Facts([]), Catalogue(locale), day=date(2026, 11, 22))


def test_each_page_has_its_texts_address_and_picture(site: Site) -> None:
    pictures: dict[str, str] = {}
    for page in site.pages:
        said = {n.attrs["property"]: n.attrs["content"] for n in page.root.find("meta") if "property" in n.attrs}
        assert said["og:title"] == next(page.root.find("title")).text, page.url
        assert said["og:description"], page.url
        assert said["og:url"].endswith("/" + page.url), page.url
        assert said["og:locale"].startswith(page.language.lang.partition("-")[0] + "_"), page.url
        assert said["og:image"].startswith("http"), page.url
        picture = site.folder / said["og:image"].split("/", 3)[3]
        content = picture.read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (WIDTH, HEIGHT)
        assert len(content) < MOST, page.url
        pictures[page.url] = picture.name
    # Other language, other picture.
    assert len({pictures[url] for url in ("ghana/", "de/ghana/", "ar/ghana/", "")}) == 4


def test_no_page_loads_its_picture(site: Site) -> None:
    for page in site.pages:
        assert not [n for n in page.root.find("img") if "previews" in n.attrs.get("src", "")]


@pytest.mark.parametrize(("locale", "anchor"), [("en", "start"), ("ar", "end")])
def test_drawing_follows_the_direction_of_the_language(locale: str, anchor: str) -> None:
    drawing = ET.fromstring(preview_svg(view(locale), "A & B < C", "day"))
    rows = [node for node in drawing.iter() if node.tag.endswith("text")]
    assert {node.attrib["text-anchor"] for node in rows} == {anchor}
    assert "A & B < C" in (rows[1].text or "")


def test_long_titles_end_in_dots() -> None:
    rows = [n.text or "" for n in ET.fromstring(preview_svg(view("en"), "word " * 60, "day")).iter() if n.text]
    assert sum("word" in row for row in rows) == 3
    assert any(row.endswith("…") for row in rows)


def test_a_picture_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "_CACHE", tmp_path)
    svg = preview_svg(view("ar"), "العودة", "يوم")
    first = Previews()
    address = first.add(svg)
    kept = tmp_path / Path(address).name
    kept.write_bytes(b"kept")
    again = Previews()
    assert again.add(svg) == address
    assert again.files[address] == b"kept"


def test_locales_as_messengers_know_them() -> None:
    assert [og_locale(lang) for lang in ("en", "ar", "fa-AF", "sr-Latn")] == ["en_US", "ar_EG", "fa_AF", "sr_RS"]
