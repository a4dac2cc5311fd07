"""How much HTML a page may cost, as brotli: people pay for it by the byte."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import brotli

from tests.site.conftest import Site

MOST = 15 * 1024


def test_no_page_is_heavier_than_the_limit(site: Site) -> None:
    """As it is sent: brotli at its best, as `python -m wizard.site.compress` makes it."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        weights = pool.map(lambda page: len(brotli.compress(page.html.encode(), quality=11)), site.pages)
    heaviest = sorted(((weight, page.url) for weight, page in zip(weights, site.pages, strict=True)), reverse=True)
    print(f"heaviest HTML: {heaviest[0][1]} with {heaviest[0][0]} bytes (brotli)")
    assert not [row for row in heaviest if row[0] > MOST]


def test_plans_link_to_what_stands_elsewhere(site: Site) -> None:
    """Routes and offices have pages of their own; plans without questions do not bring all of it again."""
    page = site.page("ghana/leaving/")
    assert not list(page.root.find("details", class_="route"))
    assert len(list(page.root.find("a", class_="route-page"))) > 20
    country = {node.attrs["id"] for node in site.page("ghana/").root.find("article", class_="card")}
    led = [link.attrs["href"] for part in page.root.find("p", class_="about") for link in part.find("a")]
    assert led
    at_home = {address.partition("#")[2] for address in led if address.startswith("../#")}
    assert at_home
    assert at_home <= country
    # What is needed at once stays: a number to call and the day it was checked.
    assert any(page.root.find("a", class_="call"))
