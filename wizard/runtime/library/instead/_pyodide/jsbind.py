# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""How Python calls functions of JavaScript that have no signature of their own."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


class no_default:
    """Stands for "this parameter has no default"."""


def _any_arguments(*args, **kwargs):
    pass


default_signature = JsFuncSignature(
    _any_arguments, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)
