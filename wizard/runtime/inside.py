"""Runs inside Pyodide under Node.js, started by compile.mjs: compiles what phones need.

/making holds our wheel, library.zip and used.txt; afterwards it holds python_stdlib.zip and the wheel compiled, both
for this very Python.
"""

import sys
import zipfile
from pathlib import Path

WORK = Path("/making")
NOTICE = """Pyodide, https://github.com/pyodide/pyodide, Mozilla Public License 2.0 (https://mozilla.org/MPL/2.0/).
Modified: small files of wizard/runtime/library/ of this guide's source stand for its own, see THIRD-PARTY.md there.
The rest is from Python, https://www.python.org, PSF License Agreement (https://docs.python.org/3/license.html).
"""


def main() -> None:
    """Makes the two archives."""
    wheel = next(WORK.glob("*.whl"))
    small = WORK / "python_stdlib.zip"
    with zipfile.ZipFile(WORK / "library.zip") as source, zipfile.ZipFile(small, "w") as target:
        target.writestr("NOTICE.txt", NOTICE)
        for name in (WORK / "used.txt").read_text().split():
            target.writestr(name, source.read(name))

    sys.path.insert(0, "/compiler")
    from pyodide_build.cli.py_compile import main as py_compile  # pyright: ignore[reportMissingImports]

    for archive in (small, wheel):
        # Stored, not deflated: the web server compresses better, and the phone need not unpack twice.
        py_compile([str(archive), "--compression-level", "0", "--silent"], standalone_mode=False)


main()
