"""The copies that `python -m wizard.bench.growth` builds weigh as much as real ones; what it makes of the seconds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest
import yaml

from wizard.bench.growth.copies import copy_of_size
from wizard.bench.growth.line import Size, straight
from wizard.bench.project_copy import CopyFault
from wizard.core.fields import COUNTRIES
from wizard.languages import languages
from wizard.records.messages import sources
from wizard.records.read import read_facts
from wizard.records.texts_of import texts_of

ROOT = Path(__file__).resolve().parents[2]
REAL = len(COUNTRIES)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twice the countries, and one language more than there are."""
    folder = tmp_path_factory.mktemp("copied")
    copy_of_size(folder, len(languages()) + 1, 2 * REAL)
    return folder


def test_each_copied_country_has_as_many_facts_as_its_source(copied: Path) -> None:
    facts = read_facts(copied / "wizard" / "facts")
    ids = [record.id for record in facts.records]
    assert len(ids) == len(set(ids))
    listed = re.search(r"^COUNTRIES = \((.*)\)$", (copied / "wizard/core/fields.py").read_text("utf-8"), re.MULTILINE)
    assert listed
    codes = re.findall("[A-Z]{2}", listed[1])
    assert codes[:REAL] == list(COUNTRIES)
    assert len(codes) == 2 * REAL
    for source, code in zip(codes, codes[REAL:], strict=False):
        assert len(facts.of_country(code)) == len(facts.of_country(source)), (code, source)


def test_copied_facts_are_translated_as_the_real_ones(copied: Path) -> None:
    for file in read_facts(copied / "wizard" / "facts").files:
        wanted = {(record.id, text) for record in file.records for _, text in texts_of(record)}
        for locale in [path.name for path in (copied / "wizard" / "locale").iterdir()]:
            path = copied / "wizard" / "locale" / locale / "facts" / f"{file.path.stem}.po"
            # A file without texts has an empty catalogue, or none.
            there = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path))} if path.exists() else set()
            assert wanted <= there, (locale, file.name)


def test_menu_schema_and_table_of_languages_name_the_copies(copied: Path) -> None:
    menu = (copied / "mkdocs.yml").read_text(encoding="utf-8")
    schema = json.loads((copied / "wizard/facts/schema/facts.schema.json").read_text(encoding="utf-8"))
    assert len(schema["$defs"]["country"]["enum"]) == 2 * REAL
    files = {path.stem for path in (copied / "wizard/facts/countries").glob("*.yaml")}
    assert {name for name in re.findall(r"^      - ([\w-]+)/index\.md$", menu, re.MULTILINE) if name in files} == files
    table = yaml.safe_load((copied / "wizard/languages.yaml").read_text(encoding="utf-8"))["languages"]
    assert [row["locale"] for row in table] == re.findall(r"\{locale: (\w+)", menu)
    assert len(table) == len(languages()) + 1
    assert (copied / "docs" / table[-1]["locale"] / "index.md").is_file()


def test_nothing_is_copied_into_the_project(copied: Path) -> None:
    assert len(list((ROOT / "wizard/facts/countries").glob("*.yaml"))) == REAL
    assert len([name for name in sources() if name.startswith("facts/")]) == len(read_facts().files)


@pytest.mark.parametrize(("language_count", "country_count"), [(1, REAL - 1), (1, 500), (99, REAL)])
def test_what_cannot_be_made_is_one_clear_sentence(tmp_path: Path, language_count: int, country_count: int) -> None:
    with pytest.raises(CopyFault, match=r"Growth starts at the|too many: no more codes are known"):
        copy_of_size(tmp_path, language_count, country_count)


def test_straight_and_bent_lines_are_told_apart() -> None:
    even = [Size(1, pages, pages, 0, 2 + pages / 50) for pages in (100, 300, 900)]
    assert straight(even)["last_to_first"] == pytest.approx(1)
    bent = [Size(1, pages, pages, 0, (pages / 100) ** 2) for pages in (100, 300, 900)]
    assert straight(bent)["last_to_first"] == pytest.approx(3)
    assert straight(bent)["page_of_largest_to_smallest"] == pytest.approx(9)
