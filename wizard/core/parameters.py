"""Dated figures: the value that holds on a day, or the last known one as orientation."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Row, Sequence


def valid(periods: Sequence[Row], day: str) -> Row | None:
    """The period that holds on `day` (YYYY-MM-DD), or None. Drafts never hold."""
    for period in periods:
        if (period.get("from") or "") <= day <= (period.get("to") or "9999") and not period.get("expected"):
            return period
    return None


def last_known(periods: Sequence[Row], day: str) -> Row | None:
    """The latest period that began before `day` and is no draft, or None: orientation, not a valid figure."""
    past = [p for p in periods if not p.get("expected") and (p.get("from") or "") <= day]
    return max(past, key=lambda p: p.get("from") or "") if past else None


def expected(periods: Sequence[Row], day: str) -> Row | None:
    """A draft or planned period for `day` or later, or None."""
    for period in periods:
        if period.get("expected") and (period.get("to") or "9999") >= day:
            return period
    return None
