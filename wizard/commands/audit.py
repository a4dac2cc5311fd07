"""`audit`: what is due for checking, oldest first."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from wizard.records.read import read_facts


def add(commands: Any) -> None:
    """Registers the command."""
    parser = commands.add_parser("audit", help="list what is due for checking, oldest first")
    parser.add_argument("--as-of", metavar="DATE", help="default: today")
    parser.add_argument("--all", action="store_true", help="also what is not due yet")
    parser.set_defaults(run=run)


def due(checked: str, confidence: str, withheld: bool) -> int:
    """Days after which a fact is to be checked again: sooner where less is known."""
    return 90 if withheld or confidence == "low" else 180 if confidence == "medium" else 365


def run(options: argparse.Namespace) -> int:
    """Carries it out; returns the exit code."""
    try:
        today = date.fromisoformat(options.as_of) if options.as_of else date.today()
    except ValueError:
        print(f"`{options.as_of}` is not a day. Write --as-of as YYYY-MM-DD, for example 2026-01-31.", file=sys.stderr)
        return 2
    rows: list[tuple[date, int, str, str, str]] = []
    for record in read_facts().records:
        items = [(record["checked"], record["confidence"], bool(record.get("withheld")), "record")]
        for channel in record.get("channels", []):
            label = f"{channel['type']} {channel['value']}"
            items.append((channel["checked"], channel["confidence"], bool(channel.get("withheld")), label))
        for checked, confidence, withheld, label in items:
            day = date.fromisoformat(checked)
            left = due(checked, confidence, withheld) - (today - day).days
            if left <= 0 or options.all:
                rows.append((day, left, f"{record.file}:{record.line}", record.id, f"{label} ({confidence})"))
    for day, left, place, record_id, label in sorted(rows):
        when = f"due since {-left} days" if left <= 0 else f"due in {left} days"
        print(f"{day.isoformat()}  {when:>20}  {record_id}  {label}  {place}")
    print(f"{len(rows)} to check." if rows else "Nothing is due.")
    return 0
