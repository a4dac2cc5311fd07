"""Requirements of a route: a condition, its section of the law, and what follows if it is not met.

`must`     what cannot be added: not met closes the route
`addable`  what can be added or found out: not met makes it nearly open
`decided`  what only an authority settles: listed as still to come, never changes the verdict
"""

from wizard.core.conditions import ALWAYS, unless, any_of

MUST = "must"
ADDABLE = "addable"
DECIDED = "decided"


class Requirement:
    """`when`: tested only if this holds. `waived`: falls away if this holds. `possible`: if this does not hold, the
    requirement cannot be added either. `gap`: what kind of thing is missing. `hard`: law, practice or discretion.
    `text`: id of its words; `figure`: dated figure named in them."""

    __slots__ = ("condition", "effective", "figure", "gap", "hard", "id", "kind", "law", "possible", "text", "values", "waived", "when")

    def __init__(self, id, condition, kind, law="", when=None, waived=None, possible=None, gap="", hard="law",
                 text=None, figure=None, values=None):
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
        self.values = values or {}
        parts = [condition]
        if when is not None:
            parts.insert(0, unless(when))
        if waived is not None:
            parts.insert(0, waived)
        self.effective = any_of(*parts) if len(parts) > 1 else condition

    def applies(self, case):
        """False if it is certain that nobody asks for it here."""
        if self.waived is not None and self.waived.value(case) is True:
            return False
        return self.when is None or self.when.value(case) is not False

    def value(self, case):
        """True met, False not met, None not known yet."""
        return self.effective.value(case)

    def fields(self):
        return self.effective.fields()


def must(id, condition, law="", **more):
    return Requirement(id, condition, MUST, law, **more)


def addable(id, condition, law="", gap="offer", **more):
    return Requirement(id, condition, ADDABLE, law, gap=gap, **more)


def decided(id, law="", **more):
    return Requirement(id, ALWAYS, DECIDED, law, **more)


class Variant:
    """One way into a route; `points` if it counts points."""

    __slots__ = ("id", "points", "requirements")

    def __init__(self, id, *requirements, points=False):
        self.id = id
        self.requirements = requirements
        self.points = points


class Route:
    """A route with the requirements that hold for all its variants. Ids are those of the research.

    `consent`: the employment agency must agree. `fields`: ISCO-08 groups it is made for, where it is made for some.
    """

    __slots__ = ("closed_for_all", "consent", "fields", "id", "law", "requirements", "suspended_until", "variants")

    def __init__(self, id, law, *requirements, variants=(), consent=False, suspended_until=None, closed_for_all=None, fields=()):
        self.id = id
        self.law = law
        self.requirements = requirements
        self.variants = variants or (Variant("only"),)
        self.consent = consent
        self.suspended_until = suspended_until
        self.closed_for_all = closed_for_all
        self.fields = fields
