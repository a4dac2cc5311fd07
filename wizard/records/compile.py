"""Compiles texts and facts of one language into the plain data the core reads, on the phone and everywhere else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from babel.dates import format_date, get_month_names

from wizard.core.fields import COUNTRIES
from wizard.core.questions import NEIGHBOURS
from wizard.languages import language
from wizard.records.amounts import amount_text, cldr, range_text
from wizard.records.catalogue import Catalogue, Text, english
from wizard.records.phones import format_phone, region
from wizard.records.read import Facts, Record, read_facts
from wizard.records.shown import is_shown, shown_channels

# Text ids that only pages made at build time use.
_BUILD_ONLY = ("site.",)
_PLACES_FROM = ("centre", "contact")
# Kinds of records that only pages show: phones do not download them.
_NOT_FOR_CORE = ("country", "statistic", "campaign", "change", "price", "background", "term")

Card = Callable[[Record], str]


@cache
def all_facts() -> Facts:
    """The facts of this checkout, read once."""
    return read_facts()


def country_name(code: str, locale: str) -> str:
    """Name of a country in CLDR."""
    return str(cldr(locale).territories[code])


def slug(code: str) -> str:
    """Folder of a country's pages: its English name in small plain letters."""
    name = {"GM": "gambia"}.get(code, country_name(code, "en"))
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")


def _packed(text: Text, locale: str) -> str | list[str]:
    return str(text) if text.lang == locale else [str(text), language(text.lang).lang]


def compile_texts(locale: str) -> dict[str, str | list[str]]:
    """All texts of the core and the browser in one language."""
    catalogue = Catalogue(locale)
    texts = {i: _packed(catalogue.text(i), locale) for i in english() if not i.startswith(_BUILD_ONLY)}
    for code in (*COUNTRIES, *NEIGHBOURS):
        texts[f"country.{code}"] = country_name(code, locale)
    months = get_month_names("wide", locale=cldr(locale))
    texts |= {f"date.month{i}": str(months[i]) for i in range(1, 13)}
    return texts


def day_text(day: str, locale: str) -> str:
    """A full day in words; shorter dates and `unknown` as they are."""
    return str(format_date(date.fromisoformat(day), format="long", locale=cldr(locale))) if len(day) == 10 else day


def _channel(record: Record, channel: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    kind, value = channel["type"], channel["value"]
    row: dict[str, Any] = {"type": kind, "value": value, "show": value if isinstance(value, str) else ", ".join(value)}
    if kind in ("phone", "whatsapp", "sms"):
        row["show"], row["uri"] = format_phone(value, region(record.countries))
        number = row["uri"].removeprefix("tel:")
        if kind == "whatsapp":
            row["uri"] = "https://wa.me/" + number.lstrip("+")
        if kind == "sms":
            row["uri"] = f"sms:{number}"
    elif kind == "short_code":
        row["uri"] = "tel:" + value.replace(" ", "")
    elif kind == "email":
        row["uri"] = f"mailto:{value}"
    elif kind == "website":
        row["show"] = value.split("://")[1].removeprefix("www.").rstrip("/")
    for key in ("service", "cost", "reach"):
        if key in channel and channel[key] not in ("paid", "everywhere"):
            row[f"{key}_show"] = str(catalogue.text(f"channel.{key}.{channel[key]}"))
    if channel.get("place"):
        row["place"] = channel["place"]
    if channel.get("note"):
        row["note"] = _packed(catalogue.fact(record.id, channel["note"]), catalogue.locale)
    return row


def _figure(record: Record, figure: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    unit = figure["unit"]
    periods: list[dict[str, Any]] = []
    for period in figure["periods"]:
        values = [period["value"]] if "value" in period else [period["min"], period["max"]]
        shown = (
            amount_text(values[0], unit, catalogue.locale)
            if len(values) == 1
            else range_text(values[0], values[1], unit, catalogue.locale)
        )
        row = {"show": shown, "value": values[-1]}
        row |= {key: period[key] for key in ("from", "to", "expected") if period.get(key)}
        periods.append(row)
    return {
        "label": _packed(catalogue.fact(record.id, figure["label"]), catalogue.locale),
        "unit": unit,
        "periods": periods,
    }


def _name(record: Record, catalogue: Catalogue) -> tuple[str, str]:
    """Name in the page's language where there is one, else as the record has it, with its language."""
    names = record.get("names", {})
    for lang in (catalogue.locale, "en", *names):
        if lang in names:
            return names[lang], lang
    title = catalogue.fact(record.id, record["title"])
    return str(title), title.lang


def compile_record(record: Record, catalogue: Catalogue, card: Card | None = None) -> dict[str, Any]:
    """One record as the core reads it: only what may be shown."""
    name, name_lang = _name(record, catalogue)
    row: dict[str, Any] = {
        "id": record.id,
        "kind": record["kind"],
        "name": name,
        "checked": record["checked"],
        "checked_show": day_text(record["checked"], catalogue.locale),
        "confidence": record["confidence"],
    }
    if name_lang != catalogue.locale:
        row["name_lang"] = name_lang
    for key in ("role", "topic", "law", "offers", "city", "needs"):
        if record.get(key):
            row[key] = record[key]
    if record.countries:
        row["countries"] = record.countries
    if record.get("status"):
        row["state"] = record["status"]["state"]
    channels = [
        _channel(record, c, catalogue) for c in shown_channels(record) if c["type"] not in ("languages", "hours")
    ]
    if channels:
        row["channels"] = channels
    if record.get("figures"):
        row["figures"] = {key: _figure(record, figure, catalogue) for key, figure in record["figures"].items()}
    row["sources"] = [
        {"title": s["title"], "date": s["date"]} | ({"url": s["url"]} if s.get("url") and s.get("link", True) else {})
        for s in record["sources"]
    ]
    # The comparison of the routes: how long a stay can last.
    if record["kind"] == "route" and "when" in record["texts"]:
        row["stay"] = _packed(catalogue.fact(record.id, record["texts"]["when"]), catalogue.locale)
    if card is not None:
        row["card"] = card(record)
    return row


def _for_core(record: Record) -> bool:
    return is_shown(record) and record["kind"] not in _NOT_FOR_CORE


def compile_data(locale: str, country: str | None, card: Card | None = None) -> dict[str, Any]:
    """Data for the core: the common part (`country` None: texts and records of no one country) or one country's."""
    facts, catalogue = all_facts(), Catalogue(locale)
    own = language(locale)
    if country is None:
        rows = [r for r in facts.records if len(r.countries) != 1 and _for_core(r)]
        return {
            "locale": locale,
            "lang": own.lang,
            "direction": own.direction,
            "texts": compile_texts(locale),
            "countries": {c: {"name": country_name(c, locale), "slug": slug(c)} for c in COUNTRIES},
            "places": {c: places(c) for c in COUNTRIES},
            "records": {r.id: compile_record(r, catalogue, card) for r in rows},
        }
    rows = [r for r in facts.of_country(country) if r.countries == [country] and _for_core(r)]
    return {"country": country, "records": {r.id: compile_record(r, catalogue, card) for r in rows}}


def places(country: str) -> list[str]:
    """Towns of a country in which a centre or contact has a confirmed place, by name."""
    found: set[str] = set()
    for record in all_facts().of_country(country):
        if record.get("kind") in _PLACES_FROM and is_shown(record):
            found |= {c["place"] for c in shown_channels(record) if c.get("place")}
            if record.get("city"):
                found.add(record["city"])
    return sorted(name for name in found if len(name) <= 24 and "," not in name and "(" not in name)
