"""Checks the facts: every fault with file, line, record and the way to mend it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from wizard.records.changes import change_faults
from wizard.records.phones import fault_of_number, region
from wizard.records.prose import PLACEHOLDER, slips
from wizard.records.read import FACTS, BrokenFile, FactFile, Fault, Place, Record, fact_paths, read_file
from wizard.records.texts_of import texts_of

SCHEMA = FACTS / "schema" / "facts.schema.json"


def schema() -> dict[str, Any]:
    """The published JSON Schema of a facts file."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def check_facts(root: Path | None = None, today: date | None = None) -> list[Fault]:
    """All faults of all files below `root`, in the order of files and lines."""
    base = root or FACTS
    day = today or date.today()
    faults: list[Fault] = []
    files: list[FactFile] = []
    for path in fact_paths(base):
        try:
            files.append(read_file(path, base))
        except BrokenFile as broken:
            faults.append(broken.fault)
    validator = Draft202012Validator(schema())
    seen: dict[str, Record] = {}
    for file in files:
        of_shape = list(_schema_faults(file, validator))
        faults.extend(of_shape)
        for record in file.records:
            faults.extend(_record_faults(record, day, whole=not any(f.record == record.id for f in of_shape)))
            first = seen.setdefault(record.id, record)
            if first is not record:
                what = f"The id `{record.id}` is already used in {first.file}:{first.line}."
                faults.append(
                    Fault(record.file, record.line_of(("id",)), record.id, what, "Give one of them another id.")
                )
    faults.extend(_reference_faults([record for file in files for record in file.records], set(seen)))
    try:
        faults.extend(change_faults(base, seen, day))
    except BrokenFile as broken:
        faults.append(broken.fault)
    return sorted(set(faults), key=lambda f: (f.file, f.line, f.what))


def _reference_faults(records: list[Record], ids: set[str]) -> Iterator[Fault]:
    """Records that name another one which is not there."""
    for record in records:
        named: list[tuple[Place, Any]] = [(("programme",), record.get("programme"))]
        see = record.get("see")
        named += [(("see", i), one) for i, one in enumerate(cast(list[Any], see) if isinstance(see, list) else [])]
        for place, one in named:
            if one is not None and one not in ids:
                what = f"It names the record `{one}`, which does not exist."
                yield _fault(record, place, what, "Correct the id or drop it.")


def _deepest(error: ValidationError) -> Iterator[ValidationError]:
    """The errors a reader can act on: inside anyOf the branch that got furthest."""
    if error.context and error.validator in ("anyOf", "oneOf"):
        best = max(error.context, key=lambda e: len(list(e.absolute_path)))
        if len(list(best.absolute_path)) > len(list(error.absolute_path)):
            yield from _deepest(best)
            return
    yield error


def _schema_faults(file: FactFile, validator: Draft202012Validator) -> Iterator[Fault]:
    for top in validator.iter_errors(file.tree):
        for error in _deepest(top):
            place: Place = tuple(error.absolute_path)
            record = ""
            if len(place) > 1 and place[0] == "records" and isinstance(place[1], int):
                raw = file.tree["records"][place[1]]
                record = (
                    str(raw.get("id", f"number {place[1] + 1}")) if isinstance(raw, dict) else f"number {place[1] + 1}"
                )
            where = place
            while where and where not in file.lines:
                where = where[:-1]
            yield Fault(file.name, file.lines.get(where, 1), record, *_in_words(error))


def _in_words(error: ValidationError) -> tuple[str, str]:
    name = ".".join(str(p) for p in list(error.absolute_path)[2:]) or "the record"
    if not list(error.absolute_path):
        name = "the file"
    if error.validator == "required":
        missing = str(error.message).split("'")[1]
        return f"In {name} `{missing}` is missing.", f"Add `{missing}:`."
    if error.validator == "enum":
        allowed = ", ".join(str(v) for v in cast(list[object], error.validator_value))
        return f"`{error.instance}` is not allowed for {name}.", f"Use one of: {allowed}."
    if error.validator in ("additionalProperties", "propertyNames"):
        return f"In {name}: {error.message}.", "Remove the key or correct its spelling (see wizard/facts/schema)."
    if error.validator == "pattern":
        rule = cast(dict[str, object], error.schema)
        hint = rule.get("description") or f"It must match {error.validator_value}."
        return f"`{error.instance}` has the wrong form for {name}.", str(hint)
    if error.validator == "anyOf":
        alternatives = [str(e.message) for e in error.context or []]
        return f"{name} does not fit: {'; or '.join(alternatives[:3])}.", "See wizard/facts/schema."
    return f"{name}: {error.message}.", "See wizard/facts/schema."


