"""Reads the cases written against the law (tests/core/cases), one per value where a case has `each`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("cases")

LawCase = dict[str, Any]


def _expanded(case: LawCase) -> list[LawCase]:
    """The case itself, or one for each value of the field named in `each`."""
    if "each" not in case:
        return [case]
    ((field, values),) = case["each"].items()
    return [
        {
            **{key: value for key, value in case.items() if key != "each"},
            "name": f"{case['name']}: {value}",
            "answers": {**case["answers"], field: value},
        }
        for value in values
    ]


def read_cases() -> list[LawCase]:
    """All cases, with the file they stand in as the beginning of their name."""
    return [
        {**one, "name": f"{path.stem}: {one['name']}"}
        for path in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
        for one in _expanded(case)
    ]
