"""Right-to-left pages: what is written left to right stays in order."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import ROOT, Site
from tests.site.html_tree import Node
from wizard.site.isolate import isolated

BARE = re.compile(r"\+\d|\d{3,}[ /-]\d{2,}|\w@\w|https?://|www\.")
SILENT = {"script", "style", "svg", "title", "head"}
PHYSICAL = re.compile(
    r"(?:^|[;{\s-])(left|right)\s*:|(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:"
)


def is_isolated(node: Node) -> bool:
    """True if an element around the text has a direction of its own."""
    return any(up.name == "bdi" or up.attrs.get("dir") == "ltr" for up in node.up())


def test_numbers_and_addresses_are_isolated(site: Site) -> None:
    seen = 0
    for page in site.pages:
        if page.language.direction != "rtl":
            continue
        for text, node in page.root.texts():
            if BARE.search(text) and not any(up.name in SILENT for up in node.up()):
                seen += 1
                assert is_isolated(node), f"{page.url}: {text.strip()}"
    assert seen > 100


def test_calls_are_left_to_right(site: Site) -> None:
    calls = 0
    for page in site.pages:
        for link in page.root.find("a"):
            address = link.attrs.get("href", "")
            # With a `?` it is a draft with a text, not a number to call.
            if address.startswith(("tel:", "mailto:", "sms:", "https://wa.me/")) and "?" not in address:
                calls += 1
                assert link.attrs.get("dir") == "ltr", f"{page.url}: {link.text}"
    assert calls > 100


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("<p>اتصل بـ +43 1 234 567 الآن</p>", '<p>اتصل بـ <bdi dir="ltr">+43 1 234 567</bdi> الآن</p>'),
        ("<p>اكتب إلى a.b@c.org</p>", '<p>اكتب إلى <bdi dir="ltr">a.b@c.org</bdi></p>'),
        ("<p>مركز GIZ (Accra) هنا</p>", '<p>مركز <bdi dir="ltr">GIZ (Accra)</bdi> هنا</p>'),
        ('<a dir="ltr" href="tel:+1">+43 1 234 567</a>', '<a dir="ltr" href="tel:+1">+43 1 234 567</a>'),
        ("<p>سنة 2026</p>", "<p>سنة 2026</p>"),
        ("<p>ا &amp; ب</p>", "<p>ا &amp; ب</p>"),
        ("<script>let a = 'GIZ'</script>", "<script>let a = 'GIZ'</script>"),
        ("<br><p title='+43 1 234 567'>ا</p>", "<br><p title='+43 1 234 567'>ا</p>"),
    ],
)
def test_isolated(written: str, wanted: str) -> None:
    assert isolated(written) == wanted


def test_style_sheets_know_no_left_and_right() -> None:
    for sheet in [*(ROOT / "overrides/assets").glob("*.css"), *(ROOT / "wizard/browser").glob("*.css")]:
        found = PHYSICAL.search(sheet.read_text(encoding="utf-8"))
        assert not found, f"{sheet.name}: {found.group() if found else ''}"
