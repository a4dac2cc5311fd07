# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""What Pyodide imports first."""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook() -> None:
    """Leaves Python's own printing of errors as it is: it does without the module `traceback`."""
