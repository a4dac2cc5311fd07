"""The standard library as phones start with it: small files in the place of large ones (see ../README.md)."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
INSTEAD = HERE / "instead"
ORIGINALS = HERE / "originals.txt"


def listed(file: Path) -> list[str]:
    """The lines of a list, without comments."""
    lines = (line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def write_library(stock: Path, target: Path) -> None:
    """Copies the standard library of Pyodide, with our files for those that start-up should not pay for."""
    absent = listed(HERE / "absent.txt")
    stand_in = (HERE / "absent.py").read_bytes()
    ours = {f"{name}.py": stand_in for name in absent}
    ours |= {path.relative_to(INSTEAD).as_posix(): path.read_bytes() for path in sorted(INSTEAD.rglob("*.py"))}
    # A package is left out as a whole: nothing of it may mix with what stands for it.
    replaced = {name.partition("/")[0].removesuffix(".py") for name in ours}
    with zipfile.ZipFile(stock) as source, zipfile.ZipFile(target, "w") as small:
        _check_originals(source)
        for name in source.namelist():
            if name.partition("/")[0].removesuffix(".py") not in replaced:
                small.writestr(name, source.read(name))
        for name, content in ours.items():
            small.writestr(name, content)


def _check_originals(source: zipfile.ZipFile) -> None:
    """Fails where Pyodide's file is no longer the one that ours was written for."""
    known = {name: digest for digest, name in (line.split() for line in listed(ORIGINALS))}
    there = set(source.namelist())
    for name, digest in known.items():
        found = hashlib.sha256(source.read(name)).hexdigest() if name in there else "none"
        if found != digest:
            raise SystemExit(
                f"{name} of this Pyodide is not the one that wizard/runtime/library/instead/ was written for. Compare "
                f"both, then change its check sum in {ORIGINALS.name} to {found}."
            )
