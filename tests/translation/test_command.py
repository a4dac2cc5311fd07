"""`python -m wizard pages`: exit codes and messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.pages import ENGLISH, folder
from wizard.commands import main


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = folder(tmp_path, english=ENGLISH.replace("a photo", "two photos"))
    monkeypatch.setattr("wizard.commands.pages.DOCS", made)
    return made


def test_status_lists_and_fails(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pages", "status", "--locale", "de", "--long"]) == 1
    assert "    outdated: papers" in capsys.readouterr().out


def test_stamp_mends(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pages", "stamp", "de", "home.md"]) == 0
    assert "1 sections stamped" in capsys.readouterr().out
    assert main(["pages", "status", "--locale", "de"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["status", "--locale", "xx"], "No language xx"),
        (["stamp", "xx"], "No language xx"),
        (["stamp", "en"], "source language"),
        (["stamp", "de", "--section", "papers"], "Name the page"),
    ],
)
def test_wrong_input_is_said(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pages", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_unknown_page_is_said(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pages", "stamp", "de", "none.md"]) == 1
    assert "There is no page" in capsys.readouterr().err
