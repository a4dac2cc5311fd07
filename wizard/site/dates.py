"""Days and opening hours as a reader of the page's language writes them."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime

from babel.dates import format_date, format_skeleton, get_day_names

from wizard.records.amounts import cldr

_DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
_TIMES = r"(?P<times>\d\d:\d\d-\d\d:\d\d(?:,\s*\d\d:\d\d-\d\d:\d\d)*)"
_RULE = re.compile(r"^(?:(?P<days>(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)[-,]?)+)\s+)?" + _TIMES + "$")


def build_day() -> date:
    """Day of the build; SOURCE_DATE_EPOCH sets it for builds that can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()


def day_text(day: str, locale: str) -> str:
    """`2026-11-22` -> 22 November 2026; `2026-11` -> November 2026; `2026` stays."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return day
    if len(parts) == 2:
        return str(format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=cldr(locale)))
    return str(format_date(date(parts[0], parts[1], parts[2]), format="long", locale=cldr(locale)))


def hours_text(value: str, locale: str) -> str | None:
    """`Mo-Fr 09:00-11:00; Sa ...` with day names of that language; None if it is written otherwise."""
    names = get_day_names("wide", locale=cldr(locale))
    rules: list[str] = []
    for part in value.split(";"):
        match = _RULE.match(part.strip())
        if not match:
            return None
        days = re.sub("|".join(_DAYS), lambda m: str(names[_DAYS.index(m.group())]), (match["days"] or "").rstrip("-,"))
        days = days.replace("-", " – ").replace(",", ", ")
        # The times stand isolated: in right-to-left text their order would turn round.
        times = match["times"].replace("-", "–").replace(",", ", ")
        rules.append(f"{days}: \u2066{times}\u2069" if days else f"\u2066{times}\u2069")
    return "; ".join(rules)
