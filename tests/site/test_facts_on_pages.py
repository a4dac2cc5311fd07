"""Country pages and next steps: all that may be shown is there, and nothing that may not."""

from __future__ import annotations

import html
import re

import pytest

from tests.site.conftest import Site
from wizard.languages import languages
from wizard.records.compile import slug
from wizard.records.read import Facts, read_facts
from wizard.records.shown import is_shown, shown_channels
from wizard.site.places import FOLDERS, SITUATIONS, country_name

CALLS = re.compile(r'href="(?:tel:|sms:|https://wa\.me/)([^"]+)"')
REACH = ("phone", "short_code", "whatsapp", "sms", "email", "website", "address")


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The facts of this checkout."""
    return read_facts()


def digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def test_folders_agree_with_the_core() -> None:
    assert {code: slug(code) for code in FOLDERS} == FOLDERS


def test_every_country_and_situation_has_its_pages(site: Site) -> None:
    for row in languages():
        for code, folder in FOLDERS.items():
            assert country_name(code, row.locale) in site.page(f"{row.folder}{folder}/").root.text
            for situation in SITUATIONS:
                page = site.page(f"{row.folder}{folder}/{situation}/")
                assert any(page.root.find("ol", class_="steps")), page.url
                assert len(list(page.root.find("li", class_="step"))) >= 2, page.url


def test_next_steps_have_a_confirmed_contact(site: Site) -> None:
    for row in languages():
        for folder in FOLDERS.values():
            for situation in SITUATIONS:
                page = site.page(f"{row.folder}{folder}/{situation}/")
                links = [
                    link.attrs.get("href", "")
                    for taps in page.root.find("ul", class_="taps")
                    for link in taps.find("a")
                ]
                assert links, f"{page.url} names nobody to ask"


def test_confirmed_channels_are_on_the_country_page(site: Site, facts: Facts) -> None:
    for code, folder in FOLDERS.items():
        page = html.unescape(site.page(f"{folder}/").html)
        targets = {
            digits(href).lstrip("0") for href in re.findall(r'href="(?:tel:|sms:|https://wa\.me/)([^"]+)"', page)
        }
        for record in facts.of_country(code):
            if record["kind"] not in ("centre", "contact"):
                continue
            for channel in shown_channels(record):
                value = str(channel["value"])
                if channel["type"] in ("phone", "short_code", "whatsapp", "sms"):
                    assert digits(value).lstrip("0") in targets, f"{folder}: {record.id} {value}"
                elif channel["type"] in ("email", "website", "address"):
                    assert value in page, f"{folder}: {record.id} {value}"


def test_withheld_and_doubtful_channels_are_nowhere(site: Site, facts: Facts) -> None:
    shown = {
        (kind, str(channel["value"]))
        for record in facts.records
        for channel in shown_channels(record)
        for kind in [channel["type"]]
    }
    numbers = {digits(value) for kind, value in shown if kind in ("phone", "whatsapp", "sms", "short_code")}
    hidden: list[tuple[str, str, str]] = []
    for record in facts.records:
        allowed = shown_channels(record)
        for channel in record.get("channels", []):
            value = str(channel["value"])
            if channel in allowed or channel["type"] not in REACH or (channel["type"], value) in shown:
                continue
            if channel["type"] in ("phone", "whatsapp", "sms", "short_code") and digits(value) in numbers:
                continue
            hidden.append((record.id, channel["type"], value))
    assert hidden, "no withheld channel left to test with"
    for page in site.pages:
        text = html.unescape(page.html)
        hrefs = {digits(href) for href in CALLS.findall(text)}
        mails = set(re.findall(r'href="mailto:([^"]+)"', text))
        for record_id, kind, value in hidden:
            if kind in ("phone", "whatsapp", "sms", "short_code"):
                assert digits(value) not in hrefs, f"{page.url} shows {value} of {record_id}"
            elif kind == "email":
                assert value not in mails, f"{page.url} shows {value} of {record_id}"


def test_every_card_says_when_it_was_checked(site: Site) -> None:
    cards = 0
    for folder in FOLDERS.values():
        for row in languages():
            for card in site.page(f"{row.folder}{folder}/").root.find("article", class_="card"):
                cards += 1
                assert any("data-checked" in node.attrs for node in card.find("p", class_="checked")), card.text[:80]
                area = site.page(f"{row.folder}sources/{folder}/")
                links = [link.attrs["href"] for foot in card.find("p", class_="checked") for link in foot.find("a")]
                assert len(links) == 1, card.text[:80]
                named = links[0].partition(f"../sources/{folder}/#")[2]
                fact = next(area.root.find("li", id=named), None)
                assert fact, links[0]
                assert any(fact.find("time")), links[0]
                assert any(list(part.find("li")) for part in fact.find("ul", class_="sources")), links[0]
    assert cards > 1000


def test_records_of_a_country_are_shown_once(site: Site, facts: Facts) -> None:
    elsewhere = ("country", "campaign")
    for code, folder in FOLDERS.items():
        ids = {card.attrs.get("id") for card in site.page(f"{folder}/").root.find("article", class_="card")}
        for record in facts.of_country(code):
            if record.countries == [code] and is_shown(record) and record["kind"] not in elsewhere:
                if record.get("role") == "emergency" and not shown_channels(record):
                    continue
                assert record.id in ids, f"{folder} does not show {record.id} ({record['kind']})"


def test_frame_says_who_we_are_not(site: Site) -> None:
    for page in site.pages:
        foot = next(page.root.find("footer"))
        assert any(foot.find("a", class_="outside"))
        assert any(foot.find("p", class_="foot__who"))
        assert any(foot.find("time")), page.url
