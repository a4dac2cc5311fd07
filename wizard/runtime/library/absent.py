"""Stands for a module that phones do not have."""


def __getattr__(name):
    # Python itself looks for these, and expects that they may be missing.
    if name.startswith("__"):
        raise AttributeError(name)
    raise ModuleNotFoundError(f"The small Python has no {__name__}.{name}.", name=__name__)
