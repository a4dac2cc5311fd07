# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""What Python code may ask of Pyodide."""

from _pyodide._core_docs import ConversionError, InternalError, JsProxy, jsnull
from _pyodide._importhook import register_js_module
from _pyodide_core import JsException

__all__ = ["ConversionError", "InternalError", "JsException", "JsProxy", "jsnull", "register_js_module"]
