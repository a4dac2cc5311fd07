"""How much HTML a page of each kind may cost, as brotli: people pay for it by the byte."""

from __future__ import annotations

import brotli

from tests.site.conftest import Site

KILO = 1024
# The aim is 15. Country pages and plans bring phone numbers and sources that must work without a second visit.
# The wizard page has its styles inside.
MOST = {"country": 25, "next-steps": 25, "routes": 19, "wizard": 19, "prose": 16}
OTHERS = 13


def test_no_page_is_heavier_than_its_kind(site: Site) -> None:
    heavy: dict[str, tuple[int, int]] = {}
    for page in site.pages:
        kind = next(page.root.find("body")).attrs["class"].rpartition("--")[2]
        most = MOST.get(kind, OTHERS) * KILO
        weight = len(brotli.compress(page.html.encode(), quality=6))
        if weight > most:
            heavy[page.url] = (weight, most)
    assert not heavy


def test_plans_link_to_what_stands_elsewhere(site: Site) -> None:
    """Routes and offices have pages of their own; plans without questions do not bring all of it again."""
    page = site.page("ghana/leaving/")
    assert not list(page.root.find("details", class_="route"))
    assert len(list(page.root.find("a", class_="route-page"))) > 20
    country = {node.attrs["id"] for node in site.page("ghana/").root.find("article", class_="card")}
    led = [link.attrs["href"] for part in page.root.find("p", class_="about") for link in part.find("a")]
    assert led
    assert {address.partition("#")[2] for address in led} <= country
    # What is needed at once stays: a number to call and the day it was checked.
    assert any(page.root.find("a", class_="call"))
