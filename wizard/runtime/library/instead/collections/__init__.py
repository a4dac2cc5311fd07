"""`collections` with its abstract classes only."""

import _collections_abc as abc
import sys

sys.modules["collections.abc"] = abc


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise ModuleNotFoundError(f"The small Python has no collections.{name}.", name=__name__)
