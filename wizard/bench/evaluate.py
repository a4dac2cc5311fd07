"""How fast the rules are, measured inside the Python that runs them: CPython imports this, Pyodide runs its source.

So it may use nothing but the standard library of the phone and wizard.core.
"""

from __future__ import annotations

import json
from time import perf_counter

from wizard.core import entry
from wizard.core.answers import read_answers
from wizard.core.data import Data
from wizard.core.plan import judge_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.core.shapes import Row


def measure(data_lines: str, people: str, day: str, rounds: int) -> str:
    """JSON of the middle round, in milliseconds a person: verdicts on all routes, and a whole `advise`.

    `data_lines`: data.<locale>.txt of the site, of which the part before each line's first brace is not needed.
    """
    data = Data()
    for line in data_lines.splitlines():
        part = line[line.index("{") :]
        data.merge(json.loads(part))
        entry.load(part)
    answers: list[Row] = json.loads(people)
    checked = [read_answers(one)[0] for one in answers]
    requests = [json.dumps({"answers": one, "as_of": day, "plan": True}) for one in answers]
    return json.dumps(
        {
            "all_routes_ms": _middle([lambda one=one: judge_all(data.case(one, day)) for one in checked], rounds),
            "advise_ms": _middle([lambda one=one: entry.advise(one) for one in requests], rounds),
        }
    )


def _middle(tasks: list[Callable[[], object]], rounds: int) -> float:
    """Milliseconds a task takes in the middle one of the rounds; the first, which fills caches, does not count."""
    times: list[float] = []
    for _ in range(rounds + 1):
        begin = perf_counter()
        for task in tasks:
            task()
        times.append((perf_counter() - begin) * 1000 / len(tasks))
    return sorted(times[1:])[rounds // 2]
