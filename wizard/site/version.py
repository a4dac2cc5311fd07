"""The version of a build: its day, and a short hash of everything it is made from."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_SOURCES = ("docs", "overrides", "wizard", "mkdocs.yml", "package-lock.json")
_ENDINGS = {".css", ".html", ".js", ".json", ".md", ".mjs", ".po", ".py", ".svg", ".txt", ".yaml", ".yml"}


def content_hash() -> str:
    """Eight signs that change when a fact, a text, a rule or the frame changes, and only then."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]


def _files() -> list[Path]:
    found = [path for name in _SOURCES for path in ((_ROOT / name).rglob("*") if (_ROOT / name).is_dir() else [_ROOT / name])]
    return sorted(path for path in found if path.suffix in _ENDINGS and path.is_file())


def build_version(day: date) -> str:
    """`2026-11-22-1a2b3c4d`: which texts and facts a page, a sheet of paper or a report was made from."""
    return f"{day.isoformat()}-{content_hash()}"
