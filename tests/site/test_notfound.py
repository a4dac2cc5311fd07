"""The page for addresses that do not exist."""

from __future__ import annotations

from tests.site.conftest import Site
from tests.site.html_tree import tree
from wizard.languages import languages
from wizard.records.catalogue import Catalogue


def test_one_page_speaks_all_languages(site: Site) -> None:
    root = tree((site.folder / "404.html").read_text(encoding="utf-8"))
    sections = list(root.find("section"))
    assert [section.attrs["lang"] for section in sections] == [row.lang for row in languages()]
    for section, row in zip(sections, languages(), strict=True):
        assert section.attrs["dir"] == row.direction
        assert str(Catalogue(row.locale).text("site.notfound.heading")) in section.text
    assert not list(root.find("link", rel="stylesheet"))


def test_each_language_has_its_own(site: Site) -> None:
    for row in languages()[1:]:
        root = tree((site.folder / row.folder / "404.html").read_text(encoding="utf-8"))
        html = next(root.find("html"))
        assert (html.attrs["lang"], html.attrs["dir"]) == (row.lang, row.direction)
        assert next(root.find("section")).attrs["lang"] == row.lang
