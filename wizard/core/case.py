"""One person's answers on one day, with the dated figures of the facts: what conditions are tested against."""

from __future__ import annotations

from wizard.core.parameters import valid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.answers import Answers
    from wizard.core.conditions import Parameter
    from wizard.core.shapes import Mapping, Row, Value


class Case:
    """Answers as of a day. `figures` maps record id to {key: figure with periods}."""

    def __init__(self, answers: Answers, day: str, figures: Mapping[str, Row]) -> None:
        self.answers = answers
        self.day = day
        self.figures = figures
        self.computed: dict[str, Value] = {}

    def get(self, field: str) -> Value:
        """The answer, a default, or None where it is unknown."""
        if field in self.computed:
            return self.computed[field]
        return self.answers.get(field)

    def answered(self, field: str) -> bool:
        """True if the value is known from an answer."""
        return self.answers.answered(field)

    def parameter(self, reference: Parameter) -> float | None:
        """Value that holds on the day, or None where none is known."""
        period = valid(self.figures[reference.record][reference.key]["periods"], self.day)
        return period["value"] if period else None
