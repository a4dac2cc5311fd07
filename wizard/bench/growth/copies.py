"""A copy of the project with any number of languages and countries. More than there are: copies under other codes.

What the copies say is wrong on purpose (facts of Ghana under the name of another country): they only weigh as much as
real ones. They stand in a temporary folder and never in the repository.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import phonenumbers
from babel import Locale

from wizard.bench.project_copy import CopyFault, copy_of_project, leave_out_language, replace_once
from wizard.core.fields import COUNTRIES
from wizard.core.questions import NEIGHBOURS
from wizard.languages import languages
from wizard.records.compile import slug

T = TypeVar("T")

_LIST = re.compile(r"(?<=countries: \[)[A-Z, ]+(?=\])")
# Not `build` as a whole: the copies' pictures would stay in it.
_SHARED = ("node_modules", "tests", "build/runtime")


@dataclass(frozen=True)
class _Copy:
    """A language that stands in for a coming one, and the one it is copied from."""

    locale: str
    name: str
    direction: str
    source: str


# The theme and CLDR have these. Right-to-left ones are copies of Arabic, because isolating costs time.
_LANGUAGES = (
    _Copy("fr", "Français", "ltr", "de"),
    _Copy("fa", "فارسی", "rtl", "ar"),
    _Copy("sq", "Shqip", "ltr", "de"),
    _Copy("sr", "Српски", "ltr", "de"),
    _Copy("ur", "اردو", "rtl", "ar"),
    _Copy("tr", "Türkçe", "ltr", "de"),
    _Copy("es", "Español", "ltr", "de"),
    _Copy("pt", "Português", "ltr", "de"),
    _Copy("ru", "Русский", "ltr", "de"),
    _Copy("it", "Italiano", "ltr", "de"),
)


def copy_of_size(folder: Path, language_count: int, country_count: int) -> None:
    """Copies what a build reads into the folder, with so many languages and countries."""
    copy_of_project(folder, _SHARED)
    # Countries first: their catalogues belong to the languages that are copied.
    _set_countries(folder, country_count)
    _set_languages(folder, language_count)


def _set_languages(folder: Path, count: int) -> None:
    real = [row.locale for row in languages()]
    for locale in real[count:]:
        shutil.rmtree(folder / "docs" / locale)
        leave_out_language(folder, locale)
    added = _first(tuple(row for row in _LANGUAGES if row.locale not in real), count - len(real), "languages")
    for row in added:
        shutil.copytree(folder / "docs" / row.source, folder / "docs" / row.locale)
        shutil.copytree(folder / "wizard/locale" / row.source, folder / "wizard/locale" / row.locale)
        line = f"        - {{locale: {row.locale}, name: {row.name}}}\n"
        replace_once(folder / "mkdocs.yml", r"(^ +- \{locale: .*\n)(?! +- \{locale)", rf"\g<1>{line}")
        with (folder / "wizard/languages.yaml").open("a", encoding="utf-8") as table:
            table.write(f"  - locale: {row.locale}\n    name: {row.name}\n    lang: {row.locale}\n"
                        f"    direction: {row.direction}\n    fallback: en\n")


def _set_countries(folder: Path, count: int) -> None:
    if count < len(COUNTRIES):
        raise CopyFault(f"Growth starts at the {len(COUNTRIES)} countries that there are.")
    known = Locale("en").territories
    free = sorted(set(phonenumbers.SUPPORTED_REGIONS) & set(known) - {*COUNTRIES, *NEIGHBOURS, "DE"})
    added = _first(tuple(free), count - len(COUNTRIES), "countries")
    sources = {code: COUNTRIES[place % len(COUNTRIES)] for place, code in enumerate(added)}
    for code, source in sources.items():
        _copy_country(folder, code, source)
    codes = (*COUNTRIES, *added)
    listed = ", ".join(f'"{code}"' for code in codes)
    replace_once(folder / "wizard/core/fields.py", r"^COUNTRIES = \(.*\)$", f"COUNTRIES = ({listed})")
    schema = folder / "wizard/facts/schema/facts.schema.json"
    replace_once(schema, r'^    "country": \{"enum": \[.*\]\}', f'    "country": {{"enum": [{listed}]}}')
    menu = "".join(f"      - {name}/index.md\n" for name in sorted(slug(code) for code in codes))
    replace_once(folder / "mkdocs.yml", r"(^  - site\.nav\.countries:\n)(?:      - .*\n)+", rf"\g<1>{menu}")
    for path in (folder / "wizard/facts").rglob("*.yaml"):
        # A file of one country has its own copies.
        if path.parent.name != "countries":
            _grow_lists(folder, path, sources)


def _grow_lists(folder: Path, path: Path, sources: dict[str, str]) -> None:
    """Of records on one country, copies; elsewhere the new countries beside those they are copied from."""
    first, *records = re.split(r"^(?=  - id: )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    copies: list[str] = []
    renamed: dict[str, list[str]] = {}
    for record in records:
        old = record.removeprefix("  - id: ").partition("\n")[0]
        own = re.search(r"^    countries: \[([A-Z]{2})\]$", record, re.MULTILINE)
        for code in (code for code, source in sources.items() if own and source == own[1]):
            # The rules look for some of them by the code at the end.
            new = f"{old.removesuffix('-' + sources[code].lower())}-{code.lower()}"
            copies.append(_LIST.sub(code, record.replace(old, new, 1)).rstrip("\n") + "\n")
            renamed.setdefault(old, []).append(new)
    grown = _LIST.sub(lambda found: _grown(found[0], sources), "".join([first, *records]))
    path.write_text(grown.rstrip("\n") + "\n" + "".join(copies), encoding="utf-8")
    for catalogue in (folder / "wizard/locale").glob(f"*/facts/{path.stem}.po"):
        _copy_entries(catalogue, renamed)


def _copy_entries(catalogue: Path, renamed: dict[str, list[str]]) -> None:
    """The translations of copied records once more, under their new ids."""
    text = catalogue.read_text(encoding="utf-8").rstrip("\n")
    more: list[str] = []
    for entry in text.split("\n\n"):
        if context := re.search(r'^msgctxt "(.*)"$', entry, re.MULTILINE):
            more += [entry.replace(context[0], f'msgctxt "{new}"') for new in renamed.get(context[1], ())]
    catalogue.write_text("\n\n".join([text, *more]) + "\n", encoding="utf-8")


def _grown(listed: str, sources: dict[str, str]) -> str:
    """A list of countries, with the copies of those that stand in it."""
    codes = [code.strip() for code in listed.split(",")]
    if len(codes) == 1:
        return listed
    return ", ".join([*codes, *(code for code, source in sources.items() if source in codes)])


def _copy_country(folder: Path, code: str, source: str) -> None:
    """The facts of a country and their translations once more, with ids of their own."""
    old, new = slug(source), slug(code)
    facts = folder / "wizard/facts/countries"
    text = (facts / f"{old}.yaml").read_text(encoding="utf-8")
    ids = re.findall(r"^  - id: ([\w-]+)$", text, re.MULTILINE)
    own = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ids))})(?![\w-])")

    def renamed(written: str) -> str:
        return own.sub(lambda found: code.lower() + found[0].removeprefix(source.lower()), written)

    (facts / f"{new}.yaml").write_text(renamed(text), encoding="utf-8")
    replace_once(facts / f"{new}.yaml", rf"^country: {source}$", f"country: {code}")
    text = (facts / f"{new}.yaml").read_text(encoding="utf-8")
    (facts / f"{new}.yaml").write_text(_LIST.sub(lambda found: re.sub(source, code, found[0]), text), encoding="utf-8")
    for path in (folder / "wizard/locale").glob(f"*/facts/{old}.po"):
        path.with_stem(new).write_text(renamed(path.read_text(encoding="utf-8")), encoding="utf-8")


def _first(rows: tuple[T, ...], count: int, what: str) -> tuple[T, ...]:
    if count > len(rows):
        raise CopyFault(f"{count - len(rows)} {what} too many: no more codes are known.")
    return rows[: max(0, count)]
