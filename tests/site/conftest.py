"""One built site for all tests of this folder: the one named by WEGWEISER_SITE, or a new one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from tests.site.html_tree import Node, tree
from wizard.languages import Language, languages

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class BuiltPage:
    """One page of the built site."""

    path: Path
    url: str
    language: Language

    @cached_property
    def html(self) -> str:
        """The file."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def root(self) -> Node:
        """The tree of the file."""
        return tree(self.html)


@dataclass(frozen=True)
class Site:
    """The folder the build wrote."""

    folder: Path

    def page(self, url: str) -> BuiltPage:
        """The page at an address relative to the root; the empty one is the home page."""
        return self._by_url[url]

    @property
    def pages(self) -> list[BuiltPage]:
        """All pages."""
        return list(self._by_url.values())

    @cached_property
    def _by_url(self) -> dict[str, BuiltPage]:
        found: dict[str, BuiltPage] = {}
        for path in sorted(self.folder.rglob("index.html")):
            name = path.parent.relative_to(self.folder).as_posix()
            url = "" if name == "." else f"{name}/"
            own = next((row for row in languages()[1:] if url.startswith(row.folder)), languages()[0])
            found[url] = BuiltPage(path, url, own)
        return found


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The built site."""
    named = os.environ.get("WEGWEISER_SITE")
    if named:
        return Site((ROOT / named).resolve())
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Site(folder)
