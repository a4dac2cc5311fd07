"""The figures of the page on speed and weight: what `python -m wizard.bench.phone --out phone/last-run.json` wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "phone" / "last-run.json"
COMMAND = f"python -m wizard.bench.phone --out wizard/bench/phone/{FILE.name}"
# Names in the file.
OURS = "Wegweiser"
BARE = "bare HTML"


class RunFault(Exception):
    """The file cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Measured:
    """One page on one line: milliseconds to the first question and until Python is ready, bytes, peak memory in MB."""

    name: str
    question_ms: float
    ready_ms: float | None
    bytes: float
    peak_mb: float

    @property
    def python_ms(self) -> float | None:
        """Milliseconds until Python can work. A peer shows its question with Python, so both come at once."""
        return self.question_ms if self.ready_ms is None and self.name != BARE else self.ready_ms


@dataclass(frozen=True)
class Aim:
    """A ratio we aim at, and what came out."""

    name: str
    reached: float
    limit: float

    @property
    def met(self) -> bool:
        """Whether it was reached."""
        return self.reached <= self.limit if self.name.endswith("at_most") else self.reached >= self.limit


@dataclass(frozen=True)
class Line:
    """A line to the internet with all pages measured on it, in the order of the file."""

    name: str
    megabits: float
    delay_ms: int
    pages: tuple[Measured, ...]


@dataclass(frozen=True)
class Run:
    """One measurement."""

    date: str
    machine: str
    runs: int
    lines: tuple[Line, ...]
    aims: tuple[Aim, ...]


def read_run(file: Path = FILE) -> Run:
    """Reads and checks it."""
    try:
        return _run(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RunFault(
            f"{file.name} is no run ({type(error).__name__}: {error}). "
            f"Write it with `{COMMAND}`."
        ) from error


def _run(data: Mapping[str, Any]) -> Run:
    lines = tuple(
        Line(name, float(row["megabits"]), int(row["delay_ms"]), tuple(_page(*one) for one in row["peers"].items()))
        for name, row in data["profiles"].items()
    )
    for line in lines:
        if missing := {OURS, BARE} - {page.name for page in line.pages}:
            raise ValueError(f"the line {line.name} lacks {', '.join(sorted(missing))}")
    # Our aims hold for the slow line only.
    ratios: Mapping[str, Any] = data["ratios"].get("slow", {})
    aims = tuple(Aim(name, float(value), float(data["limits"][name])) for name, value in ratios.items())
    return Run(str(data["date"]), str(data["machine"]), int(data["runs"]), lines, aims)


def _page(name: str, row: Mapping[str, Any]) -> Measured:
    ready = row["ready_ms"]
    return Measured(
        name,
        float(row["question_ms"]),
        None if ready is None else float(ready),
        float(row["bytes"]),
        float(row["peak_mb"]),
    )
