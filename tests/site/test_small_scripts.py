"""Our scripts do the same when they are small; what looks like a comment and is none stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.conftest import ROOT, Site
from wizard.runtime.engine import run_node
from wizard.site.small_scripts import small_scripts

TRICKY = r"""
/**
 * A comment of several lines,
 * with a "quote", a `tick` and // more.
 */
const page = `
  // words at the beginning of a line
  /* and such */
    set in`;
/* one */ const pattern = /\/\*[^"]*"\//g; // of a regular expression
const address = "https://example.org/*"; /*
const gone = true; */
const shown = [page, pattern.source, address, "/**/", typeof gone];
/**
 * @license of nobody
 */
console.log(JSON.stringify(shown));
"""


def test_a_small_script_does_the_same(tmp_path: Path) -> None:
    (tmp_path / "tricky.js").write_text(TRICKY, encoding="utf-8")
    small = small_scripts(tmp_path, ["tricky.js"])["tricky.js"]
    said = run_node(["--input-type=module"], given=small)
    assert said == run_node(["--input-type=module"], given=TRICKY)
    assert "words at the beginning" in said
    assert len(small) < len(TRICKY) / 2
    assert not [comment for comment in ("several lines", "regular expression", "licen") if comment in small]


def test_a_fault_in_a_script_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.js").write_text("const a = ;\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"broken\.js is no JavaScript: .*, line 1, column 10"):
        small_scripts(tmp_path, ["broken.js"])


def test_no_published_script_of_ours_has_comments_or_gaps(site: Site) -> None:
    ours = [*site.folder.glob("*.js"), *site.folder.glob("assets/*.js"), *site.folder.glob("assets/offline/*/*.js"),
            *site.folder.glob("assets/wizard/*/*.js")]  # fmt: skip
    assert len(ours) > 25
    for path in ours:
        script = path.read_text(encoding="utf-8")
        assert "{{" not in script, path
        assert "/**" not in script, path
        # The words of a language, and the script.
        assert script.count("\n") <= 2, path


def test_both_scripts_that_spare_dear_data_agree_on_when() -> None:
    bodies: list[str] = []
    for name in ("wizard/browser/kept.js", "wizard/offline/keep.js"):
        script = (ROOT / name).read_text(encoding="utf-8")
        bodies += re.findall(r"function savesData\(\) \{\n(.*?)\n\}", script, re.DOTALL)
    assert len(bodies) == 2
    assert bodies[0] == bodies[1]
