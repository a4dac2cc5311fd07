"""Paper: address, date and QR code on each page, folded parts open, addresses spelled out, one list of sources."""

from __future__ import annotations

import re

import pytest
import segno

from tests.site.conftest import ROOT, BuiltPage, Site
from tests.site.html_tree import Node
from wizard.site.assets import SHEETS, smaller_css
from wizard.site.cited import Cited, numbers_text
from wizard.site.qr import qr_svg
from wizard.site.sources_html import spelled_out


def test_each_page_has_its_address_and_date(site: Site) -> None:
    for page in site.pages:
        sheet = next(page.root.find("aside", class_="print-sheet"))
        addresses = [node.text for node in sheet.find("bdi") if node.text.startswith("http")]
        assert addresses
        assert addresses[0].endswith("/" + page.url), page.url
        assert any(sheet.find("time"))
        assert any(sheet.find("svg", class_="qr"))


def test_qr_code_holds_the_address() -> None:
    address = "https://example.org/ar/ghana/"
    drawn = qr_svg(address, "code")
    modules = segno.make(address, micro=False, error="l").svg_inline(border=2, omitsize=True, light="#fff")
    assert drawn.split("<path", 1)[1].split('d="')[-1] == modules.split("<path", 1)[1].split('d="')[-1]


def test_print_sheet_stands_last_and_spells_out() -> None:
    assert SHEETS[-1] == "print.css"
    css = smaller_css((ROOT / "overrides/assets/print.css").read_text(encoding="utf-8"))
    assert css.startswith("@media print{@page{size: A4")
    for needed in (
        "attr(href)",
        "break-inside: avoid",
        "::details-content",
        "direction: ltr",
        ".print-sheet{display: flex",
    ):
        assert needed in css


def test_script_opens_folded_parts() -> None:
    script = (ROOT / "overrides/assets/guide.js").read_text(encoding="utf-8")
    assert "beforeprint" in script
    assert "afterprint" in script


def test_smaller_css_keeps_meaning() -> None:
    assert smaller_css("/* a */\na > b ,\n c { x: y ; }\n") == "a > b,c{x: y}\n"


def _list(page: BuiltPage) -> list[Node]:
    return [row for block in page.root.find("div", class_="printed-sources") for row in block.find("li")]


def _numbers(node: Node) -> list[int]:
    runs = [run.split("-") for run in node.attrs["data-sources"].split(", ")]
    return [number for run in runs for number in range(int(run[0]), int(run[-1]) + 1)]


def test_each_number_on_a_card_stands_in_one_list(site: Site) -> None:
    for page in site.pages:
        named = [number for node in page.root.find() if "data-sources" in node.attrs for number in _numbers(node)]
        assert max(named, default=0) <= len(_list(page)), page.url
        # The page of all routes has sources that no card names: those of its tables.
        if not page.url.endswith("routes/"):
            assert set(named) == set(range(1, len(_list(page)) + 1)), page.url


def test_the_list_has_each_source_of_a_card_with_its_address_and_date(site: Site) -> None:
    for page in site.pages:
        # The isolation of right-to-left pages may part an address; paper shows it as one.
        rows = [re.sub(r"\s", "", row.text) for row in _list(page)]
        assert len(rows) == len(set(rows)), page.url
        for card in page.root.find("article", class_="card"):
            for foot in card.find("p", class_="checked"):
                if "data-sources" not in foot.attrs:
                    continue
                printed = [rows[number - 1] for number in _numbers(foot)]
                for link in card.find("a", class_="source"):
                    address = re.sub(r"\s", "", spelled_out(link.attrs["href"]).removeprefix("https://"))
                    assert any(address in row for row in printed), f"{page.url}: {address}"
                assert all(row.endswith(")") for row in printed)


def test_country_pages_and_plans_have_a_list(site: Site) -> None:
    for page in site.pages:
        if any(page.root.find("details", class_="more")) or any(page.root.find("ul", class_="source-list")):
            assert len(list(page.root.find("div", class_="printed-sources"))) == 1, page.url


def test_light_pages_print_titles_dates_and_where_the_addresses_are(site: Site) -> None:
    for url in ("ghana/", "de/iraq/", "ar/iraq/returning/"):
        page = site.page(url)
        block = next(page.root.find("div", class_="printed-sources"))
        area = url.removeprefix(page.language.folder).split("/")[0]
        assert any(node.text.endswith(f"/{page.language.folder}sources/{area}/") for node in block.find("bdi")), url
        assert len(_list(page)) > 20
        assert all(row.text.endswith(")") for row in _list(page)), url


def test_numbers_on_paper_are_short() -> None:
    assert numbers_text([3, 1, 2, 7, 8]) == "1-3, 7, 8"
    assert numbers_text([]) == ""


def test_screens_do_not_show_the_list() -> None:
    assert ".print-sheet, .printed-sources { display: none; }" in (ROOT / "overrides/assets/frame.css").read_text(
        encoding="utf-8"
    )


def test_sources_are_numbered_once() -> None:
    cited = Cited()
    first = {"title": "A", "url": "https://a.org/?p=1", "date": "unknown"}
    other = {"title": "B", "repository": "archive", "date": "2024"}
    assert cited.numbers([other, first]) == [1, 2]
    assert cited.numbers([{**first, "date": "2024"}, {**first, "date": "2024-05"}]) == [2]
    assert cited.numbers([{**first, "date": "2024"}, {**first, "date": "2025-01"}]) == [2]
    assert [(row.url, row.where, row.dates) for row in cited.sources.values()] == [
        ("", "archive", ["2024"]),
        ("https://a.org/?p=1", "", ["2024-05", "2025-01"]),
    ]


def test_address_that_is_not_linked_is_not_printed() -> None:
    cited = Cited()
    cited.numbers([{"title": "A", "url": "https://a.org/", "link": False, "date": "2024"}])
    assert next(iter(cited.sources.values())).url == ""


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://a.iq/%D8%B9%D8%B1?q=a%20b", "https://a.iq/عر?q=a%20b"),
        ("https://a.iq/%E4b", "https://a.iq/%E4b"),
        ("https://a.iq/%E2%80%AE", "https://a.iq/%E2%80%AE"),
    ],
)
def test_addresses_stand_as_they_are_typed(url: str, printed: str) -> None:
    assert spelled_out(url) == printed
