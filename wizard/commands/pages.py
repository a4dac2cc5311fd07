"""`pages`: how far the translations of docs/ are, and noting which English text a translation was made from."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from wizard.languages import languages, source_language
from wizard.translation.stamp import CannotStamp, stamp
from wizard.translation.state import DOCS, PageState, page_names, states


def add(commands: Any) -> None:
    """Registers the command."""
    parser = commands.add_parser("pages", help="translated pages: list what is missing or outdated, or stamp them")
    what = parser.add_subparsers(dest="what", required=True)
    status = what.add_parser("status", help="missing, outdated, orphaned and damaged sections; exit 1 if there are any")
    status.add_argument("--locale", action="append", help="only this language (may be repeated)")
    status.add_argument("--long", action="store_true", help="list each section")
    status.set_defaults(run=run_status)
    stamping = what.add_parser("stamp", help="note that a translation was made from the English text of today")
    stamping.add_argument("locale")
    stamping.add_argument("page", nargs="?", help="for example returning/papers.md (default: all pages)")
    stamping.add_argument("--section", action="append", default=[], help="only this section id (may be repeated)")
    stamping.set_defaults(run=run_stamp)


def _unknown(locales: list[str]) -> bool:
    known = [row.locale for row in languages()]
    unknown = [locale for locale in locales if locale not in known]
    if unknown:
        print(f"No language {', '.join(unknown)} in wizard/languages.yaml. Known: {', '.join(known)}.", file=sys.stderr)
    return bool(unknown)


def _print(state: PageState, long: bool) -> None:
    print(
        f"{state.locale:6} {state.page:24} {state.sections:3} sections, {len(state.missing)} missing, "
        f"{len(state.outdated)} outdated, {len(state.orphaned)} orphaned, {len(state.damaged)} damaged"
    )
    for label in ("missing", "outdated", "orphaned", "damaged") if long else ():
        for row in getattr(state, label):
            print(f"    {label}: {row}")


def run_status(options: argparse.Namespace) -> int:
    """Prints one line per page."""
    if _unknown(options.locale or []):
        return 2
    open_points = 0
    for state in states(DOCS, options.locale):
        _print(state, options.long)
        open_points += state.open_points
    if open_points and not options.long:
        print("Add --long to see which sections.")
    return 1 if open_points else 0


def run_stamp(options: argparse.Namespace) -> int:
    """Stamps one page or all pages of a language."""
    if _unknown([options.locale]):
        return 2
    if options.locale == source_language().locale:
        print(f"{options.locale} is the source language: it needs no stamps.", file=sys.stderr)
        return 2
    if options.section and not options.page:
        print("Name the page the sections are in.", file=sys.stderr)
        return 2
    refused = False
    for page in [options.page] if options.page else page_names(DOCS, options.locale):
        try:
            changed = stamp(options.locale, page, options.section, DOCS)
        except CannotStamp as reason:
            print(reason, file=sys.stderr)
            refused = True
        else:
            done = f"{changed} sections stamped." if changed else "no change."
            print(f"{options.locale}/{page}: {done}")
    return 1 if refused else 0
