"""wizard.core is what phones download: it imports the standard library only."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import wizard.core
from wizard.records.compile import compile_data

CORE = Path(wizard.core.__file__).parent
FILES = sorted(CORE.rglob("*.py"))
ROOT = CORE.parents[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_imports_are_standard_library_or_core(path: Path) -> None:
    """Every import of the file is of the standard library or of wizard.core, wherever in the file it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            found.add(node.module or "")
    foreign = {name for name in found if not name.startswith("wizard.core")}
    assert {name for name in foreign if name.split(".")[0] not in sys.stdlib_module_names} == set()


PROGRAM = """
import importlib, json, sys
root, folder, *names = sys.argv[1:]
assert not any("site-packages" in entry for entry in sys.path), sys.path
sys.path.insert(0, root)
for name in names:
    importlib.import_module(name)
from wizard.core.entry import advise, load
for part in ("common", "GH"):
    load(open(f"{folder}/{part}.json", encoding="utf-8").read())
answers = {"situation": "back_home", "nationality": "GH"}
answer = json.loads(advise(json.dumps({"answers": answers, "as_of": "2026-11-22", "plan": True})))
foreign = {name.split(".")[0] for name in sys.modules} - set(sys.stdlib_module_names) - {"wizard", "__main__"}
print(json.dumps({"foreign": sorted(foreign), "next": answer["next"], "steps": answer["plan_html"].count("<li"),
                  "html": answer["plan_html"][:18], "problems": answer["problems"]}))
"""


def test_runs_in_a_bare_interpreter(tmp_path: Path) -> None:
    """With no site-packages at all every module loads, and a question and a plan come out."""
    for name, country in (("common", None), ("GH", "GH")):
        (tmp_path / f"{name}.json").write_text(json.dumps(compile_data("en", country)), encoding="utf-8")
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in FILES]
    command = [sys.executable, "-S", "-I", "-c", PROGRAM, str(ROOT), str(tmp_path), *modules]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["foreign"] == []
    assert answer["next"] == "needs"
    assert answer["steps"] >= 5
    assert answer["html"].startswith("<div class")
    assert answer["problems"] == []
