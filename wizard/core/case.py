"""One person's answers on one day, with the dated figures of the facts: what conditions are tested against."""

from __future__ import annotations

from wizard.core.parameters import valid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.answers import Answers
    from wizard.core.conditions import Parameter
    from wizard.core.requirements import Requirement
    from wizard.core.shapes import Callable, Mapping, Row, Value
    from wizard.core.verdict import Reason


class Case:
    """Answers as of a day. `figures` maps record id to {key: figure with periods}.

    `get(field)` gives the answer, a default, or None where it is unknown. `tested` keeps what requirements that stand
    in many routes gave for this case.
    """

    def __init__(self, answers: Answers, day: str, figures: Mapping[str, Row]) -> None:
        self.answers = answers
        self.day = day
        self.figures = figures
        self._values = dict(answers.filled)
        # The dictionary's own method: nothing is called more often.
        self.get: Callable[[str], Value] = self._values.get
        self._parameters: dict[Parameter, float | None] = {}
        self.tested: dict[tuple[Requirement, bool], Reason] = {}

    def put(self, field: str, value: Value) -> None:
        """Sets a value that follows from the answers."""
        self._values[field] = value

    def answered(self, field: str) -> bool:
        """True if the value is known from an answer."""
        return self.answers.answered(field)

    def parameter(self, reference: Parameter) -> float | None:
        """Value that holds on the day, or None where none is known."""
        if reference not in self._parameters:
            period = valid(self.figures[reference.record][reference.key]["periods"], self.day)
            self._parameters[reference] = period["value"] if period else None
        return self._parameters[reference]
