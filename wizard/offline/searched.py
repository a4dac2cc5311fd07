"""Which files of the search index a saved group needs: those of its own pages, and what every search reads."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path

from wizard.languages import languages

SEARCH = "assets/search"
# Pagefind writes this before the JSON of a fragment.
_MARK = b"pagefind_dcd"
_FRAGMENT = ".pf_fragment"


def search_files(site: Path) -> list[str]:
    """Addresses of the files that any search may read: scripts, WebAssembly, words. Not the texts of the pages."""
    files = sorted(path for path in (site / SEARCH).rglob("*") if path.is_file() and path.suffix != _FRAGMENT)
    return [path.relative_to(site).as_posix() for path in files]


def fragments_by_page(site: Path) -> dict[str, list[str]]:
    """Address of a page -> addresses of the files with its sections, as a result of the search shows them."""
    folders = {row.lang: row.folder for row in languages()}
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((site / SEARCH).rglob(f"*{_FRAGMENT}")):
        at = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))["meta"]["at"]
        page = folders[path.name.partition("_")[0]] + at.partition("#")[0]
        found[page].append(path.relative_to(site).as_posix())
    return found
