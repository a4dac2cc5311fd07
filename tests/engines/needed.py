"""Programs that `make engines` installs."""

from __future__ import annotations

import glob
import shutil

import pytest


def program(*names: str) -> str:
    """The first of these programs (or patterns of paths) that is there."""
    for name in names:
        found = shutil.which(name) or next(iter(sorted(glob.glob(name))), None)
        if found:
            return found
    pytest.fail(f"{names[0]} is missing. Run `make engines`, which installs it.")
