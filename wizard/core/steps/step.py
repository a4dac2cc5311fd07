"""One step of a plan: when it belongs to it, what it rests on, whom to ask."""

from __future__ import annotations

from wizard.core.conditions import ALWAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.case import Case
    from wizard.core.conditions import Condition


class Step:
    """What a step needs to be shown, and what it shows.

    `when`: shown if this holds; `also_unknown`: shown too while it is unknown; `urgent`: comes first and is marked.
    `records`: facts it rests on (ids, `{cc}` stands for the country code). `offered`: (key, value, id) of records that
    rest on the country's offers having that value. `topics`, `kinds`: facts of the country listed under it.
    `contacts`: contacts named by id; `roles`, `german_roles`: contacts of the country and of Germany, nearest first.
    `by_nationality`: facts of the country of the passport. `where_living`: only facts of the country of residence.
    """

    __slots__ = (
        "also_unknown",
        "by_nationality",
        "contacts",
        "countries",
        "german_roles",
        "id",
        "kinds",
        "offered",
        "records",
        "roles",
        "topics",
        "urgent",
        "when",
        "where_living",
    )

    def __init__(
        self,
        id: str,
        when: Condition = ALWAYS,
        also_unknown: bool = False,
        records: tuple[str, ...] = (),
        offered: tuple[tuple[str, str, str], ...] = (),
        topics: tuple[str, ...] = (),
        kinds: tuple[str, ...] = (),
        roles: tuple[str, ...] = (),
        german_roles: tuple[str, ...] = (),
        contacts: tuple[str, ...] = (),
        urgent: bool = False,
        countries: tuple[str, ...] = (),
        by_nationality: bool = False,
        where_living: bool = False,
    ) -> None:
        self.id = id
        self.when = when
        self.also_unknown = also_unknown
        self.records = records
        self.offered = offered
        self.topics = topics
        self.kinds = kinds
        self.roles = roles
        self.german_roles = german_roles
        self.contacts = contacts
        self.urgent = urgent
        self.countries = countries
        self.by_nationality = by_nationality
        self.where_living = where_living

    def belongs(self, case: Case, country: str | None) -> bool:
        """True or False; unknown counts as `also_unknown`."""
        if self.countries and country not in self.countries:
            return False
        value = self.when.value(case)
        return self.also_unknown if value is None else value
