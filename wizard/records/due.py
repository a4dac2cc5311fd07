"""When a fact is to be checked again: twelve months after the last check, or earlier when one of its amounts ends."""

from __future__ import annotations

from datetime import date

from wizard.records.read import Record
from wizard.records.shown import OLD_AFTER_MONTHS, told_period


def due_day(record: Record, today: date) -> str:
    """The day as YYYY-MM-DD. Amounts that have ended already do not count: they are not shown as valid any more."""
    ends = [told_period(record, figure, today) for figure in record.get("figures", {}).values()]
    days = [str(period["to"]) for period in ends if period and period.get("to")]
    known = [day for day in days if len(day) == 10 and day >= today.isoformat()]
    return min([_months_later(record["checked"], OLD_AFTER_MONTHS), *known])


def _months_later(day: str, months: int) -> str:
    year, month, rest = int(day[:4]), int(day[5:7]), day[8:]
    year, month = year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
    # Only 29 February can be missing: whole years are added.
    return f"{year}-03-01" if (month, rest) == (2, "29") and year % 4 else f"{year}-{month:02}-{rest}"
