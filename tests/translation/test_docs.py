"""The pages of this repository: complete in every language, and the notes for contributors name what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wizard.languages import languages
from wizard.translation.state import DOCS, page_names, states

ROOT = DOCS.parent
CONTRIBUTING = sorted((DOCS / "contributing").glob("*.md"))
# Paths of this repository in backticks: `wizard/facts/`, `docs/en/about.md`; <locale> and the like stand for anything.
_PATH = re.compile(r"`((?:wizard|docs|tests|overrides|\.ci)/[^`\s]*|mkdocs\.yml|Makefile|pyproject\.toml)`")
_COMMAND = re.compile(r"python -m wizard ([a-z]+)")


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
def test_nothing_is_missing_outdated_orphaned_or_damaged(locale: str) -> None:
    faults = [
        f"{state.locale}/{state.page}: {label}: {row}"
        for state in states(locales=[locale])
        for label in ("missing", "outdated", "orphaned", "damaged")
        for row in getattr(state, label)
    ]
    assert faults == []


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
def test_every_page_of_prose_is_there(locale: str) -> None:
    wanted = {f"{name}.md" for name in ("index", "about", "sources", "privacy", "imprint")}
    wanted |= {"returning/index.md", "back-home/index.md", "leaving/index.md"}
    assert wanted <= set(page_names(DOCS, locale))


@pytest.mark.parametrize("path", CONTRIBUTING, ids=[path.name for path in CONTRIBUTING])
def test_contributing_names_paths_that_exist(path: Path) -> None:
    named = _PATH.findall(path.read_text(encoding="utf-8"))
    wrong = [name for name in named if not list(ROOT.glob(re.sub(r"<[^>]*>", "*", name).rstrip("/")))]
    assert wrong == []


@pytest.mark.parametrize("path", CONTRIBUTING, ids=[path.name for path in CONTRIBUTING])
def test_contributing_names_commands_that_exist(path: Path) -> None:
    known = {file.stem for file in (ROOT / "wizard" / "commands").glob("*.py")}
    assert set(_COMMAND.findall(path.read_text(encoding="utf-8"))) <= known
