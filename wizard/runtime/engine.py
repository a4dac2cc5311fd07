"""The npm package `pyodide` and the Node.js that runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "node_modules" / "pyodide"


@dataclass(frozen=True)
class Engine:
    """One version of Pyodide on disk."""

    folder: Path
    version: str
    lock_info: dict[str, str]

    @property
    def python(self) -> str:
        """Version of its Python with two parts, as pip wants it: `3.13`."""
        return ".".join(self.lock_info["python"].split(".")[:2])

    @property
    def glue(self) -> Path:
        """The script that belongs to the wasm."""
        names = ("pyodide.asm.js", "pyodide.asm.mjs")
        return next(self.folder / name for name in names if (self.folder / name).exists())

    @property
    def wasm(self) -> Path:
        """Python itself."""
        return self.folder / "pyodide.asm.wasm"

    @property
    def loader(self) -> Path:
        """The script with loadPyodide(). It is shipped as it is."""
        return self.folder / "pyodide.mjs"

    @property
    def stock_files(self) -> list[Path]:
        """Everything that a page with an untouched Pyodide downloads."""
        rest = [self.folder / "python_stdlib.zip", self.folder / "pyodide-lock.json"]
        return [self.loader, self.glue, self.wasm, *rest]


def read_engine(folder: Path = PACKAGE) -> Engine:
    """The Pyodide in that folder (default: the one of package-lock.json)."""
    try:
        package: dict[str, Any] = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SystemExit("The npm package `pyodide` is not installed. Run `make site`, which installs it.") from None
    lock: dict[str, Any] = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    return Engine(folder, package["version"], lock["info"])


def run_node(arguments: Sequence[str | Path], given: str = "") -> str:
    """Runs Node.js and gives back what it printed. `given`: what it can read from its standard input."""
    # .venv/bin has a `node` where the machine has none of its own (see .ci/set-up-node).
    own = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    node = shutil.which("node", path=own)
    if node is None:
        raise SystemExit("Node.js is missing. Run `make site`, which installs it.")
    done = subprocess.run([node, *arguments], input=given, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise SystemExit(f"Node.js failed on {' '.join(map(str, arguments))}:\n{done.stderr}{done.stdout}")
    return done.stdout
