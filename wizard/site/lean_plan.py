"""Plans as pages: what stands on another page of the guide is a link there, so that a plan stays light.

The wizard shows the same plan whole, because it brings the facts of a country along in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from wizard.core.data import Data
from wizard.site.generated import Page
from wizard.site.germany_contacts import addresses
from wizard.site.sources_apart import sources_link
from wizard.site.view import View

_CARD = re.compile(r'<article class="card [^"]*" id="([^"]+)">')
# The mark for old facts ends the line with the day of the check; the link to the sources stands before it.
_MARK = ' <strong class="old"'
_CONTACT = re.compile(rf'(<li class="contact" id="contact-([^"]+)">.*?<p class="checked".*?)(?={_MARK})', re.DOTALL)
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
        if "channels" in record:
            if name in pages:
                data.records[name] = {**record, "page": pages[name]}
        elif view.facts.has(name):
            link = sources_link(plan_view, view.facts.by_id(name))
            before, mark, after = record["card"].rpartition(_MARK)
            data.records[name] = {**record, "card": f"{before} · {link}{mark}{after}" if mark else record["card"]}


def with_sources_apart(view: View, plan: str, steps: Iterable[Mapping[str, Any]]) -> str:
    """The plan as the rules write it: contacts link to their sources, and steps have numbers of the list on paper."""
    cited = iter([view.cited.numbers(step["sources"]) for step in steps if step["sources"]])

    def contact(match: re.Match[str]) -> str:
        return f"{match[1]} · {sources_link(view, view.facts.by_id(match[2]))}"

    def why(match: re.Match[str]) -> str:
        numbers = ", ".join(str(number) for number in next(cited))
        return f'<p class="why" data-sources="{escape(numbers)}">{match[1]}</p>'

    return _WHY.sub(why, _CONTACT.sub(contact, plan))
