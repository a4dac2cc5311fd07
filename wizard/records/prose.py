"""Finds amounts, phone numbers and addresses that slipped into prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONEY = (
    r"EUR|euros?|€|USD|US-?\$|\$|dollars?|dalasi|GMD|cedis?|GHS|naira|NGN|CFA|FCFA|XOF|pounds?|EGP|dirhams?|MAD|dinars?|TND|IQD|"
    r"rupees?|PKR|Rs\.?|lek[eë]?|afghanis?|AFN|RSD|percent|per cent|%"
)
AMOUNT = re.compile(rf"(?:\d[\d.,\u00a0 ]*\s?(?:{_MONEY})(?![a-z])|(?<![A-Za-z])(?:{_MONEY})\s?\d)", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w/])(?:\+\d[\d \u00a0/()-]{5,}\d|0\d{2,}[ /-]?\d{3,}|\d{3}[ -]\d{3}[ -]\d{2,})(?!\w)")
WEB = re.compile(r"https?://|\bwww\.|\b\S+@\S+\.\w")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def slips(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of (what it is, the text found)."""
    for kind, pattern in (("an amount", AMOUNT), ("a phone number", PHONE), ("an address", WEB)):
        match = pattern.search(text)
        if match:
            yield kind, match.group(0).strip()
