"""Reads the YAML facts and keeps the line of every value, so that faults can be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

FACTS = Path(__file__).resolve().parent.parent / "facts"
# Beside the facts: what changed in them (see changes.py). It holds no records.
CHANGES = "changes.yaml"

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a file, where it stands, and how to mend it."""

    file: str
    line: int
    record: str
    what: str
    mend: str

    def __str__(self) -> str:
        record = f" record {self.record}:" if self.record else ""
        return f"{self.file}:{self.line}:{record} {self.what} {self.mend}".rstrip()


class BrokenFile(Exception):
    """The file cannot be read as YAML; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Record(dict[str, Any]):
    """One fact record: its keys as in the schema, plus where it stands."""

    file: str = ""
    line: int = 1
    lines: dict[Place, int]

    def line_of(self, place: Place) -> int:
        """Line of the value at `place` (keys and positions inside the record), or of the nearest parent."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, self.line)

    @property
    def id(self) -> str:
        return str(self.get("id", ""))

    @property
    def countries(self) -> list[str]:
        return list(self.get("countries", []))


@dataclass
class FactFile:
    """One YAML file: its raw tree for the schema and its records."""

    path: Path
    name: str
    tree: dict[str, Any]
    lines: dict[Place, int]
    records: list[Record] = field(default_factory=list)

    @property
    def country(self) -> str | None:
        return self.tree.get("country")


@dataclass
class Facts:
    """All records of all files."""

    files: list[FactFile]

    @property
    def records(self) -> list[Record]:
        return [record for file in self.files for record in file.records]

    def by_id(self, record_id: str) -> Record:
        """The record of that id; KeyError if there is none."""
        if not hasattr(self, "_index"):
            self._index = {record.id: record for record in self.records}
        return self._index[record_id]

    def has(self, record_id: str) -> bool:
        try:
            self.by_id(record_id)
        except KeyError:
            return False
        return True

    # Asked for on every page: were all records gone through each time, a build would grow with their square.
    @cached_property
    def _by_kind(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self.records:
            found.setdefault(str(record.get("kind")), []).append(record)
        return found

    @cached_property
    def _by_country(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self.records:
            for code in dict.fromkeys(record.countries):
                found.setdefault(code, []).append(record)
        return found

    def of_kind(self, kind: str) -> list[Record]:
        return list(self._by_kind.get(kind, ()))

    def of_country(self, code: str, kind: str | None = None) -> list[Record]:
        return [r for r in self._by_country.get(code, ()) if kind is None or r.get("kind") == kind]


class _Loader(yaml.CSafeLoader):
    """Only used to compose nodes; values are made below, so that dates and `no` stay text."""


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style in ('"', "'", "|", ">"):
        return text
    if text in ("", "null", "~"):
        return None
    if text in ("true", "false"):
        return text == "true"
    for number in (int, float):
        try:
            if text.lower() not in ("nan", "inf", "-inf", "infinity") and "_" not in text:
                return number(text)
        except ValueError:
            continue
    return text


def _value(node: yaml.Node, place: Place, lines: dict[Place, int], name: str) -> Any:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in mapping:
                line = key_node.start_mark.line + 1
                raise BrokenFile(Fault(name, line, "", f"The key `{key}` stands twice.", "Remove one of them."))
            mapping[key] = _value(value_node, (*place, key), lines, name)
            lines[(*place, key)] = key_node.start_mark.line + 1
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*place, i), lines, name) for i, child in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node)


def read_file(path: Path, root: Path = FACTS) -> FactFile:
    """Reads one file. Raises BrokenFile when it is not YAML or has a key twice."""
    name = path.relative_to(root.parent.parent).as_posix() if path.is_relative_to(root.parent.parent) else str(path)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except UnicodeDecodeError as error:
        raise BrokenFile(Fault(name, 1, "", "The file is not UTF-8 text.", "Save it as UTF-8.")) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = f"This is not valid YAML: {error.problem or error.context}."
        mend = "Check indentation, quotes and colons in this line and the line above."
        raise BrokenFile(Fault(name, line, "", what, mend)) from error
    lines: dict[Place, int] = {}
    tree = _value(node, (), lines, name) if node is not None else {}
    if not isinstance(tree, dict):
        raise BrokenFile(Fault(name, 1, "", "The file is not a mapping.", "Start it with `records:`."))
    file = FactFile(path, name, tree, lines)
    rows = tree.get("records")
    lines_of: dict[Place, dict[Place, int]] = {}
    for place, line in lines.items():
        lines_of.setdefault(place[:2], {})[place[2:]] = line
    for i, raw in enumerate(rows if isinstance(rows, list) else []):
        if not isinstance(raw, dict):
            continue
        record = Record(raw)
        record.file = name
        start: Place = ("records", i)
        record.line = lines[start]
        record.lines = lines_of[start]
        if file.country and "countries" not in record:
            record["countries"] = [file.country]
        file.records.append(record)
    return file


def fact_paths(root: Path = FACTS) -> Iterator[Path]:
    """All YAML files below the facts folder, in a fixed order."""
    return iter(sorted(p for p in root.rglob("*.yaml") if "schema" not in p.parts and p != root / CHANGES))


def read_facts(root: Path | None = None) -> Facts:
    """Reads all files. Raises BrokenFile at the first file that cannot be read."""
    base = root or FACTS
    return Facts([read_file(path, base) for path in fact_paths(base)])
