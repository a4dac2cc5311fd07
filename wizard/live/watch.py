"""Watches the sources of the site and says what has changed, and how much of the site that touches."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from wizard.live import ROOT

FOLDERS = ("docs", "overrides", "wizard")
FILES = ("mkdocs.yml",)
_ENDINGS = {".css", ".html", ".js", ".json", ".md", ".mjs", ".png", ".po", ".py", ".svg", ".txt", ".yaml", ".yml"}
# Notes for people who work on the guide: no page shows them.
_NO_PAGE = ("docs/contributing/*", "wizard/*.md", "wizard/bench/*", "wizard/commands/*")
# What pages read anew when they are made; a `*` also stands for slashes. All else needs the whole site built anew.
_READ_ANEW = (
    "docs/*.md", "overrides/*.css", "overrides/*.html", "overrides/*.js", "overrides/*.svg",
    "wizard/browser/*.css", "wizard/browser/*.html", "wizard/browser/*.js",
    "wizard/facts/*.yaml", "wizard/locale/*.po", "wizard/texts/*.yaml",
)  # fmt: skip
_FOR_PHONES = ("wizard/__init__.py", "wizard/core/*", "wizard/runtime/*")
# Editors and git write several files in a row.
_QUIET = 0.08

State = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Change:
    """The files that changed at once, by their place in the project."""

    files: frozenset[str]
    added_or_gone: frozenset[str] = frozenset()

    @property
    def touches_all(self) -> str:
        """A file whose change touches every page; empty when single pages can follow."""
        wide = sorted(name for name in self.files if not _matches(name, _READ_ANEW))
        return next(iter(wide or sorted(self.added_or_gone)), "")

    @property
    def touches_phones(self) -> bool:
        """True when the small Python of the phone has to be made anew."""
        return any(_matches(name, _FOR_PHONES) for name in self.files)

    @property
    def said(self) -> str:
        """The files in one line."""
        names = sorted(self.files)
        return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def _watched(root: Path) -> Iterator[Path]:
    yield from (root / name for name in FILES)
    for folder in FOLDERS:
        yield from (path for path in (root / folder).rglob("*") if path.suffix in _ENDINGS)


def state(root: Path) -> State:
    """Time and size of each source."""
    found: State = {}
    for path in _watched(root):
        name = path.relative_to(root).as_posix()
        if not path.name.startswith(".") and not _matches(name, _NO_PAGE):
            try:
                about = path.stat()
            except FileNotFoundError:
                continue
            found[name] = (about.st_mtime_ns, about.st_size)
    return found


def difference(before: State, now: State) -> Change | None:
    """What has changed, if anything."""
    added_or_gone = before.keys() ^ now.keys()
    other = {name for name in before.keys() & now.keys() if before[name] != now[name]}
    return Change(frozenset(other | added_or_gone), frozenset(added_or_gone)) if other or added_or_gone else None


class Watcher(FileSystemEventHandler):
    """Calls `tell` with each change, in a thread of its own. The events only wake it: what counts are the files."""

    def __init__(self, tell: Callable[[Change], None], root: Path = ROOT) -> None:
        self.tell, self.root = tell, root
        self.known = state(root)
        self._woken = threading.Event()
        self._observer = Observer()
        for folder in FOLDERS:
            self._observer.schedule(self, str(root / folder), recursive=True)
        self._observer.schedule(self, str(root))
        self._observer.daemon = True
        self._observer.start()
        threading.Thread(target=self._follow, daemon=True).start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wakes the thread; reading a file is no change."""
        if event.event_type not in ("opened", "closed_no_write"):
            self._woken.set()

    def _follow(self) -> None:
        while True:
            self._woken.wait()
            while self._woken.is_set():
                self._woken.clear()
                time.sleep(_QUIET)
            now = state(self.root)
            change = difference(self.known, now)
            self.known = now
            if change:
                self.tell(change)
