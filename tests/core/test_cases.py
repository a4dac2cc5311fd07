"""Cases written against the law (tests/core/cases): answers of a person and the verdict the section gives."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import TODAY, Report, Verdicts
from wizard.core.routes.table import BY_ID

FOLDER = Path(__file__).with_name("cases")
OFTEN = (
    "opportunity_card",
    "skilled_vocational",
    "skilled_academic",
    "eu_blue_card",
    "vocational_training",
    "western_balkans",
    "experienced_worker",
    "it_specialist_experience",
    "recognition_partnership",
    "care_nurse",
)


def _cases() -> list[Any]:
    found: list[Any] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found


CASES = _cases()


@pytest.mark.parametrize("case", CASES)
def test_case_from_the_law(case: dict[str, Any], verdicts: Verdicts) -> None:
    """The verdict is the one the section of the law gives."""
    found = verdicts(case["answers"], case.get("as_of", TODAY))
    assert {route: found[route] for route in case["expect"]} == case["expect"], f"{case['law']}: {case['why']}"


def test_cases_are_complete() -> None:
    """Each case names its law and its reason, no two have the same name, and all expect known routes and verdicts."""
    names = [param.id for param in CASES]
    assert len(names) == len(set(names))
    for param in CASES:
        case = param.values[0]
        assert set(case) <= {"name", "law", "as_of", "answers", "expect", "why"}, param.id
        assert all(case.get(key) for key in ("law", "answers", "expect", "why")), param.id
        assert set(case["expect"]) <= set(BY_ID), param.id
        assert set(case["expect"].values()) <= {"open", "nearly", "closed", "unknown"}, param.id


def test_every_route_has_cases(report: Report) -> None:
    """At least five cases for the routes we ask about, two for every other of the 32."""
    count = Counter(route for param in CASES for route in param.values[0]["expect"])
    too_few = {route: count[route] for route in BY_ID if count[route] < (5 if route in OFTEN else 2)}
    assert len(BY_ID) == 32
    assert too_few == {}
    report(f"Cases from the law: {len(CASES)} cases, {sum(count.values())} verdicts on {len(count)} routes.")


def test_cases_reach_both_sides() -> None:
    """Every route that can be open is expected open in one case and not open in another."""
    seen: dict[str, set[str]] = {}
    for param in CASES:
        for route, verdict in param.values[0]["expect"].items():
            seen.setdefault(route, set()).add(verdict)
    assert [route for route in BY_ID if "open" not in seen[route]] == ["seasonal_work"]
    assert [route for route in BY_ID if seen[route] == {"open"}] == []
