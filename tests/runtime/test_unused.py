"""What was taken out of the wasm is missing loudly, and what stays is whole."""

from __future__ import annotations

import json
from pathlib import Path

from wizard.runtime import slim
from wizard.runtime.build import OUTPUT
from wizard.runtime.engine import run_node

HERE = Path(__file__).parent
ASKED = """
import sys
found = {"known": list(sys.builtin_module_names), "signature": str.join.__text_signature__, "errors": {}}
for name in ("unicodedata", "_decimal", "_socket", "ntpath", "runpy"):
    try:
        __import__(name)
    except ImportError as error:
        found["errors"][name] = str(error)
for code in ("big5", "shift_jis", "gb2312"):
    try:
        b"a".decode(code)
    except LookupError as error:
        found["errors"][code] = str(error)
import os
found["lines"] = [line for _, _, line in os.path.join.__code__.co_lines()][:2]
found["doc"] = os.path.join.__doc__
import json
json.dumps(found)
"""


def test_modules_that_went_are_unknown(tmp_path: Path) -> None:
    programs = tmp_path / "programs.json"
    programs.write_text(json.dumps([ASKED]), encoding="utf-8")
    (answer,) = json.loads(run_node([HERE / "run.mjs", OUTPUT, programs]))
    found = json.loads(answer["value"])
    assert not {"unicodedata", "_decimal", "_socket"} & set(found["known"])
    assert {"marshal", "math", "_json"} <= set(found["known"])
    gone = {"unicodedata", "_decimal", "_socket", "ntpath", "runpy", "big5", "shift_jis", "gb2312"}
    assert set(found["errors"]) == gone
    # Signatures stand before the sentences that went; of Python code only the documentation and columns went.
    assert found["signature"] == "($self, iterable, /)"
    assert found["lines"][0] > 50
    assert found["doc"] is None


def test_variables_are_followed_through_jumps() -> None:
    found = json.loads(run_node([HERE / "follow.mjs", slim.HERE]))
    assert found == {
        "stored": ["data"],
        "stored anew": [],
        "another base": ["slots"],
        "in one branch": ["data"],
        "in the other branch": [],
        "out of a block": ["data"],
        "jumped over": ["data"],
        "once round a loop": ["data"],
    }
