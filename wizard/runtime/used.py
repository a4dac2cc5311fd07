"""Runs in a Python that starts as on a phone, started by compile.mjs: finds what that needs of the library.

`modules` holds the names of all that phones may import; afterwards `used` holds names of files in the
library, `loaded` names of all modules that are loaded.
"""

import importlib
import sys

# What this very script imports, phones have anyway.
for name in modules.split():  # noqa: F821  # pyright: ignore[reportUndefinedVariable]
    importlib.import_module(name)
library = next(f"{path}/" for path in sys.path if path.endswith(".zip"))
origins = (getattr(getattr(module, "__spec__", None), "origin", None) for module in list(sys.modules.values()))
used = "\n".join(sorted({origin.removeprefix(library) for origin in origins if origin and origin.startswith(library)}))
loaded = "\n".join(sorted(sys.modules))
