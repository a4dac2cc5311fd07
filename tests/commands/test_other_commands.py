"""`fields`, `audit` and `messages`: what they list, in which order, and how they end."""

from __future__ import annotations

import json
import re

import pytest

from wizard.commands import main
from wizard.core.fields import FIELDS, NOT_ASKED
from wizard.records.messages import states
from wizard.records.read import read_facts


def test_fields_json_lists_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    """Every answer field with type, values and meaning; null stands for unknown."""
    assert main(["fields", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["fields"]
    assert [row["name"] for row in rows] == list(FIELDS)
    for row in rows:
        assert row["type"] == FIELDS[row["name"]][0]
        assert len(row["meaning"]) > 10, row["name"]
        assert row["unknown"] is None
        assert row["values"], row["name"]
        assert row["asked"] is (row["name"] not in NOT_ASKED)
    by_name = {row["name"]: row for row in rows}
    assert by_name["age"]["values"] == {"min": 0, "max": 120}
    assert by_name["german_level"]["values"][0] == "none"
    assert by_name["first_grant"]["default"] is True
    assert by_name["age_at_job_start"]["default_from"] == "age"
    assert by_name["entry_ban"]["assumed"] == "none"


def test_fields_text_names_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    """The text form has a line for each field."""
    assert main(["fields"]) == 0
    text = capsys.readouterr().out
    assert [name for name in FIELDS if not re.search(rf"^{name} \(", text, re.MULTILINE)] == []


def test_audit_is_oldest_first(capsys: pytest.CaptureFixture[str]) -> None:
    """What is due comes with its day, oldest first; doubtful facts are due before certain ones."""
    assert main(["audit", "--all", "--as-of", "2026-11-22"]) == 0
    *lines, last = capsys.readouterr().out.strip().splitlines()
    days = [line[:10] for line in lines]
    assert days == sorted(days)
    assert last == f"{len(lines)} to check."
    named = {line.split("  ")[-1].split(":")[0] for line in lines}
    assert all(name.endswith(".yaml") for name in named)
    assert len(lines) >= len(read_facts().records)


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        ("2027-02-20", {"low"}),
        ("2027-05-21", {"low", "medium"}),
        ("2027-11-22", {"low", "medium", "high"}),
    ],
)
def test_audit_by_confidence(day: str, kinds: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Ninety days after the check only low confidence is due, after half a year medium too, after a year all."""
    assert main(["audit", "--as-of", day]) == 0
    lines = capsys.readouterr().out.strip().splitlines()[:-1]
    found = {(line.split()[-2].strip("()"), line) for line in lines}
    assert {confidence for confidence, _ in found} >= kinds
    withheld = _withheld()
    for confidence, line in found:
        assert confidence in kinds or any(one in line for one in withheld), line


def _withheld() -> set[str]:
    """What is withheld, as the list names it: it is due as soon as what is doubtful."""
    found: set[str] = set()
    for record in read_facts().records:
        if record.get("withheld"):
            found.add(f"  {record.id}  ")
        channels = record.get("channels", [])
        found |= {f"{record.id}  {one['type']} {one['value']} (" for one in channels if one.get("withheld")}
    return found


def test_nothing_is_due_on_the_day_of_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    """On the day of the check the list is empty and says so."""
    oldest = min(record["checked"] for record in read_facts().records)
    assert main(["audit", "--as-of", oldest]) == 0
    assert capsys.readouterr().out.strip() == "Nothing is due."


def test_messages_status_counts_each_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    """One line per language and catalogue; exit 1 exactly if something is missing, outdated or orphaned."""
    code = main(["messages", "status"])
    lines = capsys.readouterr().out.strip().splitlines()
    rows = states()
    assert len(lines) == len(rows)
    open_points = sum(len(row.missing) + len(row.outdated) + len(row.orphaned) for row in rows)
    assert code == (1 if open_points else 0)
    for line, row in zip(lines, rows, strict=True):
        assert line.split()[:2] == [row.locale, row.catalogue]
        assert f"{len(row.missing)} missing" in line


def test_messages_status_long_names_each_open_text(capsys: pytest.CaptureFixture[str]) -> None:
    """With --long and --locale each text that is missing in that language is named."""
    main(["messages", "status", "--locale", "de", "--long"])
    text = capsys.readouterr().out
    for row in states(["de"]):
        for one in (*row.missing, *row.outdated, *row.orphaned):
            assert one in text


def test_no_command_is_no_plan(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command the usage is shown, exit code 2."""
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err
