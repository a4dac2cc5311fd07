"""`python -m wizard check` on broken facts: file, line, record and the way to mend it; exit code 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import wizard
from wizard.commands import main

GOOD = """\
country: GH
records:
  - id: gh-office
    kind: contact
    role: ngo
    names:
      en: Office of Accra
    city: Accra
    texts:
      what: The office helps with papers. It charges {fee}.
    channels:
      - type: phone
        value: "+233 30 266 2777"
        sources: [page]
        checked: "2026-11-22"
        confidence: high
    figures:
      fee:
        label: Fee
        unit: GHS
        periods:
          - {from: "2025-01-01", to: "2025-12-31", value: 10, sources: [page]}
          - {from: "2026-01-01", value: 12, sources: [page]}
    sources:
      - id: page
        title: Page of the office
        url: https://example.org/office
        date: "2026-05"
    checked: "2026-11-22"
    confidence: high
  - id: gh-other
    kind: arrival
    topic: papers
    title: Identity card
    sources:
      - id: page
        title: Page of the office
        url: https://example.org/card
        date: unknown
    checked: "2026-11-22"
    confidence: medium
"""

# name -> (text in GOOD, what stands there instead, text on the line that is named, record, words of fault and remedy)
BROKEN: dict[str, tuple[str, str, str, str, tuple[str, ...]]] = {
    "missing source": (
        "    sources:\n      - id: page\n        title: Page of the office\n        url: https://example.org/card\n"
        "        date: unknown\n",
        "",
        "- id: gh-other",
        "gh-other",
        ("`sources` is missing", "Add `sources:`"),
    ),
    "future date": (
        '    checked: "2026-11-22"\n    confidence: high\n  -',
        '    checked: "2099-01-01"\n    confidence: high\n  -',
        'checked: "2099-01-01"',
        "gh-office",
        ("2099-01-01 lies in the future", "Write the day it was really checked"),
    ),
    "no day of the calendar": (
        '    checked: "2026-11-22"\n    confidence: high\n  -',
        '    checked: "2026-02-30"\n    confidence: high\n  -',
        'checked: "2026-02-30"',
        "gh-office",
        ("2026-02-30 is not a day", "YYYY-MM-DD"),
    ),
    "unknown country": ("country: GH", "country: GX", "country: GX", "", ("`GX` is not allowed", "Use one of: AF, EG")),
    "phone one digit short": (
        "+233 30 266 2777",
        "+233 30 266 277",
        'value: "+233 30 266 277"',
        "gh-office",
        ("+233 30 266 277", "Compare it with the source"),
    ),
    "phone one digit long": (
        "+233 30 266 2777",
        "+233 30 266 27777",
        'value: "+233 30 266 27777"',
        "gh-office",
        ("+233 30 266 27777", "Compare it with the source"),
    ),
    "duplicate id": (
        "id: gh-other",
        "id: gh-office",
        "",
        "gh-office",
        ("already used in", ":3", "Give one of them another id"),
    ),
    "overlapping period": (
        'to: "2025-12-31"',
        'to: "2026-01-01"',
        '{from: "2026-01-01", value: 12',
        "gh-office",
        ("overlap", "End the first one the day before"),
    ),
    "period turned round": (
        'from: "2025-01-01", to: "2025-12-31"',
        'from: "2025-12-31", to: "2025-01-01"',
        '{from: "2025-12-31"',
        "gh-office",
        ("ends before it starts", "Swap"),
    ),
    "broken YAML": ("    kind: contact", "    kind: contact: no", "kind: contact: no", "", ("not valid YAML", "Check")),
    "tab indentation": ("    city: Accra", "\tcity: Accra", "\tcity: Accra", "", ("not valid YAML", "indentation")),
    "amount in prose": (
        "It charges {fee}.",
        "It charges 12 cedis.",
        "what: The office",
        "gh-office",
        ("an amount", "12 cedis", "Put it into `figures`"),
    ),
    "phone number in prose": (
        "It charges {fee}.",
        "Call +233 30 266 2777.",
        "what: The office",
        "gh-office",
        ("a phone number", "`channels`"),
    ),
    "figure that is not there": (
        "{fee}.",
        "{price}.",
        "what: The office",
        "gh-office",
        ("{price}", "Figures here: fee"),
    ),
    "duplicate key": (
        "    city: Accra",
        "    city: Accra\n    city: Tema",
        "city: Tema",
        "",
        ("`city` stands twice", "Remove"),
    ),
    "unknown source id": (
        "        sources: [page]\n",
        "        sources: [pages]\n",
        "sources: [pages]",
        "gh-office",
        ("`pages` is not listed", "page"),
    ),
    "misspelt key": (
        "    city: Accra",
        "    town: Accra",
        "- id: gh-office",
        "gh-office",
        ("town", "correct its spelling"),
    ),
    "unknown role": ("role: ngo", "role: shop", "role: shop", "gh-office", ("`shop` is not allowed", "Use one of:")),
    "short code in letters": (
        'type: phone\n        value: "+233 30 266 2777"',
        "type: short_code\n        value: help",
        "value: help",
        "gh-office",
        ("not a short code", "two to six digits"),
    ),
}


def folder(tmp_path: Path, text: str) -> Path:
    """A facts folder with one file."""
    path = tmp_path / "wizard" / "facts"
    path.mkdir(parents=True)
    (path / "ghana.yaml").write_text(text, encoding="utf-8")
    return path


def test_good_facts_have_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file the broken ones are made from is fine."""
    assert main(["check", str(folder(tmp_path, GOOD))]) == 0
    assert capsys.readouterr().out == "1 files read, no fault.\n"


