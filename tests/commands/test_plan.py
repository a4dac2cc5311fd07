"""`python -m wizard plan`: text and JSON, dates and languages, and one clear sentence for wrong input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import wizard.commands.plan as plan_command
from tests.commands.running import wizard
from wizard.commands import main
from wizard.records.compile import all_facts

BLUE = {
    "situation": "thinking_of_leaving",
    "nationality": "PK",
    "residence_country": "PK",
    "age": 30,
    "highest_qualification": "academic",
    "recognition_status": "comparable_degree",
    "job_offer": "qualified",
    "occupation_isco08": "2411",
    "contract_months": 24,
    "profession_regulated": False,
    "degree_age_years": 9,
    "salary_gross_year": 49000,
}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A file with answers of somebody with an offer that pays 49,000 euros."""
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(BLUE), encoding="utf-8")
    return path


def made(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    """The plan as JSON."""
    assert main(["plan", str(path), "--format", "json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def blue_card(plan: dict[str, Any]) -> dict[str, Any]:
    """The row of the Blue Card."""
    return next(row for row in plan["routes"] if row["id"] == "eu_blue_card")


def test_json_fits_the_published_schema(answers: Path) -> None:
    """The JSON of a new process is the plan as documented in plan.schema.json."""
    code, out, err = wizard("plan", str(answers), "--format", "json", "--as-of", "2026-11-22")
    assert (code, err) == (0, "")
    schema = json.loads(Path(plan_command.__file__).with_name("plan.schema.json").read_text(encoding="utf-8"))
    faults = [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(out))]
    assert faults == []
    assert json.loads(out)["as_of"] == "2026-11-22"


def test_answers_from_standard_input() -> None:
    """A single dash reads the answers from standard input."""
    code, out, err = wizard("plan", "-", "--format", "json", stdin='{"situation": "back_home", "nationality": "XK"}')
    assert (code, err) == (0, "")
    assert json.loads(out)["country"] == "XK"


def test_text_has_steps_contacts_and_sources(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text form numbers the steps and names contacts, sources and verdicts."""
    assert main(["plan", str(answers), "--as-of", "2026-11-22"]) == 0
    text = capsys.readouterr().out
    plan = made(answers, capsys, "--as-of", "2026-11-22")
    for number, step in enumerate(plan["steps"], 1):
        assert f"{number}. {step['title']}" in text
    for contact in plan["contacts"]:
        assert contact["name"] in text
    assert plan["steps"][-1]["sources"][0]["title"].split()[0] in text
    assert "{" not in text


def test_the_figure_of_the_day_counts(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """49,000 euros are enough for the Blue Card on the last day of 2025 and not on the first of 2026."""
    old = blue_card(made(answers, capsys, "--as-of", "2025-12-31"))
    new = blue_card(made(answers, capsys, "--as-of", "2026-01-01"))
    assert (old["verdict"], new["verdict"]) == ("open", "nearly")
    assert "48,300" in next(one["text"] for one in old["reasons"] if one["rule"] == "salary")
    assert "50,700" in next(one["text"] for one in new["reasons"] if one["rule"] == "salary")


def test_a_year_without_figures_says_so(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For 2027 the limit counts as not known; the last known and the expected one are named as such."""
    row = blue_card(made(answers, capsys, "--as-of", "2027-01-01"))
    assert row["verdict"] == "nearly"
    salary = next(one for one in row["missing"] if one["rule"] == "salary")
    assert salary["result"] == "unknown"
    assert salary["fields"] == []
    for part in ("at least €50,700 a year", "not known yet. This is the last known one", "not decided: €53,100"):
        assert part in salary["text"]


@pytest.mark.parametrize("locale", ["en", "de", "ar"])
def test_every_language(locale: str, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same verdicts in every language; the words differ."""
    plan = made(answers, capsys, "--lang", locale, "--as-of", "2026-11-22")
    english = made(answers, capsys, "--as-of", "2026-11-22")
    assert plan["locale"] == locale
    assert [(row["id"], row["verdict"]) for row in plan["routes"]] == [
        (row["id"], row["verdict"]) for row in english["routes"]
    ]
    assert [step["id"] for step in plan["steps"]] == [step["id"] for step in english["steps"]]
    assert (plan["steps"][0]["title"] == english["steps"][0]["title"]) == (locale == "en")


WRONG = {
    "unknown field": ('{"german": "B1"}', ["`german`", "german_level"]),
    "wrong value": ('{"german_level": "B7"}', ["'B7'", "`german_level`", "B1"]),
    "wrong type": ('{"age": true}', ["`age`", "whole number"]),
    "broken JSON": ('{"age": 30,\n "german_level" "B1"}', [":2:", "not valid JSON", "column"]),
    "no object": ("[1, 2]", ["JSON object"]),
    "empty": ("", ["not valid JSON"]),
    "nested too deep": ("[" * 100_000, ["nested too deep"]),
    "number too long": ('{"age": ' + "9" * 5000 + "}", ["too many digits"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_answers_give_one_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong input: nothing on standard output, one clear sentence on standard error, exit code 2."""
    text, parts = WRONG[name]
    path = tmp_path / "answers.json"
    path.write_text(text, encoding="utf-8")
    assert main(["plan", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert all(part in err for part in parts), err


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--as-of", "2026-02-30"], ["`2026-02-30`", "YYYY-MM-DD"]),
        (["--as-of", "tomorrow"], ["`tomorrow`", "YYYY-MM-DD"]),
        (["--lang", "xx"], ["`xx`", "en, de, ar"]),
    ],
)
def test_wrong_options(
    arguments: list[str], parts: list[str], answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day or a language that does not exist is named, with what to write instead."""
    assert main(["plan", str(answers), *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.strip().splitlines())) == ("", 1)
    assert all(part in err for part in parts), err


def test_two_faults_are_both_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each fault has its own sentence, so that one run is enough."""
    path = tmp_path / "answers.json"
    path.write_text('{"age": -1, "colour": "red"}', encoding="utf-8")
    assert main(["plan", str(path)]) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert [("`age`" in line, "`colour`" in line) for line in lines] == [(True, False), (False, True)]


def test_missing_file_in_a_new_process(tmp_path: Path) -> None:
    """A file that is not there, a folder, and bytes that are no text: one sentence, exit 2, no traceback."""
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.json", tmp_path, binary):
        code, out, err = wizard("plan", str(path))
        assert (code, out) == (2, "")
        assert str(path) in err
        assert "cannot be read" in err
        assert "Traceback" not in err
        assert len(err.strip().splitlines()) == 1


def test_an_office_of_which_nobody_knows_whether_it_works_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "back.json"
    path.write_text(json.dumps({"situation": "back_home", "nationality": "XK", "needs": ["work"]}), encoding="utf-8")
    states = {record.id: (record.get("status") or {}).get("state") for record in all_facts().records}
    named = {contact["id"]: contact["name"] for contact in made(path, capsys)["contacts"]}
    assert {states[one] for one in named} >= {"unknown", "operating"}
    assert main(["plan", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    for one, name in named.items():
        place = next(number for number, line in enumerate(lines) if line.startswith(f"   * {name} "))
        assert ("We do not know if it still works." in lines[place + 1]) == (states[one] == "unknown"), name
