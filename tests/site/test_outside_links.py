"""Each link to another website comes from a fact, with its source and date, or stands here with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.site.conftest import ROOT, Site
from wizard.records.compile import all_facts
from wizard.site.leave import NEUTRAL
from wizard.site.shell import OFFICIAL_PORTAL

ALLOWED = {
    OFFICIAL_PORTAL: "in the foot of each page: the official website beside which this guide stands",
    NEUTRAL: "the quick way out of a page leads there, because it says nothing about who came",
}


def addresses(value: Any) -> Iterator[str]:
    """All web addresses in a record, at any depth."""
    if isinstance(value, dict):
        for one in value.values():
            yield from addresses(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from addresses(one)
    elif isinstance(value, str) and value.startswith("http"):
        yield value


def whatsapp(number: str) -> str:
    return "https://wa.me/" + "".join(filter(str.isdigit, number))


def test_both_quick_ways_out_lead_to_the_same_website() -> None:
    assert f'location.replace("{NEUTRAL}")' in (ROOT / "wizard/browser/plan.js").read_text(encoding="utf-8")


def test_each_outside_link_is_a_fact(site: Site) -> None:
    # What others made is named with its source, as their licences ask for.
    known = set(ALLOWED) | set(re.findall(r"https://[^\s|,;)]+", (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")))
    for record in all_facts().records:
        known |= set(addresses(dict(record)))
        known |= {whatsapp(str(one["value"])) for one in record.get("channels", []) if one["type"] == "whatsapp"}
    found: dict[str, str] = {}
    for page in site.pages:
        for link in page.root.find("a"):
            # A draft of a message leads to no website: it shares this page.
            draft = link.attrs.get("href", "").startswith("https://wa.me/?text=")
            if link.attrs.get("href", "").startswith("http") and not draft:
                found.setdefault(link.attrs["href"], page.url)
    assert len(found) > 500
    unknown = {address: url for address, url in found.items() if address not in known}
    assert not unknown


def test_each_exception_is_used(site: Site) -> None:
    used = {link.attrs.get("href") for page in site.pages for link in page.root.find("a")}
    assert used >= set(ALLOWED)
