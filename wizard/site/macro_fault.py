"""What a macro raises when it cannot be made."""

from __future__ import annotations


class MacroFault(Exception):
    """A macro that cannot be made; the message says what to do."""
