# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""Runs code that JavaScript gives as text."""

from _pyodide._base import eval_code

__all__ = ["eval_code"]