def _record_faults(record: Record, today: date, whole: bool) -> Iterator[Fault]:
    """The finer faults. `whole`: the record has the shape of the schema; if not, some of these checks cannot run."""
    for finer in (partial(_dates, today=today), _sources, _numbers, _periods, _prose):
        try:
            yield from finer(record)
        except (KeyError, TypeError, AttributeError, ValueError):
            if whole:
                raise


def _fault(record: Record, place: Place, what: str, mend: str) -> Fault:
    return Fault(record.file, record.line_of(place), record.id, what, mend)


def _dates(record: Record, today: date) -> Iterator[Fault]:
    places: list[tuple[Place, Any]] = [(("checked",), record.get("checked"))]
    places += [(("sources", i, "date"), s.get("date")) for i, s in enumerate(record.get("sources", []))]
    places += [(("channels", i, "checked"), c.get("checked")) for i, c in enumerate(record.get("channels", []))]
    places += [(("status", key), record.get("status", {}).get(key)) for key in ("seen",)]
    for place, value in places:
        if not isinstance(value, str) or value == "unknown":
            continue
        if value > today.isoformat()[: len(value)]:
            yield _fault(
                record, place, f"The date {value} lies in the future.", "Write the day it was really checked or seen."
            )
        if len(value) == 10:
            try:
                date.fromisoformat(value)
            except ValueError:
                yield _fault(record, place, f"{value} is not a day of the calendar.", "Write it as YYYY-MM-DD.")


def _sources(record: Record) -> Iterator[Fault]:
    ids = [source["id"] for source in record.get("sources", [])]
    for i, one in enumerate(ids):
        if one in ids[:i]:
            yield _fault(record, ("sources", i), f"The source id `{one}` stands twice.", "Give each source its own id.")
    used: list[tuple[Place, str]] = []
    for i, channel in enumerate(record.get("channels", [])):
        used += [(("channels", i, "sources"), s) for s in channel.get("sources", [])]
    for key, figure in record.get("figures", {}).items():
        for i, period in enumerate(figure["periods"]):
            used += [(("figures", key, "periods", i, "sources"), s) for s in period.get("sources", [])]
    for place, source in used:
        if source not in ids:
            known = ", ".join(ids) or "none"
            yield _fault(
                record, place, f"The source `{source}` is not listed.", f"Add it to `sources` or use one of: {known}."
            )


def _numbers(record: Record) -> Iterator[Fault]:
    country = region(record.countries)
    for i, channel in enumerate(record.get("channels", [])):
        place: Place = ("channels", i, "value")
        value = channel["value"]
        if channel["type"] in ("phone", "whatsapp", "sms") and not channel.get("withheld"):
            wrong = fault_of_number(value, country)
            if wrong:
                yield _fault(
                    record,
                    place,
                    wrong,
                    "Compare it with the source; withhold it with a reason if the source is wrong.",
                )
        if channel["type"] == "short_code" and not (
            value.replace(" ", "").isdigit() and 2 <= len(value.replace(" ", "")) <= 6
        ):
            yield _fault(
                record, place, f"`{value}` is not a short code.", "Write two to six digits, or use the type phone."
            )
        if channel["type"] == "website" and not value.startswith(("http://", "https://")):
            yield _fault(record, place, f"`{value}` is not a web address.", "Start it with https://.")
        if channel["type"] == "email" and value.count("@") != 1:
            yield _fault(record, place, f"`{value}` is not an e-mail address.", "Write name@domain.")


def _periods(record: Record) -> Iterator[Fault]:
    for key, figure in record.get("figures", {}).items():
        spans: list[tuple[str, str, int]] = []
        for i, period in enumerate(figure["periods"]):
            start, end = period.get("from") or "0000-00-00", period.get("to") or "9999-99-99"
            if start > end:
                place: Place = ("figures", key, "periods", i)
                yield _fault(record, place, f"The period of `{key}` ends before it starts.", "Swap `from` and `to`.")
            spans.append((start, end, i))
        spans.sort()
        for (start, end, _), (later, _end, i) in itertools.pairwise(spans):
            if later <= end:
                place = ("figures", key, "periods", i)
                what = f"Two periods of `{key}` overlap: {start} to {end} and the one from {later}."
                yield _fault(record, place, what, "End the first one the day before the next begins.")


def _prose(record: Record) -> Iterator[Fault]:
    figures = set(record.get("figures", {}))
    for place, text in texts_of(record):
        for kind, found in slips(text):
            mend = "Put it into `figures` or `channels`; a text can name a figure as {figure_key}."
            yield _fault(record, place, f"The text holds {kind}: “{found}”.", mend)
        for name in PLACEHOLDER.findall(text):
            if name not in figures:
                known = ", ".join(sorted(figures)) or "none"
                yield _fault(
                    record,
                    place,
                    f"The text names the figure {{{name}}}, which the record does not have.",
                    f"Figures here: {known}.",
                )
