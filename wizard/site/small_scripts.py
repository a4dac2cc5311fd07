"""Our scripts as phones load them: without comments and needless space, with short names inside."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from wizard.runtime.engine import ROOT, run_node

_PROGRAM = Path(__file__).with_suffix(".mjs")


def small_scripts(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The small form of scripts of a folder, by name. All in one call: starting Node.js takes longer than its work."""
    return dict(_made_small(tuple((name, (folder / name).read_text(encoding="utf-8")) for name in names)))


# By content: `make serve` asks at each change, and scripts seldom change.
@cache
def _made_small(scripts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if not (ROOT / "node_modules" / "terser").is_dir():
        raise SystemExit("The npm package `terser` is not installed. Run `make site`, which installs it.")
    made: dict[str, str] = json.loads(run_node([_PROGRAM], given=json.dumps(dict(scripts))))
    return tuple((name, f"{script}\n") for name, script in made.items())
