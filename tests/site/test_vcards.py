"""Contacts to save: only confirmed numbers, readable by other programs, with source and day."""

from __future__ import annotations

from typing import Any

import pytest
import vobject

from tests.site.conftest import Site
from wizard.records.read import Facts, read_facts
from wizard.records.shown import is_shown, shown_channels
from wizard.site.vcards import has_vcard, vcard, vcard_address

CALLS = ("phone", "short_code", "whatsapp", "sms")


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts()


def digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def test_every_card_is_read_back_with_all_confirmed_numbers(site: Site, facts: Facts) -> None:
    seen = 0
    for record in facts.records:
        if not has_vcard(record):
            assert not (site.folder / vcard_address(record)).exists(), record.id
            continue
        seen += 1
        content = (site.folder / vcard_address(record)).read_bytes()
        assert all(len(line) <= 76 for line in content.split(b"\r\n")), record.id
        card: Any = vobject.readOne(content.decode())  # pyright: ignore
        shown = shown_channels(record)
        numbers = {digits(line.value)[-6:] for line in card.contents.get("tel", [])}
        assert numbers == {digits(str(c["value"]))[-6:] for c in shown if c["type"] in CALLS}, record.id
        mails = {line.value for line in card.contents.get("email", [])}
        assert mails == {str(c["value"]) for c in shown if c["type"] == "email"}, record.id
        assert record["checked"] in card.note.value
        assert "Source: " in card.note.value
        assert card.fn.value.strip()
    assert seen > 50


def test_withheld_numbers_are_in_no_card(site: Site, facts: Facts) -> None:
    hidden = {
        digits(str(channel["value"])): record
        for record in facts.records
        for channel in record.get("channels", [])
        if channel["type"] in ("phone", "whatsapp") and channel not in shown_channels(record)
    }
    assert hidden
    shown = {digits(str(c["value"])) for record in facts.records for c in shown_channels(record)}
    for path in (site.folder / "contacts").glob("*.vcf"):
        card: Any = vobject.readOne(path.read_text(encoding="utf-8"))  # pyright: ignore
        for line in card.contents.get("tel", []):
            assert digits(line.value) not in hidden.keys() - shown, path.name


def test_links_to_save_stand_on_the_cards(site: Site, facts: Facts) -> None:
    page = site.page("ar/ghana/")
    linked = {
        link.attrs["href"].rpartition("/")[2].removesuffix(".vcf")
        for link in page.root.find("a")
        if link.attrs.get("href", "").endswith(".vcf")
    }
    offices = {
        record.id
        for record in facts.of_country("GH")
        if has_vcard(record) and is_shown(record) and record["role"] != "emergency"
    }
    assert offices <= linked
    assert all("download" in link.attrs for link in page.root.find("a") if link.attrs.get("href", "").endswith(".vcf"))


def test_special_signs_and_other_scripts_survive(facts: Facts) -> None:
    record = next(r for r in facts.records if has_vcard(r) and "ar" in r.get("names", {}))
    record = type(record)({**record, "names": {"ar": "مركز; أول, \\ ثان\nسطر"}, "countries": []})
    card: Any = vobject.readOne(vcard(record, "https://example.org/").decode())  # pyright: ignore
    assert card.fn.value == "مركز; أول, \\ ثان\nسطر"
