"""One step of a plan: when it belongs to it, what it rests on, whom to ask."""

from wizard.core.conditions import ALWAYS


class Step:
    """`when`: shown if this holds. `also_unknown`: shown too while it is unknown. `records`: facts it rests on (ids,
    `{cc}` stands for the country code). `topics`, `kinds`: facts of the country listed under it. `roles`: contacts
    to name, nearest first. `urgent`: comes first and is marked. `asks`: fields that only choose its details."""

    __slots__ = ("also_unknown", "countries", "german_roles", "id", "kinds", "records", "roles", "topics", "urgent", "when", "why")

    def __init__(self, id, when=ALWAYS, also_unknown=False, records=(), topics=(), kinds=(), roles=(), german_roles=(),
                 urgent=False, countries=(), why=None):
        self.id = id
        self.when = when
        self.also_unknown = also_unknown
        self.records = records
        self.topics = topics
        self.kinds = kinds
        self.roles = roles
        self.german_roles = german_roles
        self.urgent = urgent
        self.countries = countries
        self.why = why or id

    def belongs(self, case, country):
        """True or False; unknown counts as `also_unknown`."""
        if self.countries and country not in self.countries:
            return False
        value = self.when.value(case)
        return self.also_unknown if value is None else value
