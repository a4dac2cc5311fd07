"""The steps that make the small Python; every path of build/ is named here."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from wizard.runtime.archive import write_same_always
from wizard.runtime.compiler import install_compiler
from wizard.runtime.engine import PACKAGE, ROOT, Engine, read_engine, run_node
from wizard.runtime.library import listed, write_library
from wizard.runtime.manifest import Manifest, describe
from wizard.runtime.slim import slimmed

BUILD = ROOT / "build"
OUTPUT = BUILD / "runtime"
# Imported by the type checker only, never at run time.
ONLY_TYPES = "wizard.core.shapes"
ALSO_NEEDED = Path(__file__).with_name("also_needed.txt")


def build_runtime(output: Path = OUTPUT, engine_folder: Path = PACKAGE) -> Manifest:
    """Makes output/files/ (to publish as it is) and output/manifest.json."""
    engine = read_engine(engine_folder)
    work = _compiled(engine)
    shutil.rmtree(output, ignore_errors=True)
    files = output / "files"
    engine_path = _publish_engine(engine, work, files)
    wheel_path = _publish_wheel(next(work.glob("*-cp*.whl")), files)
    paths = {file.name: f"{engine_path}/{file.name}" for file in sorted((files / engine_path).iterdir())}
    paths["wizard.whl"] = wheel_path
    cache = BUILD / "brotli-sizes.json"
    described = {name: describe(files / path, path, cache) for name, path in paths.items()}
    manifest = Manifest(engine.version, engine.lock_info, engine_path, described)
    manifest.write(output / "manifest.json")
    return manifest


def compiled_folder(engine: Engine) -> Path:
    """Where compiling leaves its results and what it found out."""
    return BUILD / f"compiled-{engine.version}"


def _compiled(engine: Engine) -> Path:
    """A folder with the standard library and our wheel, trimmed and compiled."""
    compiler = BUILD / f"pyodide-build-{engine.python}"
    install_compiler(compiler, engine.python)
    work = compiled_folder(engine)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    write_library(engine.folder / "python_stdlib.zip", work / "library.zip")
    # hatchling makes the wheel as pyproject.toml says: wizard.core and nothing else.
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work)], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    modules = [*_modules(next(work.glob("*.whl"))), *listed(ALSO_NEEDED)]
    (work / "modules.txt").write_text("\n".join(modules), encoding="utf-8")
    run_node([Path(__file__).with_name("compile.mjs"), engine.folder, compiler, work])
    return work


def _modules(wheel: Path) -> list[str]:
    """Names of all modules in a wheel that a phone may import."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".py"))
    modules = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in names]
    return [module for module in modules if module != ONLY_TYPES]


def _publish_engine(engine: Engine, work: Path, files: Path) -> str:
    """Copies Pyodide and the small library into one folder, named after their content."""
    making = files / "making"
    making.mkdir(parents=True)
    for file in (engine.loader, *slimmed(engine, BUILD / f"slim-{engine.version}", work)):
        shutil.copyfile(file, making / file.name)
    write_same_always(work / "python_stdlib.zip", making / "python_stdlib.zip")
    name = f"python-{_digest(sorted(making.iterdir()))}"
    making.rename(files / name)
    return name


def _publish_wheel(wheel: Path, files: Path) -> str:
    """Copies our wheel, named after its content: a new rule does not make phones load Python again."""
    making = files / "making.whl"
    write_same_always(wheel, making)
    name = f"wizard-{_digest([making])}.whl"
    making.rename(files / name)
    return name


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
