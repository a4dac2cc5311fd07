"""Whether the cost of a build grows in a straight line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

# What an added page may cost at the end of a series, against its beginning. Above 1, because the machine is not quiet.
LIMIT = 1.3


@dataclass(frozen=True)
class Size:
    """One size of the site and its cost."""

    languages: int
    countries: int
    pages: int
    seconds: float
    processor_seconds: float

    def as_json(self) -> dict[str, Any]:
        """With the cost of one page and of one language."""
        return asdict(self) | {
            "processor_ms_per_page": _per_page(self),
            "processor_seconds_per_language": round(self.processor_seconds / self.languages, 2),
        }


def straight(sizes: Sequence[Size]) -> dict[str, Any]:
    """Cost of the pages that each step adds, and the last step against the first.

    The cost of a page of the whole site (largest to smallest) says less: the smallest site has the same fixed costs.
    """
    steps = [
        round(1000 * (more.processor_seconds - less.processor_seconds) / (more.pages - less.pages), 2)
        for less, more in pairwise(sizes)
    ]
    return {
        "processor_ms_per_added_page": steps,
        "last_to_first": round(steps[-1] / steps[0], 3) if steps else 1.0,
        "page_of_largest_to_smallest": round(_per_page(sizes[-1]) / _per_page(sizes[0]), 3),
    }


def _per_page(size: Size) -> float:
    return round(1000 * size.processor_seconds / size.pages, 2)
