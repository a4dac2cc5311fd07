"""Which facts a page uses. Whatever writes a fact into a page notes it here; `used_html.py` lists them below the page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Used:
    """The facts of one page in the order in which they first stand on it."""

    ids: dict[str, None] = field(default_factory=dict)
    # Facts that have a card of their own on the page: there are their sources and the day of the check.
    cards: set[str] = field(default_factory=set)

    def note(self, record_id: str) -> None:
        """The page shows something of this fact."""
        self.ids.setdefault(record_id)

    def card(self, record_id: str) -> None:
        """The page shows this fact as a card with its id."""
        self.note(record_id)
        self.cards.add(record_id)
