"""`plan`: the plan for a file of answers, as text or JSON (shape: wizard/commands/plan.schema.json)."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from wizard.commands.plan_text import plan_text
from wizard.core.answers import read_answers
from wizard.core.data import Data
from wizard.core.plan import COUNTRIES_WITH_DATA, make_plan
from wizard.languages import languages
from wizard.records.compile import compile_data


def add(commands: Any) -> None:
    """Registers the command."""
    parser = commands.add_parser("plan", help="make the plan for a file of answers")
    parser.add_argument("answers", help="JSON file with answers ({field: value}); - reads standard input")
    parser.add_argument("--as-of", metavar="DATE", help="day the plan is for, YYYY-MM-DD (default: today)")
    parser.add_argument("--lang", default="en", help="language of the plan (default: en)")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.set_defaults(run=run)


def load(locale: str) -> Data:
    """Texts and facts of all countries in one language."""
    data = Data()
    data.merge(compile_data(locale, None))
    for code in COUNTRIES_WITH_DATA:
        data.merge(compile_data(locale, code))
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which each field stands once; ValueError names the field that stands twice."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


class _Twice(ValueError):
    """A field that stands twice in the file of answers."""


def _wrong(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def run(options: argparse.Namespace) -> int:
    """Carries it out; returns the exit code."""
    known = [one.locale for one in languages()]
    if options.lang not in known:
        return _wrong(f"There is no language `{options.lang}`. Use one of: {', '.join(known)}.")
    try:
        day = date.fromisoformat(options.as_of) if options.as_of else date.today()
    except ValueError:
        return _wrong(f"`{options.as_of}` is not a day. Write --as-of as YYYY-MM-DD, for example 2026-01-31.")
    try:
        text = sys.stdin.read() if options.answers == "-" else Path(options.answers).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        return _wrong(f"The file {options.answers} cannot be read: {reason}.")
    try:
        raw = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        return _wrong(
            f"{options.answers}:{error.lineno}: this is not valid JSON ({error.msg}). "
            f"Check commas and quotes near column {error.colno}."
        )
    except _Twice as error:
        return _wrong(f"{options.answers}: the field `{error}` stands twice. Remove one of them.")
    except (RecursionError, ValueError):
        return _wrong(f"{options.answers}: these are no answers (nested too deep, or a number with too many digits).")
    given, problems = read_answers(raw)
    if problems:
        return _wrong("\n".join(problems))
    data = load(options.lang)
    plan = make_plan(data.case(given, day.isoformat()), data)
    if options.format == "json":
        print(json.dumps(plan, ensure_ascii=False, indent=2))
    else:
        print(plan_text(plan, data))
    return 0
