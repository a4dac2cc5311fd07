"""The slimmed glue and wasm fit together, and a Pyodide of another shape is refused instead of shipped broken."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from wizard.runtime import slim
from wizard.runtime.build import OUTPUT, compiled_folder
from wizard.runtime.engine import read_engine, run_node
from wizard.runtime.manifest import read_manifest

WORK = compiled_folder(read_engine())


def test_glue_and_wasm_have_what_they_ask_of_each_other() -> None:
    manifest = read_manifest(OUTPUT / "manifest.json")
    engine = read_engine()
    glue, wasm = (OUTPUT / "files" / manifest.files[file.name].path for file in (engine.glue, engine.wasm))
    names = json.loads(run_node([Path(__file__).with_name("fit.mjs"), slim.HERE, glue, wasm]))
    assert set(names["read"]) <= set(names["exported"])
    assert set(names["imported"]) <= set(names["offered"])
    # Nothing is left that no one asks for, but for a few that are looked up by a text.
    assert len(names["exported"]) < len(names["read"]) + 40
    assert len(names["imported"]) > 100


def test_modified_glue_says_so() -> None:
    manifest = read_manifest(OUTPUT / "manifest.json")
    text = (OUTPUT / "files" / manifest.files[read_engine().glue.name].path).read_text(encoding="utf-8")
    assert "Mozilla Public License 2.0" in text[:300]
    assert "Modified" in text[:300]


@pytest.mark.parametrize(
    ("written", "otherwise", "refusal"),
    [
        ("wasmExports", "theExports", "reads only 0 exports"),
        ('Module["', 'Program["', 'kind "wrapper"'),
        ('wasmExports["malloc"]', "wasmExports[name]", "makes up while it runs"),
        ("var wasmImports=", "var imported=", 'kind "imports"'),
        ("},1024);var ___stack_high", "},2048);var ___stack_high", "does not set __memory_base"),
    ],
)
def test_glue_of_another_shape_is_refused(tmp_path: Path, written: str, otherwise: str, refusal: str) -> None:
    engine = read_engine()
    text = engine.glue.read_text(encoding="utf-8")
    assert written in text
    for file in engine.folder.iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / engine.glue.name).unlink()
    (tmp_path / engine.glue.name).write_text(text.replace(written, otherwise), encoding="utf-8")
    with pytest.raises(SystemExit, match=refusal):
        slim.slimmed(replace(engine, folder=tmp_path), tmp_path / "slim", WORK)


def test_what_is_made_once_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = read_engine()
    runs: list[object] = []
    monkeypatch.setattr(slim, "run_node", runs.append)
    slim.slimmed(engine, tmp_path / "slim", WORK)
    slim.slimmed(engine, tmp_path / "slim", WORK)
    assert len(runs) == 1
    monkeypatch.setattr(slim, "TOOLS", ("acorn",))
    slim.slimmed(engine, tmp_path / "slim", WORK)
    assert len(runs) == 2
    other = shutil.copytree(WORK, tmp_path / "work")
    (other / "loaded_modules.txt").write_text("marshal")
    slim.slimmed(engine, tmp_path / "slim", other)
    assert len(runs) == 3
