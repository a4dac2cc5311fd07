"""Plans as pages: what stands on another page of the guide is a link there, so that a plan stays light.

The wizard shows the same plan whole, because it brings the facts of a country along in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from wizard.core.data import Data
from wizard.site.cited import numbers_text
from wizard.site.generated import Page
from wizard.site.germany_contacts import addresses
from wizard.site.sources_apart import area_link, first_of_areas, printed_sources, sources_link
from wizard.site.view import View

_CARD = re.compile(r'<article class="card[^"]*" id="([^"]+)">')
# The link to the sources stands behind the day of the check, before the mark for old facts.
_CHECKED = re.compile(r'(<p class="checked"(?:(?!</p>| <strong).)*)(?=</p>| <strong)', re.DOTALL)
_CONTACT = re.compile(r'<li class="contact" id="contact-([^"]+)">(?:(?!<li class="contact|</ul></li>).)*?<p class="checked".*?</p></li>', re.DOTALL)
_WHY = re.compile(r'<p>([^<]*(?:<(?!/p>)[^<]*)*)</p><p>[^<]*(?:<(?!/p>)[^<]*)*</p><ul class="source-list">.*?</ul>', re.DOTALL)


def link_cards(view: View, data: Data, country: Page) -> None:
    """Lets offices lead to their card on the page of the country or of contacts in Germany; other facts to their sources."""
    shown = {name for block in country.blocks.values() for name in _CARD.findall(block)}
    pages = {name: f"../../{address}" for name, address in addresses(view.facts).items()}
    pages |= {name: f"../#{name}" for name in shown}
    # All plans stand two folders below the root of their language.
    plan_view = view.at(f"{view.language.folder}country/situation/")
    for name, record in list(data.records.items()):
        if not record.get("card"):
            continue
        if record["kind"] in ("centre", "contact"):
            if name in pages:
                data.records[name] = {**record, "page": pages[name]}
        elif view.facts.has(name):
            link = sources_link(plan_view, view.facts.by_id(name))
            data.records[name] = {**record, "card": _linked(record["card"], link)}


def _linked(html: str, link: str) -> str:
    return _CHECKED.sub(lambda match: f"{match[1]} {link}", html)


def _cited(view: View, step: Mapping[str, Any]) -> tuple[str, str]:
    """Numbers of a step's sources on paper, and links to the first of its facts in each area."""
    records = [view.facts.by_id(one) for one in (*step["records"], *step["contacts"])]
    numbers = view.cited.numbers(source for record in records for source in printed_sources(record))
    return numbers_text(numbers), " · ".join(area_link(view, record) for record in first_of_areas(records))


def with_sources_apart(view: View, plan: str, steps: Iterable[Mapping[str, Any]]) -> str:
    """The plan as the rules write it: contacts link to their sources, and steps have numbers of the list on paper."""
    cited = iter([_cited(view, step) for step in steps if step["sources"]])

    def contact(match: re.Match[str]) -> str:
        return _linked(match[0], sources_link(view, view.facts.by_id(match[1])))

    def why(match: re.Match[str]) -> str:
        numbers, areas = next(cited)
        return f'<p class="why" data-sources="{numbers}">{match[1]}</p><p class="why__sources">{view.t("plan.sources")} {areas}</p>'

    return _WHY.sub(why, _CONTACT.sub(contact, plan))
