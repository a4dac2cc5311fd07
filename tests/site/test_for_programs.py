"""What search engines, feed readers and language models find: true, small, and only confirmed contacts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import brotli
import phonenumbers
import pytest

from tests.site.conftest import BuiltPage, Site
from wizard.languages import languages
from wizard.records.catalogue import Catalogue
from wizard.records.read import Facts, read_facts
from wizard.records.shown import shown_channels
from wizard.site.open_data.changes import BrokenChange, feed, read_changes
from wizard.site.open_data.edition import Edition
from wizard.site.open_data.json_ld import json_ld
from wizard.site.places import FOLDERS
from wizard.site.view import View

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
ATOM = "{http://www.w3.org/2005/Atom}"
LIMIT = 1500  # bytes of one page's JSON-LD, compressed
SITE_URL = "https://example.org/"


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The facts of this checkout."""
    return read_facts()


@pytest.fixture
def edition(facts: Facts) -> Edition:
    """An edition at a made-up address."""
    return Edition(facts, SITE_URL, date(2026, 11, 22))


def organizations(page: BuiltPage) -> list[dict[str, Any]]:
    found = SCRIPT.findall(page.html)
    assert len(found) <= 1, page.url
    graph: dict[str, Any] = json.loads(found[0]) if found else {"@context": "https://schema.org", "@graph": []}
    assert graph["@context"] == "https://schema.org"
    return graph["@graph"]


