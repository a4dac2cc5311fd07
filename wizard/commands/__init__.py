"""Command line: one file per command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from wizard.commands import audit, check, fields, messages, pages, plan


def main(arguments: Sequence[str]) -> int:
    """Runs one command. Exit codes: 0 fine, 1 faults found, 2 wrong input."""
    parser = argparse.ArgumentParser(prog="python -m wizard", description="Facts, rules and plans of Wegweiser.")
    commands = parser.add_subparsers(dest="command", required=True)
    for module in (check, audit, plan, fields, messages, pages):
        module.add(commands)
    options = parser.parse_args(arguments)
    return int(options.run(options))
