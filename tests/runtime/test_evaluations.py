"""The measurement of the rules measures people who can exist, with the program that phones can run."""

from __future__ import annotations

import ast
import json
import sys

from wizard.bench import evaluate, evaluations
from wizard.core.answers import Answers, read_answers
from wizard.core.case import Case
from wizard.core.contradictions import contradictions
from wizard.records.compile import compile_data


def test_people_are_usable_and_do_not_contradict_themselves() -> None:
    people = json.loads(evaluations.PEOPLE.read_text(encoding="utf-8"))
    assert len(people) >= 5
    for answers in people:
        given, problems = read_answers(answers)
        assert problems == []
        assert contradictions(Case(Answers(given), evaluations.DAY, {})) == []


def test_program_needs_only_what_phones_have() -> None:
    tree = ast.parse((evaluations.HERE / "evaluate.py").read_text(encoding="utf-8"))
    names = {node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    foreign = {name for name in names if not name.startswith("wizard.core")}
    assert {name for name in foreign if name.split(".")[0] not in sys.stdlib_module_names} == set()


def test_it_measures_verdicts_and_advice() -> None:
    lines = "\n".join(f"{code or ''} {json.dumps(compile_data('en', code))}" for code in (None, "GH", "IQ"))
    people = json.dumps([{"situation": "back_home", "nationality": "IQ"}])
    times = json.loads(evaluate.measure(lines, people, evaluations.DAY, 1))
    assert 0 < times["all_routes_ms"] < times["advise_ms"]
