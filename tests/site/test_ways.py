"""Ways to a page: from the start page, from the site map, from the same page of another country."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from tests.site.conftest import BuiltPage, Site
from tests.site.html_tree import Node
from wizard.languages import languages
from wizard.site.places import FOLDERS, SITUATIONS


def pages_linked(page: BuiltPage, node: Node) -> set[str]:
    """Addresses of the pages of this site that links below the node lead to."""
    found: set[str] = set()
    for link in node.find("a"):
        parts = urlsplit(link.attrs.get("href", ""))
        if parts.path and not parts.scheme and not parts.netloc:
            name = posixpath.normpath(posixpath.join("/", page.url, parts.path)).strip("/")
            found.add(f"{name}/" if name else "")
    return found


def test_each_page_is_reached_by_links_from_its_start_page(site: Site) -> None:
    """Without the site map, and without changing the language."""
    for row in languages():
        own = {page.url for page in site.pages if page.language == row}
        seen, waiting = {row.folder}, [row.folder]
        while waiting:
            url = waiting.pop()
            if url == f"{row.folder}site-map/":
                continue
            new = (pages_linked(site.page(url), site.page(url).root) & own) - seen
            seen |= new
            waiting += new
        assert seen == own, f"no link leads to {sorted(own - seen)}"


def test_site_map_has_each_page_once(site: Site) -> None:
    for row in languages():
        page = site.page(f"{row.folder}site-map/")
        main = next(page.root.find("main"))
        links = [link for part in main.find("ul", class_="pages") for link in part.find("a")]
        assert pages_linked(page, main) >= {one.url for one in site.pages if one.language == row}
        # Inner lists are found once more below the outer ones.
        assert len({id(link) for link in links}) == sum(one.language == row for one in site.pages)
        assert all(link.text for link in links)


def test_site_map_has_the_pages_of_a_country_below_it(site: Site) -> None:
    for row in languages():
        page = site.page(f"{row.folder}site-map/")
        for folder in FOLDERS.values():
            (entry,) = [
                item
                for item in next(page.root.find("main")).find("li")
                if any(isinstance(one, Node) and one.attrs.get("href") == f"../{folder}/" for one in item.children)
            ]
            wanted = {f"{row.folder}{folder}/{situation}/" for situation in SITUATIONS}
            assert wanted <= pages_linked(page, entry)


def test_way_from_the_start_page(site: Site) -> None:
    for page in site.pages:
        home = page.language.folder
        ways = list(page.root.find("nav", class_="crumbs"))
        if page.url == home:
            assert not ways
            continue
        (way,) = ways
        assert way.attrs["aria-label"]
        links = [link.attrs["href"] for link in way.find("a")]
        assert pages_linked(page, way) - {f"{home}site-map/"} == {
            url for url in above(page.url, home) if url in {one.url for one in site.pages}
        }, page.url
        assert urlsplit(links[0]).path.strip("./") == "", f"{page.url} does not begin at the start page"


def above(url: str, home: str) -> set[str]:
    """Addresses of the folders a page stands in."""
    parts = url.removeprefix(home).strip("/").split("/")
    return {home} | {f"{home}{'/'.join(parts[:count])}/" for count in range(1, len(parts))}


def test_way_names_the_country_and_the_section(site: Site) -> None:
    way = next(site.page("ghana/leaving/").root.find("nav", class_="crumbs"))
    links = [(link.text, link.attrs["href"]) for link in way.find("a")]
    assert links == [("Home", "../../"), ("Countries", "../../site-map/#countries"), ("Ghana", "../")]


def test_the_same_page_of_each_other_country(site: Site) -> None:
    for row in languages():
        for folder in FOLDERS.values():
            for tail in ("", *(f"{situation}/" for situation in SITUATIONS)):
                page = site.page(f"{row.folder}{folder}/{tail}")
                (switch,) = page.root.find("details", class_="switch")
                others = {f"{row.folder}{other}/{tail}" for other in FOLDERS.values() if other != folder}
                assert pages_linked(page, switch) == others
