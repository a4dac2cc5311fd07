"""Sources on paper: numbers on the cards of a page, and one list of them at its end. Screens show neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


def numbers_text(numbers: Iterable[int]) -> str:
    """Numbers in short, as they stand on paper: `1-3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


@dataclass
class Source:
    """One source of a page, with every day its records give for it."""

    title: str
    url: str
    where: str
    dates: list[str]

    def add_date(self, date: str) -> None:
        """Keeps the more exact of two days; two that differ both stay."""
        if date == "unknown" or any(known.startswith(date) for known in self.dates):
            return
        self.dates = sorted([known for known in self.dates if not date.startswith(known)] + [date])


@dataclass
class Cited:
    """The sources of one page in the order in which its cards name them, each once."""

    sources: dict[str, Source] = field(default_factory=dict)

    def numbers(self, sources: Iterable[dict[str, Any]]) -> list[int]:
        """The numbers of these sources; new ones get the next free number."""
        found: list[int] = []
        for source in sources:
            url, where = str(source.get("url") or ""), str(source.get("repository") or "")
            key = url or where or str(source["title"])
            if key not in self.sources:
                # As on screen: an address that is not linked is not printed either.
                shown = url if url.startswith("http") and source.get("link", True) else ""
                self.sources[key] = Source(str(source["title"]), shown, "" if shown else where, [])
            self.sources[key].add_date(str(source["date"]))
            found.append(list(self.sources).index(key) + 1)
        return sorted(set(found))
