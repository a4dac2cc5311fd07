"""Which files belong together when somebody saves a country or the questions, with size and check sum."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import brotli

from wizard.languages import languages
from wizard.offline.searched import fragments_by_page, search_files
from wizard.site.places import FOLDERS
from wizard.site.sources_apart import GENERAL

COMMON = "common"
# Pages that every saved group brings along, in all languages; those a build does not have are left out.
_SOURCES = tuple(f"sources/{area}/" for area in GENERAL)
_PAGES = ("", "wizard/", "offline/", "search/", "returning/", "back-home/", "leaving/", *_SOURCES)
_ASSETS = frozenset({".css", ".js", ".mjs", ".json", ".wasm", ".zip", ".whl", ".txt"})
# Compression that servers do on the fly: what is shown is never less than what is loaded.
_QUALITY = 5

Row = tuple[str, int, int, str]


def addresses(site: Path) -> dict[str, list[str]]:
    """Group -> addresses of its files from the root of the site, folders with a slash at the end."""
    folders = [row.folder for row in languages() if (site / row.folder / "index.html").is_file()]
    pages = [f"{folder}{page}" for folder in folders for page in _PAGES]
    found = {COMMON: [page for page in pages if (site / page / "index.html").is_file()]}
    found[COMMON] += sorted({*_below(site, "assets", _ASSETS), *search_files(site)})
    for country in FOLDERS.values():
        # With its sources: each fact of the country leads there.
        below = [site / folder / part for folder in folders for part in (country, f"sources/{country}")]
        files = [path for one in below for path in sorted(one.rglob("index.html"))]
        found[country] = [f"{path.parent.relative_to(site).as_posix()}/" for path in files]
    fragments = fragments_by_page(site)
    for members in found.values():
        members += [file for page in members for file in fragments.get(page, [])]
    return found


def _below(site: Path, folder: str, endings: frozenset[str]) -> list[str]:
    files = [path for path in sorted((site / folder).rglob("*")) if path.is_file()]
    return [path.relative_to(site).as_posix() for path in files if path.suffix in endings]


def described(site: Path, address: str, sizes: Mapping[str, int]) -> Row:
    """Address, bytes on the phone, bytes through the air, check sum. `sizes`: what is known to be compressed better."""
    content = (site / address / "index.html" if address == "" or address.endswith("/") else site / address).read_bytes()
    load = sizes.get(address) or len(brotli.compress(content, quality=_QUALITY))
    return address, len(content), load, hashlib.sha256(content).hexdigest()[:16]
