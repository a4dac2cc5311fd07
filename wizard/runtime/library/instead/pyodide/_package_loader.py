# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""Where packages would be: phones load none."""


class _Folder:
    """Text as JavaScript would not see it: it calls __str__()."""

    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = _Folder("/lib/python/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages():
    """Called once by loadPyodide(): nothing is there."""
