"""When a fact is to be checked again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wizard.records.due import due_day
from wizard.records.read import Record

DAY = date(2026, 11, 22)


def record(checked: str, *ends: str | None, kind: str = "fee") -> Record:
    periods: list[dict[str, Any]] = [{"from": "2020-01-01", "to": end, "value": 1} for end in ends]
    return Record(kind=kind, checked=checked, figures={str(i): {"periods": [p]} for i, p in enumerate(periods)})


@pytest.mark.parametrize(
    ("checked", "due"), [("2026-11-22", "2027-11-22"), ("2026-12-31", "2027-12-31"), ("2024-02-29", "2025-03-01")]
)
def test_contacts_are_due_after_twelve_months(checked: str, due: str) -> None:
    assert due_day(record(checked), DAY) == due


def test_an_amount_that_ends_earlier_is_due_when_it_ends() -> None:
    assert due_day(record("2026-11-22", "2026-12-31"), DAY) == "2026-12-31"
    assert due_day(record("2026-11-22", "2027-06-30", "2026-12-31", None), DAY) == "2026-12-31"
    assert due_day(record("2026-11-22", "2028-12-31"), DAY) == "2027-11-22"


def test_an_amount_that_has_ended_makes_nothing_due() -> None:
    assert due_day(record("2026-11-22", "2025-12-31"), DAY) == "2027-11-22"
    # A count of the past is still shown, with its time.
    assert due_day(record("2026-11-22", "2025-12-31", kind="deaths"), DAY) == "2027-11-22"
