"""The smallest additions that bring a person to the points of the opportunity card.

Only what a person can add counts: German, English, years of work, a German office that says what is missing for
recognition, a partner who applies too. Age, the field of the training and an earlier stay cannot be added.
"""

from __future__ import annotations

from itertools import product
from math import ceil

from wizard.core import points
from wizard.core.answers import Answers
from wizard.core.case import Case
from wizard.core.conditions import none_of
from wizard.core.fields import LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Any, Row, Sequence

MOST = 3
# What can be added, by group of the table; within a group what is easier to reach comes first.
GROUPS = ((4, 3, 2), (5,), (1,), (12,), (7, 6))
LANGUAGE = {4: ("german_level", "A2"), 3: ("german_level", "B1"), 2: ("german_level", "B2"), 5: ("english_level", "C1")}
WORK = {7: ("experience_years_last5", 2), 6: ("experience_years_last7", 5)}
STAY = 11
_POINTS = {row: (worth, group or str(row)) for row, worth, group, _ in points.ROWS}
# Without any finished training there is nothing a German office could look at.
_HAS_TRAINING = none_of("highest_qualification", "none")


class Addition:
    """One row of the table that can be added: the points it adds, and its effort in levels or years.

    `slow` is the place of its group in GROUPS: what usually takes longer comes later.
    """

    __slots__ = ("adds", "effort", "row", "slow")

    def __init__(self, row: int, adds: int, slow: int, effort: float) -> None:
        self.row = row
        self.adds = adds
        self.slow = slow
        self.effort = effort

    @property
    def years(self) -> int:
        """Full years of life that may pass until then."""
        return ceil(self.effort) if self.row in WORK else 0


def ways(case: Case) -> list[list[Addition]]:
    """Up to three smallest sets of additions that reach the points; none holds more than another one that reaches them.

    Fewest additions first, then what usually takes least time. Empty where the points are there, or out of reach.
    """
    counted = points.count(case)
    lacking = points.NEEDED - int(counted["total"])
    if lacking <= 0:
        return []
    has = {row["group"] or str(row["row"]): row["points"] for row in counted["rows"] if row["counts"]}
    options = [_options(group, slow, has, case) for slow, group in enumerate(GROUPS)]
    lost = {years: _lost(years, has, case) for years in {one.years for row in options for one in row}}
    smallest: list[tuple[int, ...]] = []
    # A set that holds another one has a greater sum of places, so the smaller one is met first.
    for places in sorted(product(*(range(len(row) + 1) for row in options)), key=sum):
        chosen = _chosen(places, options)
        gained = sum(one.adds for one in chosen) - max((lost[one.years] for one in chosen), default=0)
        if gained >= lacking and not any(_within(other, places) for other in smallest):
            smallest.append(places)
    found = [_chosen(places, options) for places in smallest]
    found.sort(key=_longest_last)
    return found[:MOST]


def _options(group: Sequence[int], slow: int, has: Row, case: Case) -> list[Addition]:
    """Rows of a group that bring more points than the person has in it."""
    found: list[Addition] = []
    for row in group:
        worth, key = _POINTS[row]
        adds = worth - has.get(key, 0)
        if adds > 0 and not (row == 1 and _HAS_TRAINING.value(case) is False):
            found.append(Addition(row, adds, slow, _effort(row, case)))
    return found


def _effort(row: int, case: Case) -> float:
    if row in LANGUAGE:
        field, level = LANGUAGE[row]
        return LEVELS.index(level) - LEVELS.index(str(case.get(field) or LEVELS[0]))
    if row in WORK:
        field, years = WORK[row]
        worked: Any = case.get(field) or 0
        return max(years - worked, 0)
    return 1


def _lost(years: int, has: Row, case: Case) -> int:
    """Points that go while years of work come: for age, and for an earlier stay, which may then lie too far back."""
    if not years:
        return 0
    lost = int(has.get(str(STAY), 0))
    age: Any = case.get("age")
    if age is not None:
        later = Case(Answers({"age": age + years}), case.day, case.figures)
        lost += has.get("age", 0) - points.count(later)["total"]
    return lost


def _chosen(places: Sequence[int], options: Sequence[Sequence[Addition]]) -> list[Addition]:
    """The additions at these places; 0 takes none of a group."""
    return [row[place - 1] for place, row in zip(places, options, strict=True) if place]


def _longest_last(way: Sequence[Addition]) -> tuple[int, list[int], float]:
    return len(way), sorted((one.slow for one in way), reverse=True), sum(one.effort for one in way)


def _within(small: Sequence[int], large: Sequence[int]) -> bool:
    return all(one <= other for one, other in zip(small, large, strict=True))
