"""What the wizard page loads: scripts, style sheet, data and Python, under names that change with their content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli

from wizard.runtime.build import OUTPUT
from wizard.runtime.manifest import Manifest, read_manifest
from wizard.site.assets import smaller_css
from wizard.site.small_scripts import small_scripts

HERE = Path(__file__).parent
ASSETS = "assets/wizard"
PYTHON = "assets/python"


@dataclass(frozen=True)
class PublishedFile:
    """One file that the worker loads, as the page's script needs to know it."""

    url: str
    bytes: int
    brotli: int
    sha256: str


@dataclass(frozen=True)
class Published:
    """Everything beside the page, by address from the site's root."""

    files: dict[str, bytes]
    folder: str
    manifest: Manifest
    data: dict[str, PublishedFile]
    style: str

    @property
    def script(self) -> str:
        """Address of the script that the page starts."""
        return f"{self.folder}/wizard.js"

    @property
    def scripts(self) -> list[str]:
        """Addresses of all scripts, those of the worker too: it finds them in the browser's store."""
        return sorted(path for path in self.files if path.startswith(self.folder) and path.endswith(".js"))

    @property
    def worker(self) -> str:
        """Address of the script beside the page, which runs Python."""
        return f"{self.folder}/worker.js"

    def python_files(self, locale: str) -> dict[str, PublishedFile]:
        """All that the worker loads for a language."""
        files = {
            name: PublishedFile(f"{PYTHON}/{file.path}", file.bytes, file.brotli, file.sha256)
            for name, file in self.manifest.files.items()
        }
        return {**files, "data.txt": self.data[locale]}


def publish(data: Mapping[str, Mapping[str, Any]], runtime: Path = OUTPUT) -> Published:
    """Collects the files. `data`: locale -> {"common": …, "by_country": {code: …}}, from compile_data."""
    try:
        manifest = read_manifest(runtime / "manifest.json")
    except FileNotFoundError:
        raise SystemExit("The wizard's Python is not made yet. Run `make runtime`.") from None
    files = {f"{PYTHON}/{file.path}": (runtime / "files" / file.path).read_bytes() for file in manifest.files.values()}
    names = sorted(path.name for path in HERE.glob("*.js"))
    own = {name: script.encode() for name, script in small_scripts(HERE, names).items()}
    # One folder named after all of them: scripts find each other by their plain names.
    folder = f"{ASSETS}/{_digest(b''.join(own.values()))}"
    files |= {f"{folder}/{name}": content for name, content in own.items()}
    published: dict[str, PublishedFile] = {}
    for locale, content in data.items():
        # All countries in one file: which one is asked for would tell the server an answer.
        packed = _lines(content)
        address = f"{ASSETS}/data.{locale}.{_digest(packed)}.txt"
        files[address] = packed
        sha256 = hashlib.sha256(packed).hexdigest()
        # Quality 5 is what servers do on the fly; the page only needs it for "x of y MB".
        published[locale] = PublishedFile(address, len(packed), len(brotli.compress(packed, quality=5)), sha256)
    style = smaller_css((HERE / "wizard.css").read_text(encoding="utf-8"))
    return Published(files, folder, manifest, published, style)


def _lines(content: Mapping[str, Any]) -> bytes:
    """The common part, then a line per country: the phone reads only those it needs."""
    rows = [("", content["common"]), *((f"{code} ", part) for code, part in content["by_country"].items())]
    return "".join(
        f"{code}{json.dumps(part, ensure_ascii=False, separators=(',', ':'))}\n" for code, part in rows
    ).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]
