"""The published files: complete, in the form they promise, and without anything that is kept back."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import geojson
import pytest
from jsonschema import Draft202012Validator

from tests.site.conftest import Site
from wizard.records.read import Facts, read_facts
from wizard.records.shown import is_shown, shown_channels
from wizard.site.open_data.contacts_csv import COLUMNS, contacts_csv, harmless
from wizard.site.open_data.edition import Edition
from wizard.site.open_data.facts_json import published
from wizard.site.places import FOLDERS


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The facts of this checkout."""
    return read_facts()


def read(site: Site, name: str) -> Any:
    return json.loads((site.folder / "data" / name).read_text(encoding="utf-8"))


def rows(site: Site) -> list[dict[str, str]]:
    text = (site.folder / "data/contacts.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_facts_follow_their_schema(site: Site) -> None:
    schema = read(site, "facts.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name in ("facts", *FOLDERS.values()):
        faults = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(read(site, f"{name}.json"))]
        assert not faults, f"{name}: {faults[:5]}"


def test_schema_refuses_what_is_not_published(site: Site) -> None:
    validator = Draft202012Validator(read(site, "facts.schema.json"))
    whole = read(site, "facts.json")
    for key, value in (("withheld", {"reason": "nobody answers"}), ("conflicts", []), ("made_from", ["a"])):
        record = whole["records"][0] | {key: value}
        assert not validator.is_valid(whole | {"records": [record]}), key


def test_all_shown_facts_are_there_and_no_others(site: Site, facts: Facts) -> None:
    assert {r["id"] for r in read(site, "facts.json")["records"]} == {r.id for r in facts.records if is_shown(r)}
    for code, folder in FOLDERS.items():
        ids = {r["id"] for r in read(site, f"{folder}.json")["records"]}
        assert ids == {r.id for r in facts.of_country(code) if is_shown(r)}, folder


def test_every_fact_says_where_it_is_from_and_when_it_was_checked(site: Site) -> None:
    for record in read(site, "facts.json")["records"]:
        assert record["checked"] and record["confidence"] and record["sources"], record["id"]


def test_doubtful_channels_are_in_no_file(site: Site, facts: Facts) -> None:
    published_values = {
        (r["id"], c["value"])
        for r in read(site, "facts.json")["records"]
        for c in [{**c, "value": str(c["value"])} for c in r.get("channels", [])]
    }
    wanted = {(r.id, str(c["value"])) for r in facts.records for c in shown_channels(r)}
    hidden = {(r.id, str(c["value"])) for r in facts.records for c in r.get("channels", [])} - wanted
    assert hidden, "no doubtful channel left to test with"
    assert published_values == wanted


def test_copies_of_sources_are_not_linked(site: Site, facts: Facts) -> None:
    kept = {s["url"] for r in facts.records for s in r["sources"] if s.get("url") and s.get("link", True)}
    copies = {s["url"] for r in facts.records for s in r["sources"] if s.get("url") and not s.get("link", True)} - kept
    addresses = {s["url"] for r in read(site, "facts.json")["records"] for s in r["sources"] if "url" in s}
    assert copies, "no copy left to test with"
    assert not addresses & copies


def test_working_notes_stay_here(facts: Facts) -> None:
    noted = next(record for record in facts.records if record.get("conflicts"))
    assert not {"conflicts", "made_from", "withheld"} & published(noted).keys()


def test_table_has_a_row_for_each_confirmed_way(site: Site, facts: Facts) -> None:
    table = rows(site)
    assert list(table[0]) == [name for name, _, _ in COLUMNS]
    offices = [r for r in facts.records if r["kind"] in ("centre", "contact") and is_shown(r)]
    assert len(table) == sum(max(1, len(shown_channels(office))) for office in offices)
    assert {row["id"] for row in table} == {office.id for office in offices}
    for row in table:
        date.fromisoformat(row["checked"])
        assert row["source"], row["id"]
        if row["way"] in ("phone", "short_code"):
            assert row["value"].startswith("tel:"), row
        elif row["way"] == "website":
            assert row["value"].startswith("http"), row


def test_no_cell_is_a_formula(site: Site) -> None:
    for row in rows(site):
        for key, cell in row.items():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), f"{row['id']}: {key}"


@pytest.mark.parametrize("cell", ["=1+1", "+233 30", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_become_text(cell: str, facts: Facts) -> None:
    assert harmless(cell) == "'" + cell
    office = next(r for r in facts.records if r["kind"] == "contact" and is_shown(r))
    record = type(office)(office | {"names": {"en": cell}})
    text = contacts_csv(Edition(Facts([_File([record])]), "https://example.org/", date(2026, 11, 22)))
    assert next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))["name"] == "'" + cell


class _File:
    def __init__(self, records: list[Any]) -> None:
        self.records = records


def test_plain_text_stays() -> None:
    assert harmless("Office - Accra") == "Office - Accra"


def test_map_file_is_geojson_and_invents_no_point(site: Site, facts: Facts) -> None:
    found = geojson.loads((site.folder / "data/contacts.geojson").read_text(encoding="utf-8"))
    assert isinstance(found, geojson.FeatureCollection)
    assert found.is_valid, found.errors()
    assert len(found.features) > 50
    towns = {r.id: {r.get("city")} | {c.get("place") for c in shown_channels(r)} for r in facts.records}
    for feature in found.features:
        assert feature.geometry is None
        assert feature.properties["place"] in towns[feature.properties["record"]]
    assert "geometry" in found["notice"]


def test_package_describes_every_file(site: Site) -> None:
    package = read(site, "datapackage.json")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    described = {row["path"]: row for row in package["resources"]}
    packed = (".br", ".gz")
    there = {path.name for path in (site.folder / "data").iterdir() if path.is_file() and path.suffix not in packed}
    assert set(described) == there - {"datapackage.json", "facts.schema.json"}
    assert described["facts.json"]["describedby"] in there
    for name, row in described.items():
        assert row["bytes"] == (site.folder / "data" / name).stat().st_size
        assert len(row["description"]) > 20
    fields = described["contacts.csv"]["schema"]["fields"]
    assert [field["name"] for field in fields] == list(rows(site)[0])


def test_page_links_every_file(site: Site) -> None:
    for url in ("open-data/", "de/open-data/", "ar/open-data/"):
        page = site.page(url)
        links = {(site.folder / url / a.attrs["href"]).resolve() for a in page.root.find("a") if "href" in a.attrs}
        for path in (site.folder / "data").iterdir():
            if path.suffix in (".json", ".csv", ".geojson") and path.name != "datapackage.json":
                assert path.resolve() in links, f"{url} does not link {path.name}"
