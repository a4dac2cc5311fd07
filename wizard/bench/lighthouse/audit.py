"""One run of Lighthouse on one page: its scores, and the checks that it failed."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from wizard.bench.chromium import launch_arguments

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SECONDS = 180


@dataclass(frozen=True)
class Audit:
    """Scores from 0 to 100 by category; milliseconds and shift of the page; the checks that it failed."""

    scores: dict[str, int]
    timings: dict[str, float]
    failed: dict[str, list[str]]


# Name in our report, name in Lighthouse. The milliseconds are worked out by Lighthouse for a slow phone.
_TIMINGS = {
    "first_paint_ms": "first-contentful-paint",
    "largest_paint_ms": "largest-contentful-paint",
    "blocked_ms": "total-blocking-time",
    "shift": "cumulative-layout-shift",
}


def audit(lighthouse: list[str], address: str) -> Audit:
    """Starts a browser of its own with an empty profile. Lighthouse's standard is a phone on a slow line."""
    chromium = launch_arguments()
    flags = " ".join(["--headless=new", *chromium["args"]])
    with TemporaryDirectory() as name:
        out = Path(name) / "report.json"
        command = [*lighthouse, address, "--output=json", f"--output-path={out}", "--quiet", f"--chrome-flags={flags}"]
        command.append(f"--only-categories={','.join(CATEGORIES)}")
        environment = {**os.environ, "CHROME_PATH": chromium["executable_path"]}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False)
        if done.returncode or not out.exists():
            raise SystemExit(f"Lighthouse could not measure {address}:\n{done.stderr.strip() or done.stdout.strip()}")
        return read_report(json.loads(out.read_text(encoding="utf-8")))


def read_report(report: dict[str, Any]) -> Audit:
    """What we want of a report of Lighthouse. A page that it could not judge ends the measurement."""
    if error := report.get("runtimeError"):
        raise SystemExit(f"Lighthouse could not measure {report.get('requestedUrl')}: {error.get('message')}")
    scores: dict[str, int] = {}
    failed: dict[str, list[str]] = {}
    for name in CATEGORIES:
        category = report["categories"][name]
        if category["score"] is None:
            raise SystemExit(f"Lighthouse gave {report['finalDisplayedUrl']} no score for {name}.")
        scores[name] = round(category["score"] * 100)
        checks = [report["audits"][one["id"]] for one in category["auditRefs"] if one["weight"]]
        # No score: not applicable, or for a person to judge. From 0.9 Lighthouse calls a check passed.
        if titles := [_named(one) for one in checks if one["score"] is not None and one["score"] < 0.9]:
            failed[name] = titles
    timings = {name: round(report["audits"][check]["numericValue"], 3) for name, check in _TIMINGS.items()}
    return Audit(scores, timings, failed)


def _named(check: dict[str, Any]) -> str:
    """Title of a check, and the first place on the page where it failed."""
    for item in check.get("details", {}).get("items", []):
        # Each check has its own shape: most name a node, some only an address or a text.
        place = item.get("node", {}).get("snippet") or item.get("text") or item.get("url")
        if place:
            return f"{check['title']}: {place}"
    return check["title"]
