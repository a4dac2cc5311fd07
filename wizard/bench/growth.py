"""`python -m wizard.bench.growth`: what a build costs with one, two and all languages, and per page; prints JSON.

Each build is one of a copy of this folder with fewer languages. Before the clock runs each size is built once, so that
what a build keeps for the next one is there. Seconds of the processor count: other work disturbs them less.
Not measured: more countries or languages than there are, because their facts and texts would have to be invented.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from wizard.languages import languages
from wizard.runtime.build import ROOT

_COPIED = ("docs", "overrides", "wizard", "tests", "mkdocs.yml", "LICENSE", "LICENSE-TEXTS", "THIRD-PARTY.md",
           "package.json", "package-lock.json", "pyproject.toml")
_LINKED = ("build", "node_modules")


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.growth", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="builds of each size; the middle one counts")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs starts at 1.")
    locales = [row.locale for row in languages()]
    rows = [_measured(locales[:count], options.runs) for count in range(1, len(locales) + 1)]
    first, last = rows[0], rows[-1]
    added = float(str(last["pages"])) - float(str(first["pages"]))
    more = float(str(last["processor_seconds"])) - float(str(first["processor_seconds"]))
    report = {"runs": options.runs, "sizes": rows, "processor_ms_per_added_page": round(1000 * more / added, 1)}
    print(json.dumps(report, indent=2))
    return 0


def _measured(locales: list[str], runs: int) -> dict[str, object]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        copy_with(locales, folder)
        builds = [_build(folder) for _ in range(runs + 1)][1:]
        pages = sum(1 for _ in (folder / "site").rglob("index.html"))
    seconds = median(clock for clock, _ in builds)
    processor = median(used for _, used in builds)
    print(f"{', '.join(locales)}: {processor:.1f} s, {pages} pages", file=sys.stderr, flush=True)
    return {
        "languages": locales,
        "pages": pages,
        "seconds": round(seconds, 2),
        "processor_seconds": round(processor, 2),
        "processor_ms_per_page": round(1000 * processor / pages, 1),
    }


def copy_with(locales: list[str], folder: Path) -> None:
    """Copies what a build reads into the folder, with these languages only."""
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)
    for name in _LINKED:
        (folder / name).symlink_to((ROOT / name).resolve())
    for row in languages():
        if row.locale in locales:
            continue
        shutil.rmtree(folder / "docs" / row.locale)
        _drop(folder / "mkdocs.yml", rf"^ +- \{{locale: {row.locale}, .*\n")
        _drop(folder / "wizard" / "languages.yaml", rf"^  - locale: {row.locale}\n(?:    .*\n)+")


def _drop(file: Path, pattern: str) -> None:
    text, count = re.subn(pattern, "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if count != 1:
        raise SystemExit(f"{file.name} is written in another way than growth.py expects: {pattern}")
    file.write_text(text, encoding="utf-8")


def _build(folder: Path) -> tuple[float, float]:
    """Seconds by the clock, and of the processor."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = {name: value for name, value in os.environ.items() if name != "BUILD_ONLY_LOCALE"}
    # The copy has its own `wizard`: the folder comes before what is installed.
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    begin, used = time.monotonic(), _processor()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The build failed:\n{done.stdout}{done.stderr}")
    return time.monotonic() - begin, _processor() - used


def _processor() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    sys.exit(main())
