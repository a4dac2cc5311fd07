"""What a page loads: only from here, few and small files, and all of them exist."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

import brotli
import pytest

from tests.site.conftest import BuiltPage, Site

LOADING = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src")}
REQUESTS, BYTES = 8, 110 * 1024


def loaded(page: BuiltPage) -> list[str]:
    """Addresses that the browser fetches by itself."""
    found: list[str] = []
    for node in page.root.find():
        for name, attr in LOADING:
            if node.name == name and attr in node.attrs and node.attrs.get("rel") not in ("canonical", "alternate"):
                found.append(node.attrs[attr])
    return list(dict.fromkeys(found))


def target(page: BuiltPage, address: str) -> str:
    return posixpath.normpath(posixpath.join("/", page.url, urlsplit(address).path)).lstrip("/")


def test_nothing_comes_from_another_host(site: Site) -> None:
    for page in site.pages:
        assert not [address for address in loaded(page) if urlsplit(address).netloc], page.url


def test_all_that_is_loaded_exists(site: Site) -> None:
    for page in site.pages:
        for address in loaded(page):
            assert (site.folder / target(page, address)).is_file(), f"{page.url} loads {address}"


def test_guide_pages_are_few_requests_and_small(site: Site) -> None:
    heaviest = (0, "")
    sizes: dict[str, int] = {}
    for page in site.pages:
        if page.url.endswith("wizard/"):
            continue
        addresses = loaded(page)
        assert len(addresses) + 1 <= REQUESTS, f"{page.url} makes {len(addresses) + 1} requests"
        total = len(brotli.compress(page.html.encode(), quality=6))
        for address in addresses:
            name = target(page, address)
            if name not in sizes:
                sizes[name] = len(brotli.compress((site.folder / name).read_bytes(), quality=6))
            total += sizes[name]
        heaviest = max(heaviest, (total, page.url))
        assert total <= BYTES, f"{page.url} weighs {total} bytes"
    print(f"heaviest guide page: {heaviest[1] or '/'} with {heaviest[0]} bytes (brotli)")


def test_links_lead_somewhere(site: Site) -> None:
    known: dict[str, set[str]] = {}

    def anchors(url: str) -> set[str]:
        if url not in known:
            known[url] = {node.attrs["id"] for node in site.page(url).root.find() if "id" in node.attrs}
        return known[url]

    for page in site.pages:
        for link in page.root.find("a"):
            address = link.attrs.get("href", "")
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            name = target(page, parts.path) if parts.path else page.url.rstrip("/")
            if (site.folder / name).is_file():
                continue  # a file to download, such as those of the open data
            assert (site.folder / name / "index.html").is_file(), f"{page.url}: {address}"
            if parts.fragment and not parts.fragment.startswith(("a=", "fact=")):
                assert parts.fragment in anchors(f"{name}/" if name else ""), f"{page.url}: {address}"


def test_ids_stand_once(site: Site) -> None:
    for page in site.pages:
        ids = [node.attrs["id"] for node in page.root.find() if "id" in node.attrs]
        assert len(ids) == len(set(ids)), f"{page.url}: {sorted({i for i in ids if ids.count(i) > 1})}"


@pytest.mark.parametrize("pattern", [r"https?://(?!www\.w3\.org)", r"@import", r'url\((?!"data:image/svg)'])
def test_style_sheet_loads_nothing(site: Site, pattern: str) -> None:
    for sheet in (site.folder / "assets").glob("*.css"):
        assert not re.search(pattern, sheet.read_text(encoding="utf-8"))
