"""Runs the command line as a person does: a new process, its output and its exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def wizard(*arguments: str, stdin: str | bytes = "") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `python -m wizard`."""
    done = subprocess.run(
        [sys.executable, "-m", "wizard", *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()
