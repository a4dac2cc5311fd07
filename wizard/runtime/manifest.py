"""What was made: the list of files a phone downloads, with sizes and check sums."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import brotli


@dataclass(frozen=True)
class ShippedFile:
    """One file that a phone downloads. `path` is relative to the folder that is published."""

    path: str
    bytes: int
    brotli: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """All files of the small Python."""

    pyodide: str
    lock_info: dict[str, str]
    engine: str
    files: dict[str, ShippedFile] = field(default_factory=dict)

    @property
    def brotli_bytes(self) -> int:
        """What a phone transfers from a server that compresses well."""
        return sum(file.brotli for file in self.files.values())

    def write(self, path: Path) -> None:
        """Writes the manifest as JSON."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")


def read_manifest(path: Path) -> Manifest:
    """Reads a manifest written before."""
    content = json.loads(path.read_text(encoding="utf-8"))
    files = {name: ShippedFile(**file) for name, file in content.pop("files").items()}
    return Manifest(files=files, **content)


def describe(file: Path, path: str, cache: Path) -> ShippedFile:
    """Sizes and check sum of a file. Brotli needs many seconds for the largest: the cache remembers its result."""
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    known: dict[str, int] = json.loads(cache.read_text(encoding="utf-8")) if cache.exists() else {}
    if digest not in known:
        known[digest] = len(brotli.compress(content, quality=11))
        cache.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return ShippedFile(path, len(content), known[digest], digest)
