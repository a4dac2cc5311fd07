"""Writes `.br` and `.gz` beside each file of a built site that gets smaller by it: `python -m wizard.site.compress SITE`.

Brotli at its best takes half a minute for all pages and more for Python. So results are remembered by the check sum of
the content, and a rebuild only packs what has changed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parents[2]
REMEMBERED = ROOT / "build" / "compressed"
ENDINGS = frozenset({
    ".html", ".css", ".js", ".mjs", ".json", ".txt", ".svg", ".xml", ".wasm", ".webmanifest", ".csv", ".whl", ".zip", ".ics",
})
# Below this the head of an answer weighs more than what is gained.
LEAST = 200
# Results that no build has used for so long are dropped.
DAYS = 14


def _brotli(content: bytes) -> bytes:
    return brotli.compress(content, quality=11)


def _gzip(content: bytes) -> bytes:
    # Without a time in it, the same content gives the same file.
    return gzip.compress(content, compresslevel=9, mtime=0)


PACKERS: dict[str, Callable[[bytes], bytes]] = {"br": _brotli, "gz": _gzip}


@dataclass(frozen=True)
class Packed:
    """What was done: files looked at, files packed anew, bytes before and with brotli."""

    files: int
    fresh: int
    bytes: int
    brotli: int


def compress(site: Path, remembered: Path = REMEMBERED) -> Packed:
    """Packs all files of the site, on all cores."""
    remembered.mkdir(parents=True, exist_ok=True)
    files = [path for path in sorted(site.rglob("*")) if path.suffix in ENDINGS and path.stat().st_size >= LEAST]
    # Largest first: otherwise one core packs Python at the end while the others wait.
    files.sort(key=lambda path: path.stat().st_size, reverse=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = list(pool.map(lambda path: _pack(path, remembered), files))
    _forget_old(remembered)
    return Packed(len(files), sum(one.fresh for one in done), sum(one.bytes for one in done), sum(one.brotli for one in done))


def _pack(path: Path, remembered: Path) -> Packed:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    fresh, sent = 0, len(content)
    for ending, pack in PACKERS.items():
        known = remembered / f"{digest}.{ending}"
        if known.is_file():
            os.utime(known)
        else:
            fresh = 1
            # Another thread or build may be writing the same: each writes its own file and puts it in place at once.
            making = known.with_suffix(f".{ending}.{os.getpid()}-{threading.get_ident()}")
            making.write_bytes(pack(content))
            making.replace(known)
        beside = path.with_name(f"{path.name}.{ending}")
        if known.stat().st_size < len(content):
            shutil.copyfile(known, beside)
            sent = min(sent, known.stat().st_size)
        else:
            beside.unlink(missing_ok=True)
    return Packed(1, fresh, len(content), sent)


def _forget_old(remembered: Path) -> None:
    for path in remembered.iterdir():
        if path.stat().st_mtime < time.time() - DAYS * 86_400:
            path.unlink()


def main() -> None:
    """Packs one site and says what it did."""
    parser = argparse.ArgumentParser(prog="python -m wizard.site.compress", description="Writes .br and .gz beside each file.")
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        parser.error(f"There is no site in {options.site}. Run `make site` first.")
    begin = time.monotonic()
    done = compress(options.site)
    print(f"{done.files} files, {done.fresh} packed anew in {time.monotonic() - begin:.1f} s: "
          f"{done.bytes:,} bytes, {done.brotli:,} as they are sent")


if __name__ == "__main__":
    main()
