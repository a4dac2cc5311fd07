# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""Descriptions of Pyodide's own functions: no one reads them on a phone."""


def get_cmeth_docstring(_function):
    """Called for each of Pyodide's functions that is written in C."""
    return ""
