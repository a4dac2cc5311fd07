"""What one edition of the open data is made from, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wizard.records.read import Facts

LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
NOTICE = (
    "Wegweiser is an independent guide. It is not the government and gives no legal advice. Facts expire: look at "
    "`checked` and at the periods of figures before you use them. To check means that sources were read, not that "
    "anybody was called. What is withheld or doubtful is not in this file."
)


@dataclass(frozen=True)
class Edition:
    """The facts of one build, where it is published, and its day."""

    facts: Facts
    site_url: str
    day: date

    @property
    def attribution(self) -> str:
        """How to name the source."""
        return f"Wegweiser, {self.site_url}, facts of {self.day.isoformat()}, {LICENCE}"

    def address(self, path: str) -> str:
        """Full address of a file or page of the site."""
        return self.site_url + path
