"""pyodide-build, in the versions of pyodide-build.lock, for the Python inside Pyodide."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).with_name("pyodide-build.lock")


def install_compiler(folder: Path, python: str) -> None:
    """Installs pyodide-build for that Python into the folder, once."""
    stamp = folder / ".complete"
    wanted = f"{python}\n{LOCK.read_text(encoding='utf-8')}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    # pyodide-build needs a newer Python than ours may be, but never runs in ours. Older versions of pip compare with
    # ours all the same, unless they are told not to.
    command += ["--target", str(folder), "--python-version", python, "--ignore-requires-python"]
    command += ["--only-binary", ":all:", "--no-deps"]
    subprocess.run([*command, "--require-hashes", "--requirement", str(LOCK)], check=True)
    stamp.write_text(wanted, encoding="utf-8")
