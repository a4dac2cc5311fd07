"""`fields`: every answer field with its type, values and meaning."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

from wizard.core.fields import ASSUMED, DEFAULT_FROM, DEFAULTS, FIELDS, LEVELS, NOT_ASKED

_MEANINGS = Path(__file__).with_name("field_meanings.yaml")
_FORMS = {
    "isco08": "ISCO-08 code, 1 to 4 digits",
    "date": "YYYY-MM-DD",
    "country": "two-letter country code, XK for Kosovo",
    "text": "text of at most 80 characters",
}


def add(commands: Any) -> None:
    """Registers the command."""
    parser = commands.add_parser("fields", help="list every answer field")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.set_defaults(run=run)


def rows() -> list[dict[str, Any]]:
    """One row per field: name, type, values, meaning, default, asked. null is allowed for every field."""
    meanings = yaml.safe_load(_MEANINGS.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = []
    for name, (kind, allowed) in FIELDS.items():
        values: Any = _FORMS.get(kind)
        if kind in ("enum", "set"):
            values = list(allowed)
        elif kind == "level":
            values = list(LEVELS)
        elif kind in ("integer", "number"):
            values = {"min": allowed[0], "max": allowed[1]}
        elif kind == "boolean":
            values = [True, False]
        row = {
            "name": name,
            "type": kind,
            "values": values,
            "meaning": meanings[name],
            "unknown": None,
            "asked": name not in NOT_ASKED,
        }
        if name in DEFAULTS:
            row["default"] = DEFAULTS[name]
        if name in DEFAULT_FROM:
            row["default_from"] = DEFAULT_FROM[name]
        if name in ASSUMED:
            row["assumed"] = ASSUMED[name]
        found.append(row)
    return found


def run(options: argparse.Namespace) -> int:
    """Carries it out; returns the exit code."""
    if options.format == "json":
        print(json.dumps({"fields": rows()}, ensure_ascii=False, indent=2))
        return 0
    for row in rows():
        values = row["values"]
        shown = ", ".join(map(str, values)) if isinstance(values, list) else values
        print(f"{row['name']} ({row['type']}): {row['meaning']}\n    {shown}")
    return 0
