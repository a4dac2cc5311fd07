"""Pages of the peers, each with the same first question, from their published npm packages, with brotli 11 beside."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from wizard.bench.last_run import BARE
from wizard.bench.phone.question import Question
from wizard.runtime.build import BUILD
from wizard.runtime.engine import PACKAGE

HERE = Path(__file__).parent
WORK = BUILD / "bench"

# What a Python page does: make the question of data, and put it on the page.
_APP = """
import js
import json
question = json.loads({question!r})
rows = "".join(
    f'<p><label><input type="radio" name="situation" value="{{value}}"> {{text}}</label>'
    for value, text in question["options"]
)
form = f'<form id="question">{{rows}}<p><button>Continue</button></form>'
js.document.getElementById("app").innerHTML = f'<h1>{{question["heading"]}}</h1>{{form}}'
"""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><title>Question</title>{head}</head><body><main id="app">{body}</main></body></html>
"""
_STOCK = """<script type="module">
import {{ loadPyodide }} from "./pyodide/pyodide.mjs";
const pyodide = await loadPyodide();
pyodide.runPython({app});
</script>"""
_PYSCRIPT = """<link rel="stylesheet" href="core/core.css"><script type="module" src="core/core.js"></script>
<script type="{kind}" config='{{"interpreter": "{interpreter}"}}'>{app}</script>"""


def install() -> Path:
    """Installs the packages of package-lock.json into build/bench/; the folder node_modules."""
    WORK.mkdir(parents=True, exist_ok=True)
    lock = HERE / "package-lock.json"
    mark = WORK / "installed"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not mark.exists() or mark.read_text(encoding="utf-8") != wanted:
        for file in (lock, HERE / "package.json"):
            shutil.copy(file, WORK)
        command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=WORK, check=True, stdout=subprocess.DEVNULL)
        mark.write_text(wanted, encoding="utf-8")
    return WORK / "node_modules"


def make_pages(question: Question) -> dict[str, Path]:
    """Folder of each peer's page, by name."""
    packages = install()
    newest = packages / "pyodide"
    app = _APP.format(question=question.json())
    pages: dict[str, Path] = {BARE: _folder("bare", "", question.html())}
    for engine in (PACKAGE, newest):
        version = str(json.loads((engine / "package.json").read_text(encoding="utf-8"))["version"])
        folder = _folder(f"pyodide-{version}", _STOCK.format(app=json.dumps(app)), "Loading")
        _copy_pyodide(engine, folder)
        pages[f"stock Pyodide {version}"] = folder
    for kind, interpreter, name in (
        ("py", "pyodide/pyodide.mjs", "PyScript with Pyodide"),
        ("mpy", "micropython/micropython.mjs", "PyScript with MicroPython"),
    ):
        head = _PYSCRIPT.format(kind=kind, interpreter=interpreter, app=app)
        folder = _folder(f"pyscript-{kind}", head, "Loading")
        shutil.copytree(packages / "@pyscript" / "core" / "dist", folder / "core", dirs_exist_ok=True)
        if kind == "py":
            _copy_pyodide(newest, folder)
        else:
            (folder / "micropython").mkdir(exist_ok=True)
            for file in (packages / "@micropython" / "micropython-webassembly-pyscript").glob("micropython.*"):
                shutil.copy(file, folder / "micropython")
        pages[name] = folder
    for folder in pages.values():
        compress(folder)
    return pages


def _folder(name: str, head: str, body: str) -> Path:
    folder = WORK / "pages" / name
    folder.mkdir(parents=True, exist_ok=True)
    page = _PAGE.format(head=head, body=body)
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "404.html").write_text("<!doctype html><title>Not found</title>", encoding="utf-8")
    return folder


def _copy_pyodide(engine: Path, folder: Path) -> None:
    (folder / "pyodide").mkdir(exist_ok=True)
    for pattern in ("pyodide.mjs", "pyodide.asm.*", "python_stdlib.zip", "pyodide-lock.json"):
        for file in engine.glob(pattern):
            shutil.copy(file, folder / "pyodide")


def compress(folder: Path) -> None:
    """Writes NAME.br beside each file that is not there yet: brotli 11, so that no peer is measured with less."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix not in (".br", ".gz", ".map", ".png")]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(_compress_one, files))


def _compress_one(file: Path) -> None:
    content = file.read_bytes()
    kept = WORK / "brotli" / f"{hashlib.sha256(content).hexdigest()}.br"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(brotli.compress(content, quality=11))
    shutil.copy(kept, file.with_name(file.name + ".br"))
