# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""Futures of asyncio, which phones do not have: Pyodide only asks for the module."""
