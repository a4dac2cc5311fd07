"""One person's answers on one day, with the dated figures of the facts: what conditions are tested against."""

from wizard.core.parameters import valid


class Case:
    """Answers as of a day. `figures` maps record id to {key: figure with periods}."""

    def __init__(self, answers, day, figures):
        self.answers = answers
        self.day = day
        self.figures = figures
        self.computed = {}

    def get(self, field):
        if field in self.computed:
            return self.computed[field]
        return self.answers.get(field)

    def answered(self, field):
        return self.answers.answered(field)

    def parameter(self, reference):
        """Value that holds on the day, or None where none is known."""
        period = valid(self.figures[reference.record][reference.key]["periods"], self.day)
        return period["value"] if period else None
