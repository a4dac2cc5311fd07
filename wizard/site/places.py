"""The countries and the situations: their addresses and their names."""

from __future__ import annotations

import base64
import json
from functools import cache

from babel import Locale

from wizard.core.fields import COUNTRIES
from wizard.records.amounts import cldr
from wizard.records.compile import slug

# Two-letter folders would vanish: static-i18n takes them for languages.
FOLDERS = {code: slug(code) for code in sorted(COUNTRIES, key=slug)}

# Address of the situation -> answer to the first question of the wizard.
SITUATIONS = {
    "returning": "in_germany_thinking_of_return",
    "back-home": "back_home",
    "leaving": "thinking_of_leaving",
}

_ARABIC_ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"})
_LATIN_ALIKE = str.maketrans({"Ä": "A", "ä": "a", "Ö": "O", "ö": "o", "Ü": "U", "ü": "u"})


def questions_address(code: str = "", situation: str = "") -> str:
    """Address of the questions; what is known already stands behind `#`, which no request carries."""
    answers = {"situation": SITUATIONS.get(situation), "nationality": code or None}
    known = {field: value for field, value in answers.items() if value}
    if not known:
        return "wizard/"
    packed = base64.urlsafe_b64encode(json.dumps(known, separators=(",", ":")).encode()).decode().rstrip("=")
    return f"wizard/#a={packed}"


def country_name(code: str, locale: str) -> str:
    """Name of the country in that language, from CLDR (which has Kosovo)."""
    return str(cldr(locale).territories.get(code) or Locale("en").territories[code])


def sort_key(name: str) -> str:
    """Key for the order a reader expects: letters with marks stand beside the plain ones."""
    return name.translate(_ARABIC_ALIKE).translate(_LATIN_ALIKE).removeprefix("ال").casefold()


@cache
def countries_in_order(locale: str) -> tuple[tuple[str, str], ...]:
    """Pairs of (code, name), sorted by name in that language."""
    pairs = [(code, country_name(code, locale)) for code in FOLDERS]
    return tuple(sorted(pairs, key=lambda pair: sort_key(pair[1])))


def language_name(code: str, locale: str) -> str:
    """Name of a spoken language in the page's language, or its code."""
    languages = cldr(locale).languages
    key = code.replace("-", "_")
    return str(languages.get(key) or languages.get(code.split("-")[0]) or Locale("en").languages.get(key) or code)
