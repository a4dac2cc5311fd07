"""`check`: every fault in the facts, with the way to mend it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from wizard.records.check import check_facts
from wizard.records.read import fact_paths


def add(commands: Any) -> None:
    """Registers the command."""
    parser = commands.add_parser("check", help="check the facts; exit 1 if there is a fault")
    parser.add_argument("folder", nargs="?", type=Path, help="folder with facts files (default: wizard/facts)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Carries it out; returns the exit code."""
    if options.folder is not None and not options.folder.is_dir():
        print(f"{options.folder} is not a folder. Name a folder with facts files.", file=sys.stderr)
        return 2
    faults = check_facts(options.folder)
    for fault in faults:
        print(fault)
    count = len(list(fact_paths(options.folder) if options.folder else fact_paths()))
    print(f"{count} files read, {len(faults)} faults." if faults else f"{count} files read, no fault.")
    return 1 if faults else 0
