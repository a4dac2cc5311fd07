"""Zip files that are the same whenever and wherever they are made."""

from __future__ import annotations

import zipfile
from pathlib import Path

DAY = (1980, 1, 1, 0, 0, 0)


def write_same_always(source: Path, target: Path) -> None:
    """Copies a zip file: stored, sorted by name, without times, without what only an installer reads."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist()):
            if ".dist-info/" not in name:
                new.writestr(zipfile.ZipInfo(name, DAY), old.read(name))
