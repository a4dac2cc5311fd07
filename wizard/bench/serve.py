"""`python -m wizard.bench.serve`: how soon an editor sees a change with `make serve`, in a copy with two languages.

Prints JSON: seconds from the saved file to the page over HTTP, also as a ratio to the whole build of the same run,
which the work of others on the machine slows down as much. Exit 1 when a change takes longer than the limit.
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import TracebackType

from wizard.bench.project_copy import copy_of_project, leave_out_language

SECONDS = 3.0
PATIENCE = 180.0


@dataclass(frozen=True)
class Edit:
    """Something an editor mends, and where it is seen."""

    file: str
    old: str
    new: str
    page: str


EDITS = {
    "sentence": Edit("docs/en/about.md", "\n## ", "\nAn editor has written this.\n\n## ", "about/"),
    "sentence_de": Edit("docs/de/about.md", "\n## ", "\nAn editor has written this.\n\n## ", "de/about/"),
    "text": Edit("wizard/texts/site.yaml", "site.not_government: ", "site.not_government: An editor has. ", "ghana/"),
    "fact": Edit("wizard/facts/countries/ghana.yaml", "Migration and Development (GEC)", "An editor (GEC)", "ghana/"),
    "fact_in_plan": Edit(
        "wizard/facts/countries/ghana.yaml", "Migration and Development (GEC)", "An editor (GEC)", "ghana/leaving/"
    ),
}
MARK = "An editor"


def copy_without(folder: Path, locales: Iterable[str] = ("ar",)) -> Path:
    """A copy of this checkout to change, without some of the languages."""
    project = copy_of_project(folder)
    for locale in locales:
        leave_out_language(project, locale)
    return project


class Editor:
    """Runs `make serve`'s program in a copy of the project, edits files there and reads pages."""

    def __init__(self, project: Path, settled: float = 600.0) -> None:
        self.project = project
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        self.log = project / "serve.log"
        command = [sys.executable, "-m", "wizard.live", "--port", str(self.port), "--settled", str(settled)]
        with self.log.open("w", encoding="utf-8") as log:
            self._process = subprocess.Popen(command, cwd=project, stdout=log, stderr=subprocess.STDOUT)

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(30)

    @property
    def said(self) -> str:
        """What stands on the terminal."""
        return self.log.read_text(encoding="utf-8")

    def wait_for(self, words: str, after: int = 0) -> float:
        """Seconds until these words stand on the terminal, after so many signs of it."""
        begin = time.monotonic()
        while words not in self.said[after:]:
            if time.monotonic() - begin > PATIENCE or self._process.poll() is not None:
                raise TimeoutError(f"Nobody said `{words}`: {self.said}")
            time.sleep(0.05)
        return time.monotonic() - begin

    def page(self, address: str) -> str:
        """A page as a browser gets it."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def write(self, edit: Edit) -> None:
        """Saves the file with the change."""
        path = self.project / edit.file
        text = path.read_text(encoding="utf-8")
        if edit.old not in text:
            raise ValueError(f"{edit.file} does not have `{edit.old}`.")
        path.write_text(text.replace(edit.old, edit.new, 1), encoding="utf-8")

    def seen(self, words: str, address: str, there: bool = True) -> float:
        """Seconds until the words are on the page, or gone from it."""
        begin = time.monotonic()
        while (words in self.page(address)) is not there:
            if time.monotonic() - begin > PATIENCE:
                raise TimeoutError(f"`{words}` on {address}: {self.said}")
            time.sleep(0.02)
        return time.monotonic() - begin


def measure(editor: Editor, runs: int) -> dict[str, float]:
    """The middle of several runs for each kind of change."""
    found: dict[str, float] = {}
    for name, edit in EDITS.items():
        times: list[float] = []
        for _ in range(runs):
            before = (editor.project / edit.file).read_text(encoding="utf-8")
            editor.write(edit)
            times.append(editor.seen(MARK, edit.page))
            (editor.project / edit.file).write_text(before, encoding="utf-8")
            editor.seen(MARK, edit.page, there=False)
        found[name] = round(median(times), 2)
    return found


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.serve", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="times that each change is made")
    parser.add_argument("--all-languages", action="store_true", help="without leaving out Arabic")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = copy_without(Path(folder), () if options.all_languages else ("ar",))
        with Editor(project) as editor:
            whole = editor.wait_for("Wegweiser is at")
            found = measure(editor, options.runs)
    slowest = max(found.values())
    print(json.dumps({
        "whole_build_seconds": round(whole, 1),
        "seconds_until_seen": found,
        "slowest_ratio_to_whole_build": round(slowest / whole, 3),
        "limit_seconds": SECONDS,
    }, indent=2))  # fmt: skip
    return 1 if slowest > SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
