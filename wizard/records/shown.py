"""What may reach a visitor: never a withheld or doubtful number, never an old fact without a mark."""

from __future__ import annotations

from datetime import date
from typing import Any

from wizard.records.phones import format_phone, region

__all__ = [
    "confirmed_contact",
    "format_phone",
    "is_old",
    "is_shown",
    "region",
    "shown_channels",
    "told_period",
    "valid_period",
]

CALLS = ("phone", "short_code", "whatsapp", "sms")
REACHES = (*CALLS, "email", "website", "address")
OLD_AFTER_MONTHS = 12


def is_shown(record: dict[str, Any]) -> bool:
    """False for withheld records and for what only counsellors may use."""
    return not record.get("withheld") and record.get("role") != "counsellors_only"


def shown_channels(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Channels a visitor may use: not withheld, not of low confidence."""
    if not is_shown(record):
        return []
    return [c for c in record.get("channels", []) if not c.get("withheld") and c["confidence"] != "low"]


def confirmed_contact(record: dict[str, Any]) -> bool:
    """True if there is at least one way to reach it that may be shown."""
    return any(channel["type"] in REACHES for channel in shown_channels(record))


def is_old(checked: str, today: date) -> bool:
    """True if the check is more than twelve months ago."""
    year, month, day = (int(part) for part in checked.split("-"))
    return (today.year - year) * 12 + today.month - month - (today.day < day) >= OLD_AFTER_MONTHS


# Counts and observations: what was found for a past time stays true for that time, and is shown with it.
OBSERVED = (
    "deaths",
    "protection_rate",
    "statistic",
    "price",
    "campaign",
    "risk",
    "safe_country",
    "job",
    "note",
    "country",
)


def told_period(record: dict[str, Any], figure: dict[str, Any], day: date) -> dict[str, Any] | None:
    """The period to show: the one that holds on `day`, or for counts of the past the latest one."""
    holding = valid_period(figure, day)
    if holding is not None or record["kind"] not in OBSERVED:
        return holding
    past = [p for p in figure["periods"] if not p.get("expected") and (p.get("to") or "") < day.isoformat()]
    return max(past, key=lambda p: p.get("to") or "", default=None)


def valid_period(figure: dict[str, Any], day: date) -> dict[str, Any] | None:
    """The period of a figure that holds on `day`; drafts never hold."""
    iso = day.isoformat()
    for period in figure["periods"]:
        if (period.get("from") or "") <= iso <= (period.get("to") or "9999") and not period.get("expected"):
            return period
    return None
