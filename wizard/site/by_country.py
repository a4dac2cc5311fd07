"""Lists by country of the facts on one topic: each fact as a link to its card on the page of the country."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.country_contacts import DANGER
from wizard.site.places import FOLDERS, countries_in_order
from wizard.site.place_names import place_html
from wizard.site.record_html import name_html, told_state
from wizard.site.view import Html, View


@dataclass(frozen=True)
class Topic:
    """Which facts belong to it: first steps by their topic, offices by their work, other kinds as a whole."""

    arrival: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    # Offices and programmes of any work that name this need.
    need: str = ""

    def has(self, record: Record) -> bool:
        """True if the fact belongs to the topic."""
        if record["kind"] == "arrival":
            return record["topic"] in self.arrival
        if record["kind"] in ("centre", "contact"):
            return record["role"] in self.roles or (bool(self.need) and self.need in record.get("needs", []))
        if record["kind"] == "programme":
            return bool(self.need) and self.need in record.get("needs", []) and "offers" not in record
        return record["kind"] in self.kinds


TOPICS = {
    "papers": Topic(arrival=("papers", "registration", "family")),
    "first-contact": Topic(
        arrival=("registration",),
        roles=("returnee_office", "reintegration_partner", "reintegration_project", "iom", "advice_centre"),
    ),
    "money-and-housing": Topic(arrival=("money", "housing", "customs"), need="housing"),
    "health": Topic(arrival=("health", "health_insurance"), roles=("health", "health_insurance")),
    "mind": Topic(arrival=("psychosocial",), roles=("psychosocial", "suicide_help", "addiction_help")),
    "school": Topic(arrival=("school", "recognition", "family"), need="school"),
    "work": Topic(arrival=("work",), roles=("employment_agency",), kinds=("job",)),
    "training": Topic(arrival=("recognition",), roles=("recognition", "chamber"), need="training"),
    "business": Topic(arrival=("business",), roles=("chamber",), need="business"),
    "protection": Topic(roles=DANGER),
    "legal": Topic(arrival=("legal",), roles=("legal_help", "human_rights"), need="legal"),
}


def records_on(view: View, topic: Topic, code: str) -> list[Record]:
    """Facts of that country alone that have a card on its page; what has ended comes last."""
    records = [r for r in view.facts.of_country(code) if r.countries == [code] and topic.has(r) and is_shown(r)]
    return sorted(records, key=lambda r: told_state(view, r) in ("ended", "suspended"))


def by_country_html(view: View, name: str) -> Html:
    """The list of one topic, one folded part for each country."""
    topic = TOPICS[name]
    return Html("".join(_country(view, topic, code, country) for code, country in countries_in_order(view.locale)))


def _country(view: View, topic: Topic, code: str, country: str) -> Html:
    rows = "".join(_row(view, code, record) for record in records_on(view, topic, code))
    shown = f'<ul class="facts">{rows}</ul>' if rows else f"<p>{view.t('guide.by_country.none')}</p>"
    more = f'<p><a class="onward" href="{escape(view.link(f"{FOLDERS[code]}/"))}">{view.t("site.next.country", country=country)}</a></p>'
    return Html(f'<details class="by-country"><summary>{escape(country)}</summary>{shown}{more}</details>')


def _row(view: View, code: str, record: Record) -> Html:
    address = view.link(f"{FOLDERS[code]}/#{record.id}")
    notes: list[str] = []
    if record.get("role"):
        notes.append(view.t(f"site.role.{record['role']}"))
    if record.get("city"):
        notes.append(place_html(view, record["city"]))
    state = told_state(view, record)
    if state and state not in ("operating", "in_force"):
        notes.append(f'<span class="state state--small">{view.t(f"site.state.{state}")}</span>')
    note = f' <span class="remark">{" · ".join(notes)}</span>' if notes else ""
    return Html(f'<li><a href="{escape(address)}">{name_html(view, record)}</a>{note}</li>')
