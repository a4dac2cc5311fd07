"""The list of what changed: every slip is named, and the list of this checkout has none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wizard.records.changes import change_faults, read_changes
from wizard.records.read import Record, read_facts

TODAY = date(2026, 11, 22)
RECORDS = {
    "gh-police": Record(id="gh-police", channels=[{"type": "phone", "value": "191"}]),
    "gh-old": Record(id="gh-old", channels=[{"type": "phone", "value": "0800 1", "withheld": {"reason": "x"}}]),
}
GOOD = "{records: [gh-police], how: replaced, what: phone, old: '1', new: '191', why: newer_source}"


def faults(tmp_path: Path, row: str, day: str = "2026-11-22") -> list[str]:
    (tmp_path / "changes.yaml").write_text(f"days:\n  - date: '{day}'\n    changes:\n      - {row}\n", encoding="utf-8")
    return [str(fault) for fault in change_faults(tmp_path, RECORDS, TODAY)]


def test_good_row(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("row", "day", "named"),
    [
        (GOOD.replace("gh-police", "gh-polise"), "2026-11-22", "There is no record `gh-polise`"),
        (GOOD, "2026-11-23", "lies in the future"),
        (GOOD.replace(", new: '191'", ""), "2026-11-22", "`new` is missing"),
        (GOOD.replace("newer_source", "because"), "2026-11-22", "because"),
        (GOOD.replace("gh-police", "gh-old").replace("'1'", "0800 1"), "2026-11-22", "is withheld"),
        (GOOD.replace(", why: newer_source", ""), "2026-11-22", "why"),
        (GOOD.replace("}", ", note: x}"), "2026-11-22", "note"),
    ],
)
def test_slips_are_named_with_their_line(tmp_path: Path, row: str, day: str, named: str) -> None:
    found = faults(tmp_path, row, day)
    assert len(found) == 1
    assert named in found[0]
    assert "changes.yaml:" in found[0]


def test_a_folder_without_the_list_has_no_fault(tmp_path: Path) -> None:
    assert list(change_faults(tmp_path, RECORDS, TODAY)) == []


def test_own_list_is_newest_first_and_names_records_there_are() -> None:
    facts, days = read_facts(), read_changes()
    assert [day.date for day in days] == sorted((day.date for day in days), reverse=True)
    assert all(facts.has(one) for day in days for change in day.changes for one in change.records)


def test_what_is_taken_off_is_not_repeated() -> None:
    rows = [change for day in read_changes() for change in day.changes if change.how == "withheld"]
    assert rows
    assert all(change.old is None and change.new is None for change in rows)
