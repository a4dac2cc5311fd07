"""`python -m wizard.runtime`: makes the small Python into build/runtime/ and says what it weighs."""

from __future__ import annotations

import argparse
from pathlib import Path

from wizard.runtime.build import OUTPUT, build_runtime
from wizard.runtime.engine import PACKAGE


def main() -> None:
    """Reads the command line and builds."""
    parser = argparse.ArgumentParser(prog="python -m wizard.runtime", description=__doc__)
    parser.add_argument("--engine", type=Path, default=PACKAGE, help="folder of the npm package pyodide")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="folder to write to")
    options = parser.parse_args()
    manifest = build_runtime(options.output, options.engine)
    for name, file in manifest.files.items():
        print(f"{file.bytes:>9,} bytes, {file.brotli:>9,} with brotli  {name}")
    print(f"Pyodide {manifest.pyodide}: {manifest.brotli_bytes:,} bytes to transfer")


main()
