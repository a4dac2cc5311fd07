"""Texts and pages that are not translated say so, and carry the language they are in."""

from __future__ import annotations

from tests.site.conftest import ROOT, Site
from wizard.languages import languages
from wizard.records.catalogue import Catalogue, Text
from wizard.records.read import Facts
from wizard.site.fallback import in_own_language, in_page_language, notices
from wizard.site.generated import token, with_blocks
from wizard.site.view import View, marked_up


def view(locale: str, url: str = "") -> View:
    return View(locale, Facts([]), Catalogue(locale), url)


def test_english_text_on_another_page_is_marked() -> None:
    shown = marked_up(Text("Call <them>", "en"), "ar")
    assert shown.startswith('<span lang="en" dir="ltr">Call &lt;them&gt;</span>')
    assert "EN" in shown


def test_translated_text_is_not_marked() -> None:
    assert marked_up(Text("أهلًا", "ar"), "ar") == "أهلًا"


def test_whole_page_in_another_language() -> None:
    assert in_own_language("<p>x</p>", "en") == '<div lang="en" dir="ltr"><p>x</p></div>'
    assert "notice--language" in notices(view("de"), "en", "")


def test_facts_on_a_page_in_english_stay_in_the_language_of_the_reader() -> None:
    markdown = f"{token('table')}\n\nIn a sentence: {token('word')}."
    blocks = in_page_language(markdown, {"table": "<table></table>", "word": "<b>كلمة</b>", "empty": ""}, view("ar"))
    assert blocks["empty"] == ""
    rendered = f"<p>{token('table')}</p>\n<p>In a sentence: {token('word')}.</p>"
    assert in_own_language(with_blocks(rendered, blocks), "en") == (
        '<div lang="en" dir="ltr"><div lang="ar" dir="rtl"><table></table></div>\n'
        '<p>In a sentence: <span lang="ar" dir="rtl"><b>كلمة</b></span>.</p></div>'
    )


def test_draft_notice_links_the_original() -> None:
    assert 'href="../../ghana/"' in notices(view("de", "de/ghana/"), "de", "ghana/")
    assert notices(view("en"), "en", "") == ""


def test_built_pages_that_are_not_translated(site: Site) -> None:
    for row in languages()[1:]:
        english = ROOT / "docs" / languages()[0].locale
        for source in english.rglob("*.md"):
            name = source.relative_to(english)
            url = "".join(f"{part}/" for part in name.with_suffix("").parts if part != "index")
            main = next(site.page(f"{row.folder}{url}").root.find("main"))
            translated = (ROOT / "docs" / row.locale / name).exists()
            wrapped = any(node.attrs.get("lang") == "en" and node.name == "div" for node in main.find("div"))
            # A translated page can still have sections in English; one that is not translated is English as a whole.
            assert wrapped or translated, f"{row.locale}/{url}"
            notice = "notice--draft" if translated else "notice--language"
            assert any(main.find("p", class_=notice)), f"{row.locale}/{url}"


def test_language_switcher_lands_on_the_same_page(site: Site) -> None:
    for page in site.pages:
        rest = page.url.removeprefix(page.language.folder)
        switcher = next(page.root.find("nav", class_="languages"))
        links = list(switcher.find("a"))
        assert [link.text for link in links] == [row.name for row in languages()]
        assert [link.attrs["lang"] for link in links] == [row.lang for row in languages()]
        depth = "../" * page.url.count("/") or "./"
        for link, row in zip(links, languages(), strict=True):
            wanted = site.folder / row.folder / rest
            assert (site.folder / page.url / link.attrs["href"]).resolve() == wanted.resolve(), f"{page.url} {depth}"
