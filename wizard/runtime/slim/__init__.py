"""Pyodide's wasm and glue without what serves only modules that phones do not load (see ../README.md)."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from wizard.runtime.engine import ROOT, Engine, run_node

HERE = Path(__file__).parent
TOOLS = ("acorn", "binaryen", "terser")


def slimmed(engine: Engine, folder: Path, work: Path) -> list[Path]:
    """Glue and wasm in that folder; made once for each version of Pyodide, of the tools and of our scripts.

    `work`: folder with what inside.py and frozen.py found out.
    """
    made = [folder / engine.glue.name, folder / engine.wasm.name]
    stamp = folder / ".complete"
    wanted = _digest(engine, work)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return made
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run_node([HERE / "main.mjs", engine.folder, folder, engine.glue.name, work])
    stamp.write_text(wanted, encoding="utf-8")
    return made


def _digest(engine: Engine, work: Path) -> str:
    packages = [ROOT / "node_modules" / tool / "package.json" for tool in TOOLS]
    missing = [package.parent.name for package in packages if not package.exists()]
    if missing:
        raise SystemExit(f"npm packages are not installed: {', '.join(missing)}. Run `make site`, which installs them.")
    digest = hashlib.sha256()
    for file in (engine.loader, engine.glue, engine.wasm, *sorted(HERE.glob("*.mjs")), *packages,
                 work / "loaded_modules.txt", work / "frozen.json"):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
