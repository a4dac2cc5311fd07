"""Speed of the rules: verdicts on all routes, and a whole answer to the page, in CPython and in the small Python.

`python -m wizard.bench.evaluations [SITE]` prints these figures only.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from pathlib import Path
from typing import Any

from wizard.bench.evaluate import measure
from wizard.runtime.build import OUTPUT
from wizard.runtime.engine import run_node

HERE = Path(__file__).parent
PEOPLE = HERE / "people.json"
# Any day for which the facts hold figures: a fixed one, so that runs can be compared.
DAY = "2026-11-22"
LIMITS = {"cpython_all_routes_ms": 1, "pyodide_all_routes_ms": 20, "pyodide_advise_ms": 20}


def evaluations(site: Path, runtime: Path = OUTPUT, rounds: int = 15) -> dict[str, Any]:
    """Milliseconds and evaluations a second in both Pythons, for the people of people.json by turns."""
    data = next((site / "assets" / "wizard").glob("data.en.*.txt"))
    people = PEOPLE.read_text(encoding="utf-8")
    here = json.loads(measure(data.read_text(encoding="utf-8"), people, DAY, rounds))
    program = [HERE / "evaluate.mjs", runtime, HERE / "evaluate.py", data, PEOPLE, DAY, str(rounds)]
    phone = json.loads(run_node(program).splitlines()[-1])
    return {
        "people": len(json.loads(people)),
        "rounds": rounds,
        "python": platform.python_version(),
        "cpython": _row(here),
        "pyodide_in_node": _row(phone),
    }


def _row(times: dict[str, float]) -> dict[str, float]:
    return {
        "evaluations_per_second": round(1000 / times["all_routes_ms"]),
        "all_routes_ms": round(times["all_routes_ms"], 3),
        "advise_ms": round(times["advise_ms"], 2),
    }


def reached(measured: dict[str, Any]) -> dict[str, float]:
    """The figures that have a limit, by its name in LIMITS."""
    return {
        "cpython_all_routes_ms": measured["cpython"]["all_routes_ms"],
        "pyodide_all_routes_ms": measured["pyodide_in_node"]["all_routes_ms"],
        "pyodide_advise_ms": measured["pyodide_in_node"]["advise_ms"],
    }


def main() -> int:
    """Measures and prints; exit code 1 when a figure is over its limit."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.evaluations", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--runtime", type=Path, default=OUTPUT, help="folder of the small Python")
    options = parser.parse_args()
    measured = evaluations(options.site, options.runtime)
    print(json.dumps(measured, indent=2))
    return 1 if any(value > LIMITS[name] for name, value in reached(measured).items()) else 0


if __name__ == "__main__":
    sys.exit(main())
