"""Paper: address, date and QR code on each page, folded parts open, addresses spelled out."""

from __future__ import annotations

import segno

from tests.site.conftest import ROOT, Site
from wizard.site.assets import SHEETS, smaller_css
from wizard.site.qr import qr_svg


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
    modules = segno.make(address, micro=False, error="m").svg_inline(border=2, omitsize=True, light="#fff")
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
