"""Peak memory of a tab: what its renderer process has for itself, read from /proc while the page works."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

_FIELDS = ("Private_Clean:", "Private_Dirty:", "SwapPss:")


class TabMemory:
    """Samples the largest renderer among `processes()` ten times a second; `peak_mb` in megabytes (10^6 bytes)."""

    def __init__(self, processes: Callable[[], Iterable[int]]) -> None:
        self.peak_mb = 0.0
        self._processes = processes
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _sample(self) -> None:
        while not self._stop.wait(0.1):
            for process in self._processes():
                # A process may end between its listing and its reading.
                with suppress(OSError):
                    if b"--type=renderer" in Path(f"/proc/{process}/cmdline").read_bytes():
                        self.peak_mb = max(self.peak_mb, _private_bytes(process) / 1_000_000)


def _private_bytes(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(_FIELDS))
