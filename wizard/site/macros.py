"""Macros for the prose in docs/<locale>/*.md. A fact stands once, in the data; the prose only names it.

    {{ start }}                         the box that leads into the questions
    {{ situations }}                    the three situations as big links
    {{ countries }}                     all countries as links
    {{ country_links:returning }}       all countries, linked to their next steps (returning, back-home, leaving)
    {{ next_steps }}                    table of all next-step pages (country by situation)
    {{ fact:record-id }}                a record as a card: texts, figures, checked date, sources
    {{ contact:record-id }}             an office as a card, with its numbers to tap
    {{ figure:record-id.key }}          one figure inside a sentence, as it holds on the day of the build
    {{ text:record-id.key }}            one text of a record (what, who, cost ...) inside a sentence
    {{ country:GH }}                    name of a country in the page's language, linked to its page
    {{ official:record-id }}            link to the official page of a record
    {{ data_files }}                    the files of the open data, with sizes
    {{ danger:germany }}                whom to call in danger, in Germany or (danger:home) in each of the countries
    {{ leave }}                         the quick way out of a page that others should not see
    {{ by_country:work }}               facts on one topic, by country (topics: wizard/site/by_country.py)
    {{ germany_contacts:legal }}        offices in Germany as cards (groups: wizard/site/germany_contacts.py)
    {{ programmes:countries }}          table of the countries, or (programmes:each) of the return programmes
    {{ situation:leaving }}             link to the pages of a situation, inside a sentence
    {{ onward:returning }}              where to go next: the situation's pages, the questions, countries, official page
    {{ dated:record-id.key,... }}       figures of the past as a table: what, number, time, source
    {{ centres:programme-id }}          what became of the centres of a programme, by country
    {{ routes_picture }}                the ways to Germany in one picture
    {{ glossary }}                      all German words with their explanations
    {{ measured:bars }}                 speed and weight of the questions (see bench_chart.py)
    {{ sources }}                       links to the pages with all sources, by country
    {{ report }} {{ count:name }} {{ day:2026-11-22 }} {{ translations }} {{ third_parties }} {{ licence:name }}
                                        for the pages on trust: see trust_macros.py

A macro that makes a block (all but figure, text, country, official, situation, count, day and licence) stands alone in
its paragraph. An unknown macro or id stops the build and says where and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from html import escape

from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.bench_chart import MEASURED
from wizard.site.by_country import TOPICS, by_country_html
from wizard.site.country_record import sources_list_html, sources_of
from wizard.site.danger_box import danger_at_home_html, danger_in_germany_html
from wizard.site.dated_figures import dated_figures_html
from wizard.site.figures import figure_html, text_html
from wizard.site.generated import token
from wizard.site.germany_contacts import GROUPS, germany_contacts_html
from wizard.site.glossary import glossary_html
from wizard.site.home import countries_html, situations_html, start_html, without_questions_html
from wizard.site.onward import onward_html, situation_link_html
from wizard.site.leave import leave_html
from wizard.site.open_data.files import data_files_html
from wizard.site.macro_fault import MacroFault
from wizard.site.places import FOLDERS, SITUATIONS, countries_in_order, country_name
from wizard.site.programme_centres import programme_centres_html
from wizard.site.programme_tables import countries_table_html, programmes_table_html
from wizard.site.record_html import card_html
from wizard.site.routes_picture import picture_html
from wizard.site.sources_html import outside_link, printed_sources_html
from wizard.site.sources_page import areas_html
from wizard.site.trust_macros import TRUST_MACROS
from wizard.site.used_html import used_html
from wizard.site.view import Html, View

MACRO = re.compile(r"\{\{\s*(?P<name>[a-z_]+)\s*(?::\s*(?P<of>[^}\s]+))?\s*\}\}")


def _record(view: View, record_id: str) -> Record:
    if view.facts.has(record_id):
        record = view.facts.by_id(record_id)
        if is_shown(record):
            return record
        raise MacroFault(f"The record `{record_id}` is withheld ({record.file}). Name another one or drop the macro.")
    near = get_close_matches(record_id, [record.id for record in view.facts.records], n=3)
    hint = f" Did you mean {', '.join(near)}?" if near else " Look it up in wizard/facts/."
    raise MacroFault(f"There is no record `{record_id}`.{hint}")


def _key(record: Record, part: str, key: str) -> None:
    if key not in record.get(part, {}):
        known = ", ".join(record.get(part, {})) or "none"
        raise MacroFault(f"The record `{record.id}` has no `{key}` in `{part}`. It has: {known}.")


def _figure(view: View, of: str) -> Html:
    record_id, _, key = of.partition(".")
    record = _record(view, record_id)
    _key(record, "figures", key)
    return figure_html(view, record, key) or view.t("site.figure.not_known_now")


def _text(view: View, of: str) -> Html:
    record_id, _, key = of.partition(".")
    record = _record(view, record_id)
    _key(record, "texts", key)
    return text_html(view, record, record["texts"][key])


def _country(view: View, code: str) -> Html:
    if code not in FOLDERS:
        raise MacroFault(f"There is no country `{code}`. The codes are: {', '.join(FOLDERS)}.")
    address = view.link(f"{FOLDERS[code]}/")
    return Html(f'<a href="{escape(address)}">{escape(country_name(code, view.locale))}</a>')


def _country_links(view: View, situation: str) -> Html:
    if situation not in SITUATIONS:
        raise MacroFault(f"There is no situation `{situation}`. There are: {', '.join(SITUATIONS)}.")
    return countries_html(view, situation)


def _official(view: View, record_id: str) -> Html:
    record = _record(view, record_id)
    if not record.get("official_page"):
        raise MacroFault(f"The record `{record_id}` has no official page. Use {{{{ fact:{record_id} }}}} instead.")
    return outside_link(record["official_page"])


def _each(names: Iterable[str], make: Callable[[View, str], Html]) -> Callable[[View, str], Html]:
    """A macro with a fixed choice of words behind the colon."""
    known = tuple(names)

    def made(view: View, of: str) -> Html:
        if of not in known:
            raise MacroFault(f"There is no `{of}` here. There are: {', '.join(known)}.")
        return make(view, of)

    return made


def _one_of(kinds: Mapping[str, Callable[[View], Html]]) -> Callable[[View, str], Html]:
    return _each(kinds, lambda view, of: kinds[of](view))
def _dated(view: View, of: str) -> Html:
    named: list[tuple[Record, str]] = []
    for one in of.split(","):
        record_id, _, key = one.partition(".")
        record = _record(view, record_id)
        _key(record, "figures", key)
        named.append((record, key))
    return dated_figures_html(view, named)


def _centres(view: View, programme: str) -> Html:
    return programme_centres_html(view, _record(view, programme).id)


_MACROS: dict[str, Callable[[View, str], Html]] = {
    "start": lambda view, _: start_html(view),
    "situations": lambda view, _: situations_html(view),
    "countries": lambda view, _: countries_html(view),
    "country_links": _country_links,
    "next_steps": lambda view, _: without_questions_html(view),
    "fact": lambda view, of: card_html(view, _record(view, of)),
    "contact": lambda view, of: card_html(view, _record(view, of), ask_instead=True),
    "figure": _figure,
    "text": _text,
    "country": _country,
    "official": _official,
    "data_files": lambda view, _: data_files_html(view),
    "danger": _one_of({"germany": danger_in_germany_html, "home": danger_at_home_html}),
    "leave": lambda view, _: leave_html(view),
    "by_country": _each(TOPICS, by_country_html),
    "germany_contacts": _each(GROUPS, germany_contacts_html),
    "programmes": _one_of({"countries": countries_table_html, "each": programmes_table_html}),
    "situation": _each(SITUATIONS, situation_link_html),
    "onward": _each(SITUATIONS, onward_html),
    "dated": _dated,
    "centres": _centres,
    "routes_picture": lambda view, _: picture_html(view),
    "glossary": lambda view, _: glossary_html(view),
    "sources": lambda view, _: areas_html(view),
    "measured": _one_of(MEASURED),
    **TRUST_MACROS,
}


def expand(markdown: str, view: View, file: str, first_line: int = 1) -> tuple[str, dict[str, str]]:
    """The Markdown with tokens for its macros, and the HTML of each token."""
    blocks: dict[str, str] = {}

    def made(match: re.Match[str]) -> str:
        line = first_line + markdown.count("\n", 0, match.start())
        macro = _MACROS.get(match["name"])
        name = f"macro-{len(blocks)}"
        try:
            if macro is None:
                raise MacroFault(f"There is no macro `{match['name']}`. There are: {', '.join(_MACROS)}.")
            blocks[name] = macro(view, match["of"] or "")
        except MacroFault as fault:
            raise MacroFault(f"{file}:{line}: {fault}") from fault
        return token(name)

    markdown = MACRO.sub(made, markdown)
    # Before the printed sources: the list of facts names sources too.
    blocks["used"] = used_html(view, printed=True)
    if view.cited.sources:
        blocks["printed-sources"] = printed_sources_html(view)
        markdown += f"\n\n{token('printed-sources')}\n"
    return markdown, blocks
