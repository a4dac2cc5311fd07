"""The one function of `inspect` that Pyodide asks for when it starts."""

_COROUTINE = 0x80


def iscoroutinefunction(function):
    """Whether the function was made with `async def`."""
    code = getattr(function, "__code__", None)
    return code is not None and bool(code.co_flags & _COROUTINE)


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise ModuleNotFoundError(f"The small Python has no `inspect`: {name} was asked for.", name=__name__)
