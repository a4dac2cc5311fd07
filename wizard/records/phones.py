"""Phone numbers: are they whole, how are they shown, how are they dialled."""

from __future__ import annotations

import phonenumbers

# The library writes Kosovo as XK too.
_COUNTRY_OF_GERMAN_RECORDS = "DE"


def region(countries: list[str]) -> str:
    """Region in which a number of the record is dialled."""
    return countries[0] if len(countries) == 1 else _COUNTRY_OF_GERMAN_RECORDS


def fault_of_number(value: str, country: str) -> str | None:
    """What is wrong with a full phone number, or None."""
    try:
        number = phonenumbers.parse(value, country)
    except phonenumbers.NumberParseException:
        return f"`{value}` cannot be read as a phone number of {country}."
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == phonenumbers.ValidationResult.TOO_SHORT:
        return f"`{value}` is too short for a phone number of {country}."
    if reason == phonenumbers.ValidationResult.TOO_LONG:
        return f"`{value}` is too long for a phone number of {country}."
    if not phonenumbers.is_valid_number(number):
        return f"`{value}` is not a valid phone number of {country} (a digit may be missing or wrong)."
    return None


def format_phone(value: str, country: str) -> tuple[str, str]:
    """Number as shown and as `tel:` address. Free numbers stay as printed and dialled in the country."""
    if not value.lstrip().startswith("+"):
        return value.strip(), "tel:" + "".join(c for c in value if c.isdigit())
    number = phonenumbers.parse(value, country)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return shown, "tel:" + phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
