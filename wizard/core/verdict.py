"""Verdict on a route: open, nearly, closed or unknown, with the reasons.

open     every condition the person can know is met; what only an authority settles is still to come
nearly   it fails, or may fail, only on what can be added or found out
closed   it fails on what cannot be added
unknown  nothing that decides it is known
"""

from __future__ import annotations

from wizard.core import points
from wizard.core.requirements import ADDABLE, MUST
from wizard.core.routes.general import general_requirements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.requirements import Requirement, Route, Variant
    from wizard.core.shapes import Row, Sequence

OPEN, NEARLY, CLOSED, UNKNOWN = "open", "nearly", "closed", "unknown"
_RANK = {CLOSED: 0, UNKNOWN: 1, NEARLY: 2, OPEN: 3}


class Reason:
    """One requirement tested: `result` is yes, no, unknown, pending or not_needed."""

    __slots__ = ("closes", "general", "requirement", "result")

    def __init__(self, requirement: Requirement, case: Case, general: bool = False) -> None:
        self.requirement = requirement
        self.general = general
        self.result = requirement.result(case)
        possible = requirement.possible
        self.closes = self.result == "no" and (
            requirement.kind == MUST or (possible is not None and possible.value(case) is False)
        )

    def known(self, case: Case) -> bool:
        """True if an answer of the person has a say in it."""
        if self.result not in ("yes", "no", "unknown"):
            return False
        possible = self.requirement.possible
        if possible is not None and possible.value(case) is not None:
            fields = self.requirement.condition.fields() + possible.fields()
        elif self.result != "unknown":
            fields = self.requirement.condition.fields()
        else:
            return False
        return any(case.answered(field) for field in fields)

    def open_fields(self, case: Case) -> set[str]:
        """Fields whose answer could still decide it."""
        return self.requirement.effective.open_fields(case)


class Judged:
    """Verdict on one route with the variant that comes closest."""

    __slots__ = ("counted", "reasons", "route", "suspended", "variant", "variants", "verdict")

    def __init__(
        self,
        route: Route,
        verdict: str,
        variant: str,
        reasons: list[Reason],
        counted: Row | None = None,
        suspended: bool = False,
        variants: Sequence[tuple[str, list[Reason], bool]] = (),
    ) -> None:
        self.route = route
        self.verdict = verdict
        self.variant = variant
        self.reasons = reasons
        self.counted = counted
        self.suspended = suspended
        self.variants = variants

    def missing(self) -> list[Reason]:
        """Reasons that stand between the person and an open route."""
        return [r for r in self.reasons if r.result in ("no", "unknown")]

    def open_fields(self, case: Case) -> set[str]:
        """Fields whose answer can still change the verdict."""
        if self.verdict in (OPEN, CLOSED):
            return set()
        found: set[str] = set()
        for verdict, reasons, counts_points in self.variants:
            if verdict == CLOSED:
                continue
            fails = any(r.result == "no" for r in reasons)
            for reason in reasons:
                requirement = reason.requirement
                if reason.result != "unknown" or (
                    fails and requirement.kind == ADDABLE and requirement.possible is None
                ):
                    continue
                fields = reason.open_fields(case)
                if counts_points and "points_total" in fields:
                    fields = fields - {"points_total"} | points.open_fields(case)
                found |= fields
        return found


def _judge(reasons: list[Reason], case: Case) -> str:
    if any(r.closes for r in reasons):
        return CLOSED
    asked = [r for r in reasons if r.result in ("yes", "no", "unknown")]
    own = [r for r in asked if not r.general]
    # Where nothing is left to ask, an answer that took a requirement away is what decided it. Not where an authority
    # still weighs the rest: then nothing that decides it is known.
    weighed = any(r.result == "pending" and r.requirement.hard == "discretion" for r in reasons)
    spared = (
        not own
        and not weighed
        and any(
            case.answered(field)
            for r in reasons
            if r.result == "not_needed" and not r.general
            for field in r.requirement.fields()
        )
    )
    if not spared and not any(r.known(case) for r in own):
        return UNKNOWN
    return OPEN if all(r.result == "yes" for r in asked) else NEARLY


def _tested(requirements: Sequence[Requirement], case: Case, general: bool = False) -> list[Reason]:
    """Reasons for these requirements. One that stands in many routes is tested once for a case."""
    known = case.tested
    reasons: list[Reason] = []
    for requirement in requirements:
        reason = known.get((requirement, general))
        if reason is None:
            reason = known[requirement, general] = Reason(requirement, case, general)
        reasons.append(reason)
    return reasons


def judge(route: Route, case: Case) -> Judged:
    """Tests one route. Returns Judged."""
    counted = None
    shared = _tested(route.requirements, case) + _tested(general_requirements(route), case, general=True)
    if route.suspended_until and route.suspended_since <= case.day <= route.suspended_until:
        return Judged(route, CLOSED, "suspended", shared, suspended=True)
    if route.closed_for_all:
        return Judged(route, CLOSED, route.closed_for_all, shared)
    tried: list[tuple[str, list[Reason], Variant]] = []
    for variant in route.variants:
        if variant.points:
            counted = points.count(case)
            total = points.decide(counted)
            if total is not None:
                case.put("points_total", total)
        reasons = _tested(variant.requirements, case) + shared
        tried.append((_judge(reasons, case), reasons, variant))

    def closeness(row: tuple[str, list[Reason], Variant]) -> tuple[int, int]:
        verdict, reasons, _ = row
        lacking = sum(1 for r in reasons if r.result == "no")
        return _RANK[verdict], -2 * lacking - sum(1 for r in reasons if r.result == "unknown")

    verdict, reasons, variant = max(tried, key=closeness)
    variants = [(v, r, one.points) for v, r, one in tried]
    return Judged(route, verdict, variant.id, reasons, counted, variants=variants)