def several(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value


def test_offices_of_a_country_are_told_in_schema_org(site: Site, facts: Facts) -> None:
    told = 0
    for row in languages():
        for folder in FOLDERS.values():
            page = site.page(f"{row.folder}{folder}/")
            ids = {node.attrs["id"] for node in page.root.find("article") if "id" in node.attrs}
            for one in organizations(page):
                told += 1
                assert one["@type"] in ("Organization", "GovernmentOffice")
                assert one["name"]
                assert one["@id"].removeprefix("#") in ids, f"{page.url}: {one['@id']}"
                confirmed = {str(c["value"]) for c in shown_channels(facts.by_id(one["@id"][1:]))}
                for key in ("url", "email", "address"):
                    assert set(several(one.get(key))) <= confirmed, one
                digits = {re.sub(r"\D", "", value) for value in confirmed if value.startswith("+")}
                for number in several(one.get("telephone")):
                    assert re.fullmatch(r"\+[1-9]\d{6,14}", number), one
                    assert phonenumbers.is_valid_number(phonenumbers.parse(number)), one
                    assert number[1:] in digits, one
                assert {"url", "email", "address", "telephone"} & one.keys(), one
    assert told > 3 * 60


def test_json_ld_is_small_and_only_on_country_pages(site: Site) -> None:
    heaviest = 0
    countries = {f"{row.folder}{folder}/" for row in languages() for folder in FOLDERS.values()}
    for page in site.pages:
        found = SCRIPT.search(page.html)
        assert found is None or page.url in countries, page.url
        if found:
            own = len(brotli.compress(found[0].encode(), quality=6))
            heaviest = max(heaviest, own)
            assert own <= LIMIT, f"{page.url}: {own} bytes"
    print(f"heaviest JSON-LD: {heaviest} bytes (brotli)")


def test_json_ld_leaves_out_what_is_old_or_has_ended(facts: Facts) -> None:
    view = View("en", facts, Catalogue("en"), day=date(2026, 11, 22))
    assert json_ld(view, "EG")
    assert json_ld(replace(view, day=date(2028, 11, 22)), "EG") == ""
    ended = {r.id for r in facts.records if r.get("status", {}).get("state") in ("ended", "suspended")}
    for code in FOLDERS:
        assert not {row["@id"][1:] for row in json.loads(SCRIPT.findall(json_ld(view, code))[0])["@graph"]} & ended


def test_json_ld_cannot_end_its_script(facts: Facts) -> None:
    record = facts.by_id("eg-iom")
    evil = type(record)(record | {"names": {"en": "</script><b>x"}, "sources": record["sources"]})

    class One(Facts):
        def of_country(self, code: str, kind: str | None = None) -> list[Any]:
            return [evil]

    text = json_ld(View("en", One([]), Catalogue("en"), day=date(2026, 11, 22)), "EG")
    assert text.count("</script>") == 1
    assert json.loads(SCRIPT.findall(text)[0])["@graph"][0]["name"] == "</script><b>x"


def entries(text: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            value = element.findtext(f"{ATOM}{name}")
            assert value, f"{element.tag} has no {name}"
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{ATOM}updated") or "")
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    return root.findall(f"{ATOM}entry")


def test_built_feed_has_the_changes_of_the_facts(site: Site) -> None:
    found = entries((site.folder / "feed.xml").read_text(encoding="utf-8"))
    assert len(found) == min(50, len(read_changes()))


def test_feed_without_changes_is_a_feed(edition: Edition, tmp_path: Path) -> None:
    empty = tmp_path / "changes.yaml"
    empty.write_text("", encoding="utf-8")
    assert entries(feed(edition, read_changes(empty))) == []
    assert read_changes(tmp_path / "missing.yaml") == []


Write = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Writes a list of changes and returns its path."""

    def write(text: str) -> Path:
        path = tmp_path / "changes.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


TWO_DAYS = """
days:
  - date: 2026-10-01
    changes:
      - {records: [eg-iom], how: replaced, what: phone, old: <1>, new: <2>, why: newer_source}
  - date: '2026-11-20'
    about: audit
    changes:
      - {records: [bamf-main, eg-iom], how: withheld, what: amount, new: 4000, unit: EUR, why: too_old}
"""


def test_newest_change_comes_first_and_leads_to_its_card(edition: Edition, written: Write) -> None:
    changes = read_changes(written(TWO_DAYS))
    found = entries(feed(edition, changes))
    updated = [entry.findtext(f"{ATOM}updated") for entry in found]
    assert updated == ["2026-11-20T00:00:00Z", "2026-10-01T00:00:00Z"]
    links = [entry.find(f"{ATOM}link") for entry in found]
    addresses = [link.attrib["href"] for link in links if link is not None]
    assert addresses == [f"{SITE_URL}sources/", f"{SITE_URL}egypt/#eg-iom"]
    newest, oldest = (entry.findtext(f"{ATOM}summary") or "" for entry in found)
    assert "Now: €4,000." in newest
    assert "bamf-main, eg-iom" in newest
    assert "Before: <1>. Now: <2>." in oldest
    elsewhere = entries(feed(replace(edition, site_url="https://example.net/"), changes))
    assert [e.findtext(f"{ATOM}id") for e in elsewhere] == [e.findtext(f"{ATOM}id") for e in found]
    assert len({e.findtext(f"{ATOM}id") for e in found}) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "days: [{date: 2026-10-01, changes: [{records: [eg-iom], how: added, what: phone}]}]",
            "change 1 has no `why`",
        ),
        ("days: [{changes: [{records: [eg-iom], how: a, what: b, why: c}]}]", "has no `date`"),
        (
            "days: [{date: 2026-10-01, changes: [{records: [nobody], how: a, what: b, why: c}]}]",
            "`nobody`, which does not",
        ),
        ("- {date: 2026-10-01}", "must begin with `days:`"),
        ("changes: []", "must begin with `days:`"),
    ],
)
def test_broken_change_says_what_is_wrong(edition: Edition, written: Write, text: str, message: str) -> None:
    with pytest.raises(BrokenChange, match=re.escape(message)):
        feed(edition, read_changes(written(text)))


def test_feed_is_linked_only_where_it_belongs(site: Site) -> None:
    linked = {page.url for page in site.pages if any(page.root.find("link", rel="alternate"))}
    assert {f"{row.folder}open-data/" for row in languages()} <= linked
    assert all(url.endswith(("open-data/", "changes/", "what-changed/")) for url in linked), linked


def test_robots_find_the_sitemap(site: Site) -> None:
    lines = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert "Allow: /" in lines
    sitemap = next(line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: "))
    assert urlsplit(sitemap).scheme
    assert (site.folder / urlsplit(sitemap).path.lstrip("/")).is_file()


def test_language_models_are_told_what_this_is(site: Site) -> None:
    text = (site.folder / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Wegweiser\n\n> ")
    for words in ("not the government", "no legal advice", "Facts expire", "CC-BY-4.0"):
        assert words in text
    links = re.findall(r"^- \[.+?\]\((\S+)\): \S", text, re.MULTILINE)
    assert len(links) > 25
    for link in links:
        path = site.folder / urlsplit(link).path.lstrip("/")
        assert path.is_file() or (path / "index.html").is_file(), link
    menu = next(site.page("about/").root.find("nav", class_="menu__panel")).find("a")
    named = {(site.folder / urlsplit(link).path.lstrip("/")).resolve() for link in links}
    for link in menu:
        assert (site.folder / "about" / link.attrs["href"]).resolve() in named, link.attrs["href"]
