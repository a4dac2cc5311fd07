"""`messages`: keep the PO catalogues in step, and say how far each language is."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from wizard.languages import languages
from wizard.records.messages import states, update


def add(commands: Any) -> None:
    """Registers the command."""
    parser = commands.add_parser("messages", help="translation catalogues: update them, or list what is missing")
    parser.add_argument("what", choices=["update", "status"])
    parser.add_argument("--locale", action="append", help="only this language (may be repeated)")
    parser.add_argument("--long", action="store_true", help="status: list each message")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carries it out; returns the exit code."""
    known = [one.locale for one in languages()]
    for locale in options.locale or []:
        if locale not in known:
            print(f"There is no language `{locale}`. Use one of: {', '.join(known)}.", file=sys.stderr)
            return 2
    if options.what == "update":
        print(f"{update(options.locale)} catalogues written.")
        return 0
    open_messages = 0
    for state in states(options.locale):
        print(
            f"{state.locale:6} {state.catalogue:32} {state.total:4} texts, {len(state.missing)} missing, "
            f"{len(state.outdated)} outdated, {len(state.orphaned)} orphaned, {state.machine_drafted} machine-drafted"
        )
        open_messages += len(state.missing) + len(state.outdated) + len(state.orphaned)
        if options.long:
            for label, rows in (("missing", state.missing), ("outdated", state.outdated), ("orphaned", state.orphaned)):
                for row in rows:
                    print(f"    {label}: {row}")
    return 1 if open_messages else 0
