"""Reads and writes JSON with the C code that Python's own `json` uses, without regular expressions.

Any option of Python's `json` is refused.
"""

from _json import encode_basestring_ascii, make_encoder, make_scanner
from json.decoder import JSONDecodeError

__all__ = ["JSONDecodeError", "dumps", "loads"]

_SPACE = " \t\n\r"


class _Options:
    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}.__getitem__


_scan = make_scanner(_Options)


def loads(text, /):
    """The value that the text writes."""
    if not isinstance(text, str):
        raise TypeError(f"the JSON object must be str, not {type(text).__name__}")
    try:
        value, end = _scan(text, len(text) - len(text.lstrip(_SPACE)))
    except StopIteration as stop:
        raise JSONDecodeError("Expecting value", text, stop.value) from None
    rest = text[end:].lstrip(_SPACE)
    if rest:
        raise JSONDecodeError("Extra data", text, len(text) - len(rest))
    return value


def dumps(value, /):
    """The value as text, as Python's `json` writes it when no option is given."""
    if isinstance(value, str):
        return encode_basestring_ascii(value)
    write = make_encoder({}, _refuse, encode_basestring_ascii, None, ": ", ", ", False, False, True)
    return "".join(write(value, 0))


def _refuse(value):
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
