"""Runs inside Pyodide under Node.js, started by compile.mjs: finds what is used of the standard library, compiles it.

/work holds our wheel; afterwards it holds python_stdlib.zip and the wheel compiled, both for this very Python, and
loaded_modules.txt with the names of all modules that are needed.
"""

import importlib
import sys
import zipfile
from pathlib import Path

WORK = Path("/work")
LIBRARY = next(Path("/lib").glob("python3*.zip"))


def import_all(wheel: Path) -> None:
    """Imports each module of the wheel, so that sys.modules holds all that the wizard needs."""
    sys.path.insert(0, str(wheel))
    for name in sorted(zipfile.ZipFile(wheel).namelist()):
        if name.endswith(".py"):
            importlib.import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))


def import_also(listed: str) -> None:
    """Imports modules that are only needed at some moment (also_needed.txt)."""
    for line in listed.splitlines():
        name = line.partition("#")[0].strip()
        if name:
            importlib.import_module(name)


def used_of_the_library() -> list[str]:
    """Names inside the library's zip of all modules loaded by now."""
    origins = (getattr(getattr(module, "__spec__", None), "origin", None) for module in list(sys.modules.values()))
    prefix = f"{LIBRARY}/"
    return sorted({origin.removeprefix(prefix) for origin in origins if origin and origin.startswith(prefix)})


def main() -> None:
    """Makes the two archives."""
    wheel = next(WORK.glob("*.whl"))
    import_all(wheel)
    import_also((WORK / "also_needed.txt").read_text())
    names = used_of_the_library()
    (WORK / "loaded_modules.txt").write_text("\n".join(sorted(sys.modules)))
    small = WORK / "python_stdlib.zip"
    with zipfile.ZipFile(LIBRARY) as source, zipfile.ZipFile(small, "w") as target:
        for name in names:
            target.writestr(name, source.read(name))

    sys.path.insert(0, "/compiler")
    from pyodide_build.cli.py_compile import main as py_compile  # pyright: ignore[reportMissingImports]

    for archive in (small, wheel):
        # Stored, not deflated: the web server compresses better, and the phone need not unpack twice.
        py_compile([str(archive), "--compression-level", "0", "--silent"], standalone_mode=False)


main()
