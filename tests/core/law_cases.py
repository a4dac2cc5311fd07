"""Reads the cases written against the law (tests/core/cases), one per value where a case has `each`.

`expect` names verdicts, `way` the variant that comes closest, `pending` all that an authority still has to settle.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("cases")

LawCase = dict[str, Any]


def _expanded(case: LawCase) -> list[LawCase]:
    """The case itself, or one for each value of the field named in `each` (lists in it are joined)."""
    if "each" not in case:
        return [case]
    ((field, values),) = case["each"].items()
    flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
    return [
        {
            **{key: value for key, value in case.items() if key != "each"},
            "name": f"{case['name']}: {value}",
            "answers": {**case["answers"], field: value},
        }
        for value in flat
    ]


def read_cases() -> list[LawCase]:
    """All cases, with the file they stand in as the beginning of their name."""
    return [
        {**one, "name": f"{path.stem}: {one['name']}"}
        for path in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
        for one in _expanded(case)
    ]
