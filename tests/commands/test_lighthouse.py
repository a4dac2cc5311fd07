"""What `python -m wizard.bench.lighthouse` makes of a report, and what it refuses. Lighthouse runs in no test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wizard.bench.lighthouse.__main__ import below_least
from wizard.bench.lighthouse.audit import CATEGORIES, read_report

ROOT = Path(__file__).resolve().parents[2]


def report(**scores: float | None) -> dict[str, Any]:
    timings = (
        "first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift",
    )
    return {
        "finalDisplayedUrl": "http://localhost/",
        "categories": {
            name: {"score": scores.get(name.replace("-", "_"), 1.0), "auditRefs": [{"id": "link-text", "weight": 1}]}
            for name in CATEGORIES
        },
        "audits": {
            **{name: {"numericValue": 12.34567, "score": 1, "title": name} for name in timings},
            "link-text": {
                "score": scores.get("link", 1),
                "title": "Links do not have descriptive text",
                "details": {"items": [{"href": "/", "text": "Start"}]},
            },
        },
    }


def test_scores_and_what_failed_are_read() -> None:
    found = read_report(report(seo=0.92, link=0))
    assert found.scores == {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 92}
    assert found.failed["seo"] == ["Links do not have descriptive text"]
    assert read_report(report()).failed == {}


def test_a_page_without_a_score_ends_the_measurement() -> None:
    with pytest.raises(SystemExit, match="no score for performance"):
        read_report(report(performance=None))
    with pytest.raises(SystemExit, match="NO_FCP"):
        read_report({"runtimeError": {"message": "NO_FCP"}})


def test_below_99_is_too_low() -> None:
    good: dict[str, object] = dict.fromkeys(CATEGORIES, 99)
    assert below_least({"/": good, "/ar/": {**good, "seo": 98.5}}) == ["/ar/ seo"]


def test_a_folder_without_pages_is_one_clear_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "wizard.bench.lighthouse", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Run `make site` first." in done.stderr
