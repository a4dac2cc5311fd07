"""Where the installed Chromium is, and how to start it (used by measurements and browser tests)."""

from __future__ import annotations

import os
import shutil
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def launch_arguments() -> dict[str, Any]:
    """Arguments for Playwright's launch(): the system's browser instead of one that Playwright would download."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("Chromium is missing. Run `make test` or `make bench`, which install it.")
    # Chromium refuses its sandbox to root, which is what containers run as.
    return {"executable_path": found, "args": ["--no-sandbox"] if os.geteuid() == 0 else []}
