"""The cheapest ways to the points that the opportunity card needs.

Only what a person can add counts: German, English, years of work, a partner who applies too, and a German office that
says what is missing for recognition. Age, the field of the training and an earlier stay cannot be added.
"""

from __future__ import annotations

from math import ceil

from wizard.core import points
from wizard.core.answers import Answers
from wizard.core.case import Case
from wizard.core.conditions import none_of
from wizard.core.fields import LEVELS
from wizard.core.points import NEEDED, ROWS
from wizard.core.routes.search import OPPORTUNITY_CARD
from wizard.core.verdict import CLOSED, OPEN, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Any, Row, Sequence
    from wizard.core.verdict import Judged

MOST = 3
# What can be added, by group of the table; in each the row that is easier to reach comes first.
GROUPS = ((12,), (4, 3, 2), (5,), (1,), (7, 6))
_LANGUAGE = {4: ("german_level", "A2"), 3: ("german_level", "B1"), 2: ("german_level", "B2"), 5: ("english_level", "C1")}
_WORK = {7: ("experience_years_last5", 2), 6: ("experience_years_last7", 5)}
# What usually takes longer comes later, as in route_rows.GAPS.
_PARTNER, _LEVEL, _RECOGNITION, _YEARS = range(4)
# Whose training is recognised already gets no notice that something is missing.
_CAN_GET_NOTICE = none_of("highest_qualification", "none")


class _Addition:
    """One row of the table that can be added: what it adds to the points there are, and what it takes."""

    __slots__ = ("adds", "effort", "row", "slow", "years")

    def __init__(self, row: int, adds: int, slow: int, effort: float) -> None:
        self.row = row
        self.adds = adds
        self.slow = slow
        self.effort = effort
        self.years = effort if slow == _YEARS else 0
