"""Holds a whole browser to a share of one core: all its processes, workers and compile threads, by a cgroup."""

from __future__ import annotations

import os
import shlex
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Self

_VERSION_1 = Path("/sys/fs/cgroup/cpu")
_VERSION_2 = Path("/sys/fs/cgroup")
_PERIOD = 50_000  # microseconds; shorter than a frame of the eye, longer than the kernel's own slices


class CpuQuota:
    """A cgroup with a quota. Where none can be made, `kind` says "none" and the browser has the whole machine."""

    def __init__(self, cores: float) -> None:
        self.cores = cores
        self.kind = "none"
        self._folder: Path | None = None

    def __enter__(self) -> Self:
        name = f"wegweiser-{uuid.uuid4().hex[:8]}"
        for kind, parent, limit in (
            ("cgroup v2", _VERSION_2, ("cpu.max", f"{int(self.cores * _PERIOD)} {_PERIOD}")),
            ("cgroup v1", _VERSION_1, ("cpu.cfs_quota_us", str(int(self.cores * _PERIOD)))),
        ):
            folder = parent / name
            try:
                folder.mkdir()
            except OSError:
                continue
            if self._limited(folder, kind, limit):
                self._folder, self.kind = folder, kind
                break
            folder.rmdir()
        return self

    @staticmethod
    def _limited(folder: Path, kind: str, limit: tuple[str, str]) -> bool:
        file, value = limit
        if not (folder / file).exists():
            return False
        try:
            if kind == "cgroup v1":
                (folder / "cpu.cfs_period_us").write_text(str(_PERIOD))
            (folder / file).write_text(value)
        except OSError:
            return False
        return True

    def __exit__(self, *_: object) -> None:
        if self._folder:
            # A process that ends late keeps the empty folder alive; it costs nothing.
            with suppress(OSError):
                self._folder.rmdir()

    def wrapped(self, program: str, folder: Path) -> str:
        """Path of a script that starts `program` inside the quota."""
        if self._folder is None:
            return program
        script = folder / "held-browser"
        enter = f"echo $$ > {shlex.quote(str(self._folder / 'cgroup.procs'))}"
        script.write_text(f'#!/bin/sh\n{enter}\nexec {shlex.quote(program)} "$@"\n', encoding="utf-8")
        os.chmod(script, 0o755)
        return str(script)

    def processes(self) -> list[int]:
        """Process numbers inside the quota."""
        if self._folder is None:
            return []
        return [int(line) for line in (self._folder / "cgroup.procs").read_text(encoding="utf-8").split()]
