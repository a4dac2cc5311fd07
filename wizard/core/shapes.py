"""Types of the core for the type checker. Not imported at run time: typing costs start-up time on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

# An answer in its type; None is "I don't know".
Value: TypeAlias = str | bool | int | float | list[str] | None
Given: TypeAlias = dict[str, Value]
# Three-valued: True, False, or None for unknown.
Truth: TypeAlias = bool | None
# One record, plan, step or reason as plain JSON values.
Row: TypeAlias = dict[str, Any]

__all__ = ["Any", "Callable", "Given", "Iterable", "Iterator", "Mapping", "Row", "Sequence", "Truth", "Value"]
