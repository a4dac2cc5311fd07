"""Amounts, times and counts written in the reader's language (CLDR)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal

from babel import Locale
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

# CLDR's plain `en` writes the month first, which our readers misread.
_CLDR_NAMES = {"en": "en_GB", "ku-IQ": "ckb"}
_CLDR_UNITS = {
    "hours": "duration-hour",
    "days": "duration-day",
    "weeks": "duration-week",
    "months": "duration-month",
    "years": "duration-year",
}


@cache
def cldr(locale: str) -> Locale:
    """CLDR data of one of our locales."""
    return Locale.parse(_CLDR_NAMES.get(locale, locale).replace("-", "_"))


def _whole(locale: str) -> str:
    """CLDR's pattern for money, without cents."""
    return str(cldr(locale).currency_formats["standard"].pattern).replace(".00", "")


def amount_text(value: float, unit: str, locale: str) -> str:
    """One number with its unit, without the time it is paid for: 1000, EUR_month -> €1,000."""
    money = unit.split("_")[0]
    if len(money) == 3 and money.isupper():
        if float(value).is_integer():
            return str(format_currency(value, money, locale=cldr(locale), currency_digits=False, format=_whole(locale)))
        return str(format_currency(value, money, locale=cldr(locale)))
    if unit == "percent":
        return str(format_percent(Decimal(str(value)) / 100, locale=cldr(locale), decimal_quantization=False))
    if unit in _CLDR_UNITS:
        name = _CLDR_UNITS[unit]
        return str(format_unit(value, name, length=_length(name, locale), locale=cldr(locale)))
    return str(format_decimal(value, locale=cldr(locale)))


def _length(unit: str, locale: str) -> Literal["long", "short"]:
    """Some languages (Arabic) have the full words only in the short form."""
    return "long" if "other" in cldr(locale)._data["unit_patterns"][unit].get("long", {}) else "short"


def range_text(low: float, high: float, unit: str, locale: str) -> str:
    """From low to high, the unit of time only once: 15–35 weeks."""
    if unit in _CLDR_UNITS:
        return f"{format_decimal(low, locale=cldr(locale))}–{amount_text(high, unit, locale)}"
    return f"{amount_text(low, unit, locale)} – {amount_text(high, unit, locale)}"
