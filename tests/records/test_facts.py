"""The facts as they stand: without fault, and fit to be shown to somebody who relies on them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wizard.core.data import Data
from wizard.core.fields import COUNTRIES
from wizard.records.check import check_facts
from wizard.records.compile import compile_data
from wizard.records.phones import fault_of_number, format_phone, region
from wizard.records.read import Facts, Record, read_facts
from wizard.records.shown import confirmed_contact, is_shown, shown_channels

CALLS = ("phone", "whatsapp", "sms")


@pytest.fixture(scope="module")
def facts() -> Facts:
    """All facts, read once."""
    return read_facts()


def _hidden(record: Record) -> list[dict[str, Any]]:
    """Channels nobody may be sent to."""
    channels = record.get("channels", [])
    return [one for one in channels if not is_shown(record) or one.get("withheld") or one["confidence"] == "low"]


def _open(record: Record) -> list[dict[str, Any]]:
    """Channels that may be shown, by the rule of the facts and not by our code."""
    hidden = _hidden(record)
    return [one for one in record.get("channels", []) if one not in hidden]


def test_facts_have_no_fault() -> None:
    """`check` finds nothing."""
    assert [str(fault) for fault in check_facts()] == []


def test_ids_are_unique(facts: Facts) -> None:
    """No id stands twice, over all files."""
    ids = [record.id for record in facts.records]
    assert len(ids) == len(set(ids)) > 500


def test_every_record_is_sourced_and_dated(facts: Facts) -> None:
    """Each record, each channel and each period names a source; the day of the check is not before the source."""
    for record in facts.records:
        known = {source["id"] for source in record["sources"]}
        assert known, record.id
        for channel in record.get("channels", []):
            assert set(channel["sources"]) <= known, record.id
        for figure in record.get("figures", {}).values():
            assert all(set(period["sources"]) <= known for period in figure["periods"]), record.id


def test_there_are_channels_to_hide(facts: Facts) -> None:
    """The next test has something to find: some channels are withheld or of low confidence."""
    assert sum(len(_hidden(record)) for record in facts.records) >= 10


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_no_hidden_channel_reaches_a_phone(locale: str, facts: Facts) -> None:
    """No withheld or doubtful number, address or site is in the data that is shipped."""
    parts = [compile_data(locale, code) for code in (None, *COUNTRIES)]
    shipped = {key: record for part in parts for key, record in part["records"].items()}
    for record in facts.records:
        hidden = {(one["type"], str(one["value"])) for one in _hidden(record)}
        shown = {(one["type"], str(one["value"])) for one in _open(record)}
        found = {(one["type"], str(one["value"])) for one in shipped.get(record.id, {}).get("channels", [])}
        assert not found & (hidden - shown), record.id
        if not is_shown(record):
            assert record.id not in shipped
    numbers = {
        "".join(filter(str.isdigit, str(one["value"])))
        for record in facts.records
        for one in _hidden(record)
        if one["type"] in CALLS
    }
    confirmed = {"".join(filter(str.isdigit, str(one["value"]))) for record in facts.records for one in _open(record)}
    for key, record in shipped.items():
        for channel in record.get("channels", []):
            digits = "".join(filter(str.isdigit, channel.get("uri", "")))
            assert not digits or digits not in numbers - confirmed, key


def test_every_number_that_is_shown_can_be_dialled(facts: Facts) -> None:
    """Each phone number that reaches a visitor is whole, and its link holds the digits that are shown."""
    count = 0
    for record in facts.records:
        for channel in shown_channels(record):
            if channel["type"] in CALLS:
                country = region(record.countries)
                assert fault_of_number(channel["value"], country) is None, record.id
                shown, uri = format_phone(channel["value"], country)
                digits = "".join(filter(str.isdigit, shown))
                assert "".join(filter(str.isdigit, uri)) == digits, f"{record.id}: {shown} {uri}"
                assert uri.startswith("tel:+") == channel["value"].startswith("+"), record.id
                count += 1
    assert count > 20


@pytest.mark.parametrize("country", COUNTRIES)
def test_country_has_a_confirmed_contact(country: str, facts: Facts) -> None:
    """Every country has at least one contact that can be reached, and it works."""
    good = [
        record
        for record in facts.of_country(country)
        if record["kind"] in ("centre", "contact") and confirmed_contact(record)
    ]
    working = [
        record for record in good if record.get("status", {}).get("state") not in ("ended", "suspended", "planned")
    ]
    assert working, country


@pytest.mark.parametrize("country", COUNTRIES)
def test_country_has_an_emergency_number_or_says_not_known(country: str, facts: Facts) -> None:
    """Every country has a confirmed number for emergencies, or its record says that none is known."""
    numbers = [
        channel
        for record in facts.of_country(country)
        if record.get("role") == "emergency"
        for channel in shown_channels(record)
        if channel["type"] in ("phone", "short_code")
    ]
    unknown = [
        text
        for record in facts.of_country(country)
        for text in record.get("not_known", [])
        if "emergency" in text.lower() or "ambulance" in text.lower()
    ]
    assert numbers or unknown, country


@pytest.mark.parametrize("country", COUNTRIES)
def test_country_has_the_records_its_page_needs(country: str, facts: Facts) -> None:
    """Every country has its profile, return programmes, first steps, jobs and visa facts."""
    records = facts.of_country(country)
    kinds = {record["kind"] for record in records}
    assert {"country", "arrival", "job", "visa"} <= kinds
    assert [record.id for record in records if record["kind"] == "country"] == [f"{country.lower()}-country"]
    assert facts.by_id(f"return-options-{country.lower()}")["offers"]
    profile = facts.by_id(f"{country.lower()}-country")["profile"]
    assert profile["western_balkans"] == (country in ("AL", "XK", "RS"))
    assert profile["visa_free_short_stay"] == (country in ("AL", "XK", "RS"))
    assert profile["health_recruitment_listed"] == (country in ("AF", "GM", "GH", "NG", "PK", "SN"))


def test_only_kosovo_and_albania_have_their_own_project(facts: Facts) -> None:
    """There is a URA project in Kosovo and one in Albania, nowhere else."""
    with_ura = [c for c in COUNTRIES if facts.by_id(f"return-options-{c.lower()}")["offers"].get("ura") == "yes"]
    assert with_ura == ["AL", "XK"]


def test_afghanistan_is_not_shown_as_a_normal_case(facts: Facts) -> None:
    """For Afghanistan the funded return is not shown as an ordinary offer."""
    offers = facts.by_id("return-options-af")["offers"]
    assert offers.get("reag_garp") != "yes"
    assert offers.get("starthilfe_plus") in (None, "not_listed")


def test_drafts_are_never_in_force(facts: Facts) -> None:
    """A figure for a year to come is marked as expected unless it is in force already."""
    for record in facts.of_kind("threshold"):
        for key, figure in record.get("figures", {}).items():
            for period in figure["periods"]:
                if (period.get("from") or "") >= "2027-01-01" and record.id != "minimum_wage":
                    assert period.get("expected"), f"{record.id}.{key}"


def test_data_for_the_phone_is_small_and_plain(data: Data) -> None:
    """What a phone loads for one country is plain JSON, and holds that country's records only."""
    for country in ("GH", "XK"):
        part = compile_data("en", country)
        text = json.dumps(part, ensure_ascii=False)
        assert json.loads(text) == part
        assert all(record["countries"] == [country] for record in part["records"].values())
        assert set(part["records"]) <= set(data.records)
