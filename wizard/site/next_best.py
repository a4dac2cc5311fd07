"""Who can be asked instead when an office has no confirmed number: the same choice as in the plan."""

from __future__ import annotations

from wizard.core import contacts
from wizard.records.catalogue import SOURCE, Catalogue
from wizard.records.compile import compile_record
from wizard.records.read import Facts, Record
from wizard.records.shown import CALLS, shown_channels

_LOOKED_UP = (*CALLS, "email", "website")


def reachable(record: Record) -> bool:
    """True if a visitor can call, write or look it up: there is a confirmed way that is not only an address."""
    return any(channel["type"] in _LOOKED_UP for channel in shown_channels(record))


def callable_now(record: Record) -> bool:
    """True if a visitor can call or message it."""
    return any(channel["type"] in CALLS for channel in shown_channels(record))


def next_best(facts: Facts, country: str, besides: Record) -> Record | None:
    """The confirmed contact of the same work, else the country's best one; for German offices one in Germany."""
    home = [country] if besides.countries else []
    catalogue = Catalogue(SOURCE)
    rows = [
        compile_record(r, catalogue)
        for r in (facts.of_country(country) if home else facts.records)
        if r.get("kind") in ("centre", "contact") and r.countries == home and reachable(r)
    ]
    found = contacts.instead(compile_record(besides, catalogue), rows, str(besides.get("city", "")))
    return facts.by_id(found) if found else None