@pytest.mark.parametrize("name", BROKEN)
def test_fault_is_named(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The fault is named with file, line, record and the way to mend it, and nothing else is blamed."""
    old, new, on_line, record, parts = BROKEN[name]
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    assert main(["check", str(folder(tmp_path, text))]) == 1
    *faults, last = capsys.readouterr().out.strip().splitlines()
    assert last == f"1 files read, {len(faults)} faults."
    line = next((n for n, row in enumerate(text.splitlines(), 1) if on_line and on_line in row), 0)
    hits = [fault for fault in faults if all(part in fault for part in parts)]
    assert hits, faults
    for hit in hits:
        assert hit.startswith("wizard/facts/ghana.yaml:")
        assert not line or hit.startswith(f"wizard/facts/ghana.yaml:{line}:"), hit
        assert not record or f" record {record}:" in hit
    assert len(faults) == 1 or name in ("unknown country",), faults


def test_duplicate_id_in_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same id in two files: the second one is named, with the place of the first."""
    path = folder(tmp_path, GOOD)
    (path / "togo.yaml").write_text(GOOD.replace("gh-office", "gh-shop"), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    faults = capsys.readouterr().out.splitlines()[:-1]
    assert len(faults) == 1
    assert faults[0].startswith("wizard/facts/togo.yaml:")
    assert "wizard/facts/ghana.yaml:" in faults[0]


def test_several_faults_come_in_the_order_of_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One run names all faults of a file."""
    text = GOOD.replace("role: ngo", "role: shop").replace("+233 30 266 2777", "+233 30").replace("{fee}", "5 EUR")
    assert main(["check", str(folder(tmp_path, text))]) == 1
    faults = capsys.readouterr().out.splitlines()[:-1]
    lines = [int(fault.split(":")[1]) for fault in faults]
    assert len(faults) >= 3
    assert lines == sorted(lines)


def test_check_of_the_real_facts_in_a_new_process() -> None:
    """The facts of the repository have no fault."""
    code, out, err = wizard("check")
    assert (code, err) == (0, "")
    assert out.endswith("no fault.\n")


def test_check_of_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong folder gives one sentence, exit code 2."""
    assert main(["check", "no/such/folder"]) == 2
    assert "no/such/folder is not a folder" in capsys.readouterr().err
