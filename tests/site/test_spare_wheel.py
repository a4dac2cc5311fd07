"""MkDocs 1.x has no maintainer: the site must build with its maintained fork too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_properdocs_builds_the_same_pages(tmp_path: Path) -> None:
    """One language with each of the two: the same files come out, with the same words."""
    pages: dict[str, dict[str, str]] = {}
    for builder in ("mkdocs", "properdocs"):
        target = tmp_path / builder
        command = [sys.executable, "-m", builder, "build", "--strict", "--quiet", "-f", "mkdocs.yml", "-d", str(target)]
        told = os.environ | {"BUILD_ONLY_LOCALE": "en", "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}
        done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        pages[builder] = {
            path.relative_to(target).as_posix(): path.read_text(encoding="utf-8") for path in target.rglob("*.html")
        }
    assert len(pages["mkdocs"]) > 50
    assert pages["properdocs"] == pages["mkdocs"]
