"""What all tests share: the real facts and texts in English, plans from answers, and lines for the final summary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wizard.commands.plan import load
from wizard.core.answers import Answers as Checked
from wizard.core.answers import read_answers
from wizard.core.case import Case
from wizard.core.data import Data
from wizard.core.plan import judge_all, make_plan

TODAY = "2026-11-22"
SUMMARY = pytest.StashKey[list[str]]()

Answers = dict[str, Any]
MakeCase = Callable[..., Case]
MakePlan = Callable[..., dict[str, Any]]
Verdicts = Callable[..., dict[str, str]]
Report = Callable[[str], None]


def pytest_configure(config: pytest.Config) -> None:
    """Makes room for the lines of `report`."""
    config.stash[SUMMARY] = []


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Prints what tests counted."""
    for line in config.stash[SUMMARY]:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def report(pytestconfig: pytest.Config) -> Report:
    """Adds a line to the summary at the end of the run."""
    return pytestconfig.stash[SUMMARY].append


@pytest.fixture(scope="session")
def data() -> Data:
    """Texts and facts of all countries in English, as the command line loads them."""
    return load("en")


@pytest.fixture(scope="session")
def make_case(data: Data) -> MakeCase:
    """A case from raw answers; they must all be usable."""
    figures = data.figures()

    def make(answers: Answers, day: str = TODAY) -> Case:
        given, problems = read_answers(answers)
        assert problems == []
        return Case(Checked(given), day, figures)

    return make


@pytest.fixture(scope="session")
def verdicts(make_case: MakeCase) -> Verdicts:
    """Verdict of every route by id."""
    return lambda answers, day=TODAY: {judged.route.id: judged.verdict for judged in judge_all(make_case(answers, day))}


@pytest.fixture(scope="session")
def plan(data: Data, make_case: MakeCase) -> MakePlan:
    """The plan for raw answers."""
    return lambda answers, day=TODAY: make_plan(make_case(answers, day), data)
