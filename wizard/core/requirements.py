"""Requirements of a route: a condition, its section of the law, and what follows if it is not met.

`must`     what cannot be added: not met closes the route
`addable`  what can be added or found out: not met makes it nearly open
`decided`  what only an authority settles: listed as still to come, never changes the verdict
"""

from __future__ import annotations

from wizard.core.conditions import ALWAYS, any_of, unless

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.conditions import Condition, Parameter
    from wizard.core.shapes import Any

MUST = "must"
ADDABLE = "addable"
DECIDED = "decided"


class Requirement:
    """`when`: tested only if this holds. `waived`: falls away if this holds. `possible`: if this does not hold, the
    requirement cannot be added either. `gap`: what kind of thing is missing. `hard`: law, practice or discretion.
    `text`: id of its words; `figure`: dated figure named in them."""

    __slots__ = (
        "condition",
        "effective",
        "figure",
        "gap",
        "hard",
        "id",
        "kind",
        "law",
        "possible",
        "text",
        "waived",
        "when",
    )

    def __init__(
        self,
        id: str,
        condition: Condition,
        kind: str,
        law: str = "",
        when: Condition | None = None,
        waived: Condition | None = None,
        possible: Condition | None = None,
        gap: str = "",
        hard: str = "law",
        text: str | None = None,
        figure: Parameter | None = None,
    ) -> None:
        self.id = id
        self.condition = condition
        self.kind = kind
        self.law = law
        self.when = when
        self.waived = waived
        self.possible = possible
        self.gap = gap
        self.hard = hard
        self.text = text or id
        self.figure = figure
        parts = [condition]
        if when is not None:
            parts.insert(0, unless(when))
        if waived is not None:
            parts.insert(0, waived)
        self.effective = any_of(*parts) if len(parts) > 1 else condition

    def result(self, case: Case) -> str:
        """yes, no, unknown, pending (an authority settles it later) or not_needed (it is certain that nobody asks)."""
        waived = False if self.waived is None else self.waived.value(case)
        asked = True if self.when is None else self.when.value(case)
        if waived is True or asked is False:
            return "not_needed"
        if self.kind == DECIDED:
            return "pending"
        met = self.condition.value(case)
        if met is True:
            return "yes"
        return "no" if met is False and asked is True and waived is False else "unknown"

    def fields(self) -> tuple[str, ...]:
        """All fields it reads."""
        return self.effective.fields()


def must(id: str, condition: Condition, law: str = "", **more: Any) -> Requirement:
    """Cannot be added: not met closes the route."""
    return Requirement(id, condition, MUST, law, **more)


def addable(id: str, condition: Condition, law: str = "", gap: str = "offer", **more: Any) -> Requirement:
    """Can be added or found out: not met makes the route nearly open."""
    return Requirement(id, condition, ADDABLE, law, gap=gap, **more)


def decided(id: str, law: str = "", **more: Any) -> Requirement:
    """Settled by an authority: still to come."""
    return Requirement(id, ALWAYS, DECIDED, law, **more)


class Variant:
    """One way into a route; `points` if it counts points."""

    __slots__ = ("id", "points", "requirements")

    def __init__(self, id: str, *requirements: Requirement, points: bool = False) -> None:
        self.id = id
        self.requirements = requirements
        self.points = points


class Route:
    """A route with the requirements that hold for all its variants. Ids are those of the research.

    `consent`: the employment agency must agree. `fields`: ISCO-08 groups it is made for, where it is made for some.
    `claim`: when the law gives a claim that s.10 AufenthG respects ("is issued", never "may" or "should"); None: never.
    """

    __slots__ = (
        "claim",
        "closed_for_all",
        "consent",
        "fields",
        "id",
        "law",
        "requirements",
        "suspended_since",
        "suspended_until",
        "variants",
    )

    def __init__(
        self,
        id: str,
        law: str,
        *requirements: Requirement,
        variants: tuple[Variant, ...] = (),
        consent: bool = False,
        suspended_since: str = "",
        suspended_until: str | None = None,
        closed_for_all: str | None = None,
        fields: tuple[str, ...] = (),
        claim: Condition | None = None,
    ) -> None:
        self.id = id
        self.law = law
        self.claim = claim
        self.requirements = requirements
        self.variants = variants or (Variant("only"),)
        self.consent = consent
        self.suspended_since = suspended_since
        self.suspended_until = suspended_until
        self.closed_for_all = closed_for_all
        self.fields = fields
