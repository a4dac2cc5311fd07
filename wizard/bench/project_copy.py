"""A copy of this checkout in a temporary folder: to change its sources and build it, without a trace in the project."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from wizard.runtime.build import ROOT

_COPIED = ("mkdocs.yml", "docs", "overrides", "wizard", "LICENSE", "LICENSE-TEXTS", "THIRD-PARTY.md", "pyproject.toml",
           "package.json", "package-lock.json")  # fmt: skip
# What `make` made, and the cases that the page on method counts.
_SHARED = ("build", "node_modules", "tests")


class CopyFault(Exception):
    """The project is not written as the copies expect, or more is wanted than they can be."""


def copy_of_project(folder: Path, shared: Iterable[str] = _SHARED) -> Path:
    """Copies what a build reads into the folder, and links what it may use together with the project."""
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(source, folder)
    for name in shared:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to((ROOT / name).resolve())
    return folder


def leave_out_language(project: Path, locale: str) -> None:
    """Takes a language out of the tables of a copy; its pages and catalogues may stay, nobody reads them."""
    for file in ("mkdocs.yml", "wizard/languages.yaml"):
        # In one line, or with the lines below it that are set in further.
        replace_once(project / file, rf"^( *)- \{{?locale: {locale}\b.*\n(?:\1  +\S.*\n)*", "")


def replace_once(file: Path, pattern: str, by: str) -> None:
    """Changes the one place of a file that the pattern finds."""
    text, count = re.subn(pattern, by, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if count != 1:
        raise CopyFault(f"{file.name} is written in another way than the copies of the project expect: {pattern}")
    file.write_text(text, encoding="utf-8")
