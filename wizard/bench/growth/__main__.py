"""`python -m wizard.bench.growth`: what a build costs with more languages and more countries; prints JSON.

Two series, each with one of the two growing. A straight line means: the pages that come last cost as much as those that
came first. Exit code 1 when they cost more than LIMIT times as much. Each size is built once before the clock runs, so
that what a build keeps for the next one is there. Seconds of the processor count: other work disturbs them less.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from wizard.bench.growth.copies import copy_of_size
from wizard.bench.growth.line import LIMIT, Size, straight
from wizard.bench.project_copy import CopyFault
from wizard.core.fields import COUNTRIES


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.growth", description=__doc__)
    parser.add_argument("--languages", type=int, nargs="+", default=[1, 5, 10], help="sizes, with the real countries")
    parser.add_argument("--countries", type=int, nargs="+", default=[13, 50, 150], help="sizes, with one language")
    parser.add_argument("--runs", type=int, default=2, help="builds of each size; the middle one counts")
    parser.add_argument("--out", type=Path, help="also writes the JSON into this file")
    options = parser.parse_args()
    if options.runs < 1 or min(options.languages) < 1:
        parser.error("--runs and --languages start at 1.")
    pairs = {
        "languages": [(count, len(COUNTRIES)) for count in sorted(set(options.languages))],
        "countries": [(1, count) for count in sorted(set(options.countries))],
    }
    done: dict[tuple[int, int], Size] = {}
    try:
        for language_count, country_count in dict.fromkeys(pair for series in pairs.values() for pair in series):
            done[language_count, country_count] = _measured(language_count, country_count, options.runs)
    except CopyFault as fault:
        parser.error(str(fault))
    sizes = {name: [done[pair] for pair in series] for name, series in pairs.items()}
    lines = {name: straight(rows) for name, rows in sizes.items()}
    bent = [name for name, row in lines.items() if row["last_to_first"] > LIMIT]
    report = {
        "date": date.today().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, CPython {platform.python_version()}",
        "runs": options.runs,
        "sizes": {name: [row.as_json() for row in rows] for name, rows in sizes.items()},
        "line": lines,
        "limit": {"last_to_first": LIMIT},
        "over_limit": bent,
    }
    text = json.dumps(report, indent=2) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text, end="")
    return 1 if bent else 0


def _measured(language_count: int, country_count: int, runs: int) -> Size:
    with TemporaryDirectory() as name:
        folder = Path(name)
        copy_of_size(folder, language_count, country_count)
        builds = [_build(folder) for _ in range(runs + 1)][1:]
        pages = sum(1 for _ in (folder / "site").rglob("index.html"))
    clock = round(median(seconds for seconds, _ in builds), 2)
    processor = round(median(seconds for _, seconds in builds), 2)
    line = f"{language_count} languages, {country_count} countries: {processor} s, {pages} pages"
    print(line, file=sys.stderr, flush=True)
    return Size(language_count, country_count, pages, clock, processor)


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
