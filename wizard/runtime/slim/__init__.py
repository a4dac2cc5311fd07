"""Pyodide's wasm and glue without what serves only modules that phones do not load (see ../README.md)."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from wizard.runtime.engine import ROOT, Engine, run_node

HERE = Path(__file__).parent
TOOLS = ("acorn", "binaryen", "terser")


def slimmed(engine: Engine, folder: Path, modules: Sequence[str]) -> list[Path]:
    """Glue and wasm in that folder; made once for each version of Pyodide, of the tools and of our scripts.

    `modules`: the built-in modules that stay.
    """
    made = [folder / engine.glue.name, folder / engine.wasm.name]
    stamp = folder / ".complete"
    wanted = _digest(engine, modules)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return made
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run_node([HERE / "main.mjs", engine.folder, folder, engine.glue.name, *modules])
    stamp.write_text(wanted, encoding="utf-8")
    return made


def _digest(engine: Engine, modules: Sequence[str]) -> str:
    packages = [ROOT / "node_modules" / tool / "package.json" for tool in TOOLS]
    missing = [package.parent.name for package in packages if not package.exists()]
    if missing:
        raise SystemExit(f"npm packages are not installed: {', '.join(missing)}. Run `make site`, which installs them.")
    digest = hashlib.sha256(" ".join(modules).encode())
    for file in (engine.loader, engine.glue, engine.wasm, *sorted(HERE.glob("*.mjs")), *packages):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
