# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""Lets Python import objects of JavaScript, under the names that were given to them."""

import sys
from importlib._bootstrap import spec_from_loader

from ._core_docs import JsProxy


class JsFinder:
    """Knows the objects that were named as modules."""

    def __init__(self):
        self.jsproxies = {}

    def find_spec(self, fullname, path, target=None):
        """Called by Python for each module that is not found elsewhere."""
        if fullname not in self.jsproxies:
            return None
        return spec_from_loader(fullname, JsLoader(self.jsproxies[fullname]), origin="javascript", is_package=True)

    def register_js_module(self, name, jsproxy):
        """Makes `import name` give this object."""
        if not isinstance(name, str) or not isinstance(jsproxy, JsProxy):
            raise TypeError("register_js_module() needs a name and an object of JavaScript.")
        self.jsproxies[name] = jsproxy


class JsLoader:
    """Gives an object of JavaScript as a module."""

    def __init__(self, jsproxy):
        self.jsproxy = jsproxy

    def create_module(self, spec):
        """Called by Python."""
        return self.jsproxy

    def exec_module(self, module):
        """Called by Python: there is nothing to run."""


jsfinder = JsFinder()
register_js_module = jsfinder.register_js_module


def register_js_finder():
    """Called once by loadPyodide()."""
    sys.meta_path.append(jsfinder)


def register_windows_finder():
    """Called once by loadPyodide(): phones have no paths of Windows."""


def register_module_not_found_hook(packages, unvendored):
    """Called once by loadPyodide(): phones load no packages."""


def add_note_to_module_not_found_error(error):
    """Called when a module is missing, before JavaScript gets the error: which package has it does not matter here."""
