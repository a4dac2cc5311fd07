"""Facts used below each page, and the links to report them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.site.conftest import Site
from tests.site.html_tree import Node
from wizard.records.read import Facts, read_facts
from wizard.site.report import ReportFault, ReportTo

LISTED = re.compile(r"#(?:fact=)?([\w-]+)$")


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts()


def block(node: Node) -> Node | None:
    return next(iter(node.find("details", class_="used")), None)


def test_every_page_that_shows_a_fact_has_the_list(site: Site) -> None:
    with_facts = 0
    for page in site.pages:
        if page.url.endswith(("wizard/", "sources/")):
            continue
        shows = any("data-checked" in node.attrs for node in page.root.find()) or 'class="figure"' in page.html
        assert (not shows) or block(page.root), page.url
        with_facts += shows
    assert with_facts > 200


def test_each_card_is_listed_and_each_row_leads_to_its_sources(site: Site, facts: Facts) -> None:
    for url in ("leaving/", "returning/contacts-in-germany/", "routes/", "routes/eu-blue-card/"):
        page = site.page(url)
        used = block(page.root)
        assert used
        named = {match[1] for link in used.find("a") if (match := LISTED.search(link.attrs["href"]))}
        cards = {
            card.attrs["id"]
            for card in page.root.find("article", class_="card")
            if "id" in card.attrs and any(card.find("details", class_="more"))
        }
        assert cards <= named, f"{url}: {cards - named}"
        for row in used.find("li"):
            if any(row.find("ul")):
                assert any(link.attrs["href"].startswith("http") for link in row.find("a")) or any(
                    row.find("span", class_="where")
                ), f"{url}: {row.text}"
        for link in used.find("a"):
            if "#fact=" in link.attrs["href"]:
                assert facts.has(LISTED.search(link.attrs["href"])[1])  # pyright: ignore


def test_facts_of_light_pages_lead_to_their_sources(site: Site, facts: Facts) -> None:
    """Country pages and plans: whatever the page shows of a fact, its sources are one tap away."""
    for url in ("ghana/", "ar/iraq/", "de/ghana/returning/", "egypt/leaving/", "tunisia/back-home/"):
        page = site.page(url)
        for foot in page.root.find("p", class_="checked"):
            named = [match[1] for link in foot.find("a") if (match := LISTED.search(link.attrs["href"]))]
            assert len(named) == 1, f"{url}: {foot.text}"
            assert facts.has(named[0])
        assert block(page.root), url


def test_each_group_says_when_it_is_due(site: Site) -> None:
    used = block(site.page("routes/eu-blue-card/").root)
    assert used
    days = [node.attrs["data-due"] for node in used.find("section")]
    assert days == sorted(days)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)
    # The thresholds of this year end with it, long before twelve months are over.
    assert min(days) < max(days)


def test_every_report_names_a_fact_there_is(site: Site, facts: Facts) -> None:
    seen: set[str] = set()
    for page in site.pages:
        seen |= {row for row in re.findall(r'/report/#fact=([^"]+)"', page.html)}
    assert len(seen) > 300
    assert all(facts.has(one) for one in seen)


def test_the_version_stands_at_the_foot_of_every_page(site: Site) -> None:
    versions = {re.search(r"\d{4}-\d\d-\d\d-[0-9a-f]{8}", next(page.root.find("footer")).text) for page in site.pages}
    assert None not in versions
    assert len({match[0] for match in versions if match}) == 1


def test_without_an_address_a_report_leads_to_the_page_on_reports() -> None:
    assert ReportTo(version="v").link("../report/", "gh-police") == "../report/#fact=gh-police"


def test_a_report_by_mail_holds_the_fact_and_the_version_only() -> None:
    to = ReportTo.checked("facts@example.org", "", "2026-11-22-1a2b3c4d")
    link = to.link("../report/", "gh-police").replace("&amp;", "&")
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "facts@example.org")
    drafted = parse_qs(parts.query)
    assert drafted == {
        "subject": ["Wegweiser: gh-police"],
        "body": ["Wegweiser: gh-police\nVersion: 2026-11-22-1a2b3c4d\n"],
    }
    assert "?" not in unquote(parts.query)


@pytest.mark.parametrize("email", ["x", "a@b", "a@b.org,c@d.org", "a@b.org?cc=c@d.org", "a b@c.org", "mailto:a@b.org"])
def test_an_address_that_is_none_stops_the_build(email: str) -> None:
    with pytest.raises(ReportFault, match="WEGWEISER_REPORT_EMAIL"):
        ReportTo.checked(email, "", "v")


def test_a_form_must_be_on_https() -> None:
    with pytest.raises(ReportFault, match="WEGWEISER_REPORT_PAGE"):
        ReportTo.checked("", "http://example.org", "v")
