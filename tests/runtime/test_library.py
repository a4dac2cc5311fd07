"""The small standard library: what phones lack fails loudly, what they have says what Python says."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.core.law_cases import read_cases
from tests.core.people import PEOPLE
from tests.site.conftest import Site, site
from wizard.core import entry
from wizard.runtime import library
from wizard.runtime.build import OUTPUT, ROOT
from wizard.runtime.engine import read_engine, run_node
from wizard.runtime.manifest import read_manifest

__all__ = ["site"]

HERE = Path(__file__).parent
DAY = "2026-11-22"
CASES = [{"answers": one["answers"], "as_of": str(one.get("as_of", DAY)), "plan": True} for one in read_cases()]
CASES += [{"answers": answers, "as_of": DAY, "plan": True} for _, answers in PEOPLE.values()]
# By turns, so that parts run beside each other and take equally long.
PARTS = 4

VALUES: list[Any] = [
    None, True, 0, -1, 10**30, 0.1, 1e300, 5e-324, 1e16, -0.0, "", 'a"b\\c/\n\t\x00\x1f\x7f', "ü ע 漢 😀 \u2028",
    [], {}, [[], [None, 1.5]], {"1": {"ü": ["x"]}, "": False}, "NaN",
]  # fmt: skip
NO_JSON = ["", " ", "{", '{"a"}', '{"a": }', "[1,]", '"\n"', '"\\u12"', "nul", "1 2", "{} x", '{"a": 1,}', "'a'"]


def on_the_phone(programs: list[str], folder: Path, python: Path = OUTPUT) -> list[dict[str, Any]]:
    """What JavaScript gets from each of these programs, run in one small Python (or in that other one)."""
    file = folder / "programs.json"
    file.write_text(json.dumps(programs), encoding="utf-8")
    return json.loads(run_node([HERE / "run.mjs", python, file]).splitlines()[-1])


@pytest.mark.parametrize("part", range(PARTS))
def test_every_law_case_gets_the_same_answer_on_the_phone(part: int, site: Site, tmp_path: Path) -> None:
    data = next((site.folder / "assets" / "wizard").glob("data.en.*.txt"))
    asked = CASES[part::PARTS]
    requests = tmp_path / "requests.json"
    requests.write_text(json.dumps(asked), encoding="utf-8")
    digests = run_node([HERE / "digests.mjs", OUTPUT, data, requests]).split()
    for line in data.read_text(encoding="utf-8").splitlines():
        entry.load(line[line.index("{") :])
    for request, digest in zip(asked, digests, strict=True):
        assert digest == hashlib.sha256(entry.advise(json.dumps(request)).encode()).hexdigest(), request


def test_error_of_the_rules_reaches_javascript_with_its_place(tmp_path: Path) -> None:
    advise = "import wizard.core.entry as entry; entry.advise({})"
    missing, no_json, chained, deep, memory, after = on_the_phone(
        [
            advise.format("'{}'"),
            advise.format("'{'"),
            "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError('ü ' + 'x' * 5000) from error",
            "def f():\n    f()\nf()",
            "raise MemoryError",
            "1 + 1",
        ],
        tmp_path,
    )
    kinds = ["KeyError", "JSONDecodeError", "ValueError", "RecursionError"]
    for error, kind in zip((missing, no_json, chained, deep), kinds, strict=True):
        assert error["is_error"]
        assert (error["error"], error["type"]) == ("PythonError", kind)
        assert error["message"].startswith("Traceback (most recent call last):\n")
    assert "wizard/core/entry.py" in missing["message"]
    assert ", in advise\n" in missing["message"]
    assert missing["message"].rstrip().endswith("KeyError: 'as_of'")
    assert "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)" in no_json["message"]
    assert "ZeroDivisionError: division by zero\n\nThe above exception was the direct cause" in chained["message"]
    assert chained["message"].rstrip().endswith("ValueError: ü " + "x" * 5000)
    # wizard/browser/worker.js tells people of too little memory by this word.
    assert "memory" in memory["message"].lower()
    assert after == {"value": 2}


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import asyncio; asyncio.run", "asyncio.run"),
        ("import typing; typing.Any", "typing.Any"),
        ("from typing import Any", "typing.Any"),
        ("import traceback; traceback.format_exc()", "traceback.format_exc"),
        ("import inspect; inspect.signature", "signature"),
        ("from collections import namedtuple", "collections.namedtuple"),
        ("import re", "No module named 're'"),
        ("import asyncio.events", "No module named 'asyncio.events'"),
        ("import datetime", "No module named 'datetime'"),
    ],
)
def test_what_phones_lack_fails_loudly(program: str, said: str, tmp_path: Path) -> None:
    (result,) = on_the_phone([program], tmp_path)
    assert result["type"] == "ModuleNotFoundError"
    assert said in result["message"]


def test_code_gives_what_its_last_line_is(tmp_path: Path) -> None:
    programs = ["1 + 1", "x = 5", "x", "import sys; sys.path[0]", "", "def f():\n    return 'ü'\nf()", "None", "f"]
    results = on_the_phone([*programs[:-1], "1 +"], tmp_path)
    assert [row.get("value") for row in results[:-1]] == [2, None, 5, "/lib/wizard.whl", None, "ü", None]
    assert results[-1]["type"] == "SyntaxError"


def test_json_is_written_and_read_as_python_does(tmp_path: Path) -> None:
    texts = [json.dumps(value) for value in VALUES]
    texts += [json.dumps(value, ensure_ascii=False, indent=2) + " \n" for value in VALUES] + [" \t[ 1 , 2 ]\r\n"]
    texts += ["NaN", "-Infinity", "1E5", "-0", "1.10", '"\\ud83d\\ude00 \\ud800"', '{"a": 1, "a": 2}']
    there_and_back = f"import json; json.dumps([json.dumps(json.loads(text)) for text in {texts!r}])"
    failing = [f"json.loads({text!r})" for text in NO_JSON]
    circle = "row = []; row.append(row); json.dumps(row)"
    programs = [there_and_back, *failing, circle, "json.dumps({'a': {1, 2}})", "json.dumps({(): 1})"]
    ours = on_the_phone(programs, tmp_path)
    pythons = on_the_phone(programs, tmp_path, read_engine().folder)
    assert ours[0] == pythons[0]
    assert len(json.loads(ours[0]["value"])) == len(texts)
    for program, own, other in zip(programs[1:], ours[1:], pythons[1:], strict=True):
        assert own["type"] == other["type"], program
        assert own["message"].splitlines()[-1] in other["message"], program


@pytest.mark.parametrize("call", ["json.loads(b'1')", "json.dumps(1, indent=2)", "json.loads(None)"])
def test_json_refuses_what_it_cannot(call: str, tmp_path: Path) -> None:
    (result,) = on_the_phone([f"import json; {call}"], tmp_path)
    assert result["type"] == "TypeError"


def test_archive_is_small_and_says_whose_it_is() -> None:
    file = read_manifest(OUTPUT / "manifest.json").files["python_stdlib.zip"]
    assert file.brotli <= 20_000
    archive = zipfile.ZipFile(OUTPUT / "files" / file.path)
    assert all(name.endswith(".pyc") for name in archive.namelist() if name != "NOTICE.txt")
    notice = archive.read("NOTICE.txt").decode()
    assert all(word in notice for word in ("Mozilla Public License 2.0", "Modified", "PSF License"))
    third = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert "wizard/runtime/library/" in third


def test_each_file_of_pyodide_that_we_replace_is_watched() -> None:
    ours = {path.relative_to(library.INSTEAD).as_posix() for path in library.INSTEAD.rglob("*.py")}
    watched = {line.split()[1] for line in library.listed(library.ORIGINALS)}
    assert {name for name in ours if name.split("/")[0] in ("_pyodide", "pyodide")} <= watched


@pytest.mark.parametrize("changed", ["_pyodide/_base.py", "json/encoder.py"])
def test_another_library_is_refused(changed: str, tmp_path: Path) -> None:
    stock = read_engine().folder / "python_stdlib.zip"
    with zipfile.ZipFile(stock) as old, zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        for name in old.namelist():
            other.writestr(name, old.read(name) + b"# changed" if name == changed else old.read(name))
    with pytest.raises(SystemExit, match=f"{changed} of this Pyodide is not the one"):
        library.write_library(tmp_path / "other.zip", tmp_path / "small.zip")


def test_library_without_a_file_is_refused(tmp_path: Path) -> None:
    stock = read_engine().folder / "python_stdlib.zip"
    with zipfile.ZipFile(stock) as old, zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        for name in old.namelist():
            if name != "pyodide/webloop.py":
                other.writestr(name, old.read(name))
    with pytest.raises(SystemExit, match=r"webloop\.py .* check sum in originals\.txt to none"):
        library.write_library(tmp_path / "other.zip", tmp_path / "small.zip")
