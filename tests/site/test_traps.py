"""The traps of MkDocs, Material and static-i18n that are known, each with its test.

Numbers as in the lists of what was seen: c (languages), f (right-to-left text), g (print).

    c1  locale codes                  test_locales_are_ones_that_static_i18n_takes
    c2  partial for each locale       test_each_locale_has_interface_texts
    c3  theme.language leaks          test_nothing_is_set_per_language_in_the_theme, test_each_page_says_its_language
    c4  theme.direction               the same two
    c5  folders named like a locale   test_every_source_page_has_its_own_output
    c6  two-letter folders vanish     test_no_folder_of_two_letters
    c7  English under another lang    tests/site/test_fallback.py
    c8  one 404.html, last language   tests/site/test_notfound.py
    c9  one search index              test_no_search_plugin
    c10 sitemap fetched per link      test_no_alternates_in_the_head, test_theme_script_is_not_shipped
    c11 whole sitemap on home page    the same two
    c12 navigation.instant            test_no_instant_navigation
    c13 nav_translations              test_section_names_are_text_ids
    c14 order without nav             test_nav_is_declared
    c15 serve builds all languages    test_one_language_can_be_built_alone
    c16 heading ids _1, _2            test_headings_have_ascii_ids
    c17 capitals in addresses         not applicable: no locale has capitals yet; test_addresses_are_lower_case fails
                                      when one comes, then redirects are due
    c18 hreflang and html lang        test_sitemap_names_all_languages
    c19 generated content is lost     test_generated_pages_have_content (static-i18n makes new file objects)
    f   numbers turn round            tests/site/test_right_to_left.py
    f   Nastaliq line height          not applicable: no Urdu yet; the style sheets set line height per language
    g   closed details on paper       tests/site/test_print.py
    g   addresses, date, QR code      tests/site/test_print.py
    g   WeasyPrint turns text round   not applicable: we print with the browser only
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import material
import yaml

from tests.site.conftest import ROOT, Site
from wizard.languages import languages
from wizard.records.catalogue import english

LOCALE = re.compile(r"^[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?$")


class _Loader(yaml.SafeLoader):
    pass


_Loader.add_constructor("!ENV", lambda _, node: f"!ENV {[part.value for part in node.value]}")


def config() -> dict[str, Any]:
    """mkdocs.yml as it is written."""
    return yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)


def i18n() -> dict[str, Any]:
    return next(plugin["i18n"] for plugin in config()["plugins"] if "i18n" in plugin)


def test_languages_agree_with_the_table() -> None:
    assert [(row["locale"], row["name"]) for row in i18n()["languages"]] == [(r.locale, r.name) for r in languages()]
    assert [row["locale"] for row in i18n()["languages"] if row.get("default")] == [languages()[0].locale]


def test_locales_are_ones_that_static_i18n_takes() -> None:
    assert all(LOCALE.match(row.locale) for row in languages())


def test_each_locale_has_interface_texts() -> None:
    shipped = Path(material.__file__).parent / "templates/partials/languages"
    own = ROOT / "overrides/partials/languages"
    for row in languages():
        assert (own / f"{row.locale}.html").exists() or (shipped / f"{row.locale}.html").exists(), row.locale


def test_nothing_is_set_per_language_in_the_theme() -> None:
    assert not {"language", "direction"} & config()["theme"].keys()
    assert all("theme" not in row for row in i18n()["languages"])


def test_each_page_says_its_language(site: Site) -> None:
    for page in site.pages:
        html = next(page.root.find("html"))
        assert (html.attrs["lang"], html.attrs["dir"]) == (page.language.lang, page.language.direction), page.url


def test_every_source_page_has_its_own_output(site: Site) -> None:
    for path in (ROOT / "docs").rglob("*.md"):
        locale, *rest = path.relative_to(ROOT / "docs").with_suffix("").parts
        if locale == "contributing":
            continue  # for people who work on the guide; excluded in mkdocs.yml
        if rest[-1] == "index":
            rest.pop()
        prefix = "" if locale == languages()[0].locale else f"{locale}/"
        assert (site.folder / prefix / Path(*rest) / "index.html").exists(), path
    count = {row.locale: sum(page.language == row for page in site.pages) for row in languages()}
    assert len(set(count.values())) == 1, f"languages differ in their number of pages: {count}"


def test_no_folder_of_two_letters() -> None:
    for path in (ROOT / "docs").rglob("*"):
        if path.is_dir() and path.parent != ROOT / "docs":
            assert not LOCALE.match(path.name), path


def test_no_search_plugin() -> None:
    assert [list(plugin) for plugin in config()["plugins"]] == [["i18n"]]


def test_no_alternates_in_the_head(site: Site) -> None:
    for page in site.pages:
        # The feed of changes is an alternate too, but of another type and of no language.
        assert not [link for link in page.root.find("link", rel="alternate") if "hreflang" in link.attrs], page.url


def test_theme_script_is_not_shipped(site: Site) -> None:
    names = [path.name for path in site.folder.rglob("*") if path.is_file()]
    assert not [name for name in names if name.startswith(("bundle.", "main.", "palette.", "search.", "lunr"))]


def test_no_instant_navigation() -> None:
    assert not [feature for feature in config()["theme"].get("features", []) if "instant" in feature]


def test_section_names_are_text_ids() -> None:
    for entry in config()["nav"]:
        if isinstance(entry, dict):
            assert set(entry) <= english().keys()


def test_nav_is_declared(site: Site) -> None:
    menus: list[list[str]] = []
    for row in languages():
        page = site.page(f"{row.folder}about/")
        links = next(page.root.find("nav", class_="menu__panel")).find("a")
        places = [(site.folder / page.url / link.attrs["href"]).resolve() for link in links]
        menus.append([path.relative_to((site.folder / row.folder).resolve()).as_posix() for path in places])
    assert len(menus[0]) > 20
    # Countries are sorted by their names, which differ; all else has one order.
    assert all(sorted(menu) == sorted(menus[0]) and menu[:5] == menus[0][:5] for menu in menus)


def test_one_language_can_be_built_alone() -> None:
    assert i18n()["build_only_locale"].startswith("!ENV")


def test_headings_have_ascii_ids(site: Site) -> None:
    for page in site.pages:
        for level in ("h1", "h2"):
            for heading in next(page.root.find("main")).find(level):
                name = heading.attrs.get("id")
                assert name is None or re.fullmatch(r"[a-z][a-z0-9_-]*", name), f"{page.url}: {heading.text} has {name}"


def test_addresses_are_lower_case(site: Site) -> None:
    assert all(page.url == page.url.lower() for page in site.pages)


def test_sitemap_names_all_languages(site: Site) -> None:
    sitemap = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    for row in languages():
        assert sitemap.count(f'hreflang="{row.locale}"') == len(site.pages)


def test_generated_pages_have_content(site: Site) -> None:
    for row in languages():
        for url in ("ghana/", "kosovo/returning/", "wizard/"):
            assert len(next(site.page(f"{row.folder}{url}").root.find("main")).text) > 800, url
