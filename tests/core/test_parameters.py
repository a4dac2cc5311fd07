"""Dated figures: what holds on a day, what is only the last known, what is only a draft."""

from __future__ import annotations

import pytest

from wizard.core.data import Data
from wizard.core.parameters import expected, last_known, valid

PERIODS = [
    {"from": "2025-01-01", "to": "2025-12-31", "value": 1},
    {"from": "2026-01-01", "to": "2026-12-31", "value": 2},
    {"from": "2027-01-01", "to": "2027-12-31", "value": 3, "expected": True},
]
OPEN_ENDED = [{"value": 9}]


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2024-12-31", None),
        ("2025-01-01", 1),
        ("2025-12-31", 1),
        ("2026-01-01", 2),
        ("2026-12-31", 2),
        ("2027-01-01", None),
    ],
)
def test_valid_on_a_day(day: str, value: int | None) -> None:
    """Both ends of a period count, and a draft never holds."""
    found = valid(PERIODS, day)
    assert (found and found["value"]) == value


def test_period_without_ends_holds_always() -> None:
    """A figure without dates holds on every day."""
    assert valid(OPEN_ENDED, "1999-01-01") == valid(OPEN_ENDED, "2099-01-01") == OPEN_ENDED[0]


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2024-12-31", None),
        ("2025-01-01", 1),
        ("2025-06-01", 1),
        ("2026-01-01", 2),
        ("2027-06-01", 2),
        ("2031-01-01", 2),
    ],
)
def test_last_known(day: str, value: int | None) -> None:
    """The newest figure that had begun serves as orientation, never a draft and never one still to come."""
    found = last_known(PERIODS, day)
    assert (found and found["value"]) == value


@pytest.mark.parametrize(("day", "value"), [("2026-06-01", 3), ("2027-12-31", 3), ("2028-01-01", None)])
def test_expected(day: str, value: int | None) -> None:
    """A draft is named until its time has passed."""
    found = expected(PERIODS, day)
    assert (found and found["value"]) == value


@pytest.mark.parametrize(
    ("record", "key", "year", "value"),
    [
        ("blue_card_regular", "eur_year", 2024, 45300),
        ("blue_card_regular", "eur_year", 2025, 48300),
        ("blue_card_regular", "eur_year", 2026, 50700),
        ("blue_card_reduced", "eur_year", 2024, 41041.80),
        ("blue_card_reduced", "eur_year", 2025, 43759.80),
        ("blue_card_reduced", "eur_year", 2026, 45934.20),
        ("experienced_worker_salary", "eur_year", 2024, 40770),
        ("experienced_worker_salary", "eur_year", 2025, 43470),
        ("experienced_worker_salary", "eur_year", 2026, 45630),
        ("age45_salary", "eur_year", 2024, 49830),
        ("age45_salary", "eur_year", 2025, 53130),
        ("age45_salary", "eur_year", 2026, 55770),
        ("funds_study", "eur_month", 2025, 992),
        ("funds_study", "eur_month", 2026, 992),
        ("funds_vocational_training", "eur_month", 2024, 903),
        ("funds_vocational_training", "eur_month", 2026, 959),
        ("funds_plus10", "eur_month", 2025, 1091),
        ("funds_plus10", "eur_month", 2026, 1091),
        ("funds_training_place_search", "eur_month", 2026, 1091),
        ("funds_voluntary_service", "eur_month", 2026, 855),
    ],
)
def test_figures_the_rules_use(data: Data, record: str, key: str, year: int, value: float) -> None:
    """The figures in force are those of the research, on the first and the last day of the year."""
    periods = data.figures()[record][key]["periods"]
    for day in (f"{year}-01-01", f"{year}-12-31"):
        found = valid(periods, day)
        assert found is not None
        assert found["value"] == value


def test_thresholds_follow_from_the_pension_ceiling(data: Data) -> None:
    """Each pay limit is its share of the ceiling of the year, in force and expected ones alike (s.18g, s.6 BeschV)."""
    figures = data.figures()
    ceilings = {p["from"]: p["value"] for p in figures["pension_ceiling"]["eur_year"]["periods"]}
    shares = {"blue_card_regular": 50, "blue_card_reduced": 45.3, "experienced_worker_salary": 45, "age45_salary": 55}
    assert len(ceilings) >= 4
    for record, share in shares.items():
        for period in figures[record]["eur_year"]["periods"]:
            assert period["value"] == pytest.approx(ceilings[period["from"]] * share / 100), (record, period)
