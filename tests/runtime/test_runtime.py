"""The small Python holds what it needs, nothing else, and says the same as the Python of this machine."""

from __future__ import annotations

import ast
import hashlib
import json
import sys
import zipfile
from pathlib import Path

import brotli
import pytest

from tests.site.conftest import Site, site
from wizard.core import entry
from wizard.runtime.build import OUTPUT, build_runtime
from wizard.runtime.engine import ROOT, read_engine, run_node
from wizard.runtime.manifest import Manifest, read_manifest

__all__ = ["site"]

SITUATIONS = ("in_germany_thinking_of_return", "back_home", "thinking_of_leaving")
REQUESTS = [
    {"answers": {"situation": situation, "nationality": country, **more}, "as_of": "2026-11-22", "plan": True}
    for situation in SITUATIONS
    for country in ("GH", "IQ", "PK", "RS")
    for more in (
        {},
        {"needs": ["work", "health"], "age": 29, "highest_qualification": "academic", "german_level": "B1"},
        {"place": "<b>x</b>", "trafficking_or_violence": True, "needs": None, "shoe_size": 44},
    )
]


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return read_manifest(OUTPUT / "manifest.json")


def test_manifest_names_every_file_and_no_other(manifest: Manifest) -> None:
    files = OUTPUT / "files"
    there = {path.relative_to(files).as_posix() for path in files.rglob("*") if path.is_file()}
    assert there == {file.path for file in manifest.files.values()}
    for file in manifest.files.values():
        content = (files / file.path).read_bytes()
        assert len(content) == file.bytes
        assert hashlib.sha256(content).hexdigest() == file.sha256


def test_loader_is_the_one_of_npm_unchanged(manifest: Manifest) -> None:
    engine = read_engine()
    assert manifest.pyodide == engine.version
    shipped = OUTPUT / "files" / manifest.engine / engine.loader.name
    assert shipped.read_bytes() == engine.loader.read_bytes()


def test_our_wheel_holds_byte_code_of_the_rules_only(manifest: Manifest) -> None:
    names = zipfile.ZipFile(OUTPUT / "files" / manifest.files["wizard.whl"].path).namelist()
    assert "wizard/core/entry.pyc" in names
    assert all(name == "wizard/__init__.pyc" or name.startswith("wizard/core/") for name in names)
    assert all(name.endswith(".pyc") for name in names)


def test_archives_are_stored_not_deflated(manifest: Manifest) -> None:
    for name in ("wizard.whl", "python_stdlib.zip"):
        rows = zipfile.ZipFile(OUTPUT / "files" / manifest.files[name].path).infolist()
        assert {row.compress_type for row in rows} == {zipfile.ZIP_STORED}


def test_transfer_is_at_most_29_hundredths_of_stock(manifest: Manifest) -> None:
    stock = sum(len(brotli.compress(file.read_bytes(), quality=11)) for file in read_engine().stock_files)
    assert manifest.brotli_bytes <= 0.29 * stock


def test_same_sources_give_the_same_files(tmp_path: Path) -> None:
    assert build_runtime(tmp_path / "first") == build_runtime(tmp_path / "second")


def test_rules_say_the_same_on_the_phone(site: Site, tmp_path: Path) -> None:
    data = next((site.folder / "assets" / "wizard").glob("data.en.*.txt"))
    requests = tmp_path / "requests.json"
    requests.write_text(json.dumps(REQUESTS), encoding="utf-8")
    script = Path(__file__).with_name("advise.mjs")
    on_the_phone = json.loads(run_node([script, OUTPUT, data, requests]).splitlines()[-1])
    for line in data.read_text(encoding="utf-8").splitlines():
        entry.load(line[line.index("{") :])
    for request, answer in zip(REQUESTS, on_the_phone, strict=True):
        assert json.loads(answer) == json.loads(entry.advise(json.dumps(request))), request


def test_core_imports_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"wizard"}
    for path in sorted((ROOT / "wizard" / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                assert name.partition(".")[0] in allowed, f"{path.name} imports {name}"
                assert not name.startswith("wizard") or name.startswith("wizard.core"), f"{path.name} imports {name}"
