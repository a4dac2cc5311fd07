"""How much there is of what, for the page on method. Counted at each build, never typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from wizard.core.fields import FIELDS
from wizard.core.routes.table import ROUTES
from wizard.languages import languages
from wizard.records.catalogue import LOCALE
from wizard.records.read import Facts
from wizard.records.shown import is_shown, shown_channels
from wizard.site.country_record import sources_of
from wizard.site.places import FOLDERS

_CASES = Path(__file__).resolve().parents[2] / "tests" / "core" / "cases"
_REACHES = ("phone", "short_code", "whatsapp", "sms", "email", "website", "address")


def _withheld(facts: Facts) -> int:
    """Ways to reach an office that are in the data and are not shown."""
    return sum(
        channel["type"] in _REACHES and channel not in shown_channels(record)
        for record in facts.records
        for channel in record.get("channels", [])
    )


def _cases(_: Facts) -> int:
    """Cases that were written by hand from the law."""
    files = sorted(_CASES.glob("*.yaml"))
    assert files, f"{_CASES} has no cases"
    return sum(len(re.findall(r"^  - name:", path.read_text(encoding="utf-8"), re.MULTILINE)) for path in files)


COUNTS: dict[str, Callable[[Facts], int]] = {
    "facts": lambda facts: sum(is_shown(record) for record in facts.records),
    "sources": lambda facts: len(sources_of(facts.records)),
    "ways_to_reach": lambda facts: sum(
        channel["type"] in _REACHES for record in facts.records for channel in shown_channels(record)
    ),
    "withheld": _withheld,
    "contradictions": lambda facts: sum(len(record.get("conflicts", [])) for record in facts.records),
    "not_known": lambda facts: sum(len(record.get("not_known", [])) for record in facts.records),
    "routes": lambda _: len(ROUTES),
    "answers": lambda _: len(FIELDS),
    "cases": _cases,
    "countries": lambda _: len(FOLDERS),
    "languages": lambda _: len(languages()),
}


@cache
def drafted(locale: str) -> tuple[int, int]:
    """Short texts of a language: how many are translated, and how many of these only a machine has written."""
    translated = machine = 0
    for path in (LOCALE / locale).rglob("*.po"):
        # Read as text: parsing all catalogues again would cost the build a second.
        entries = path.read_text(encoding="utf-8").split("\n\n")[1:]
        live = [entry for entry in entries if not re.search(r'^#~|^#,.*fuzzy|^msgstr ""\s*\Z', entry, re.MULTILINE)]
        translated += len(live)
        machine += sum("# machine-drafted" in entry for entry in live)
    return translated, machine
