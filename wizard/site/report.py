"""Where a reader can report a wrong fact. A report holds the fact's id and the version of the page, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

# No comma, no ?, no &: an address must not add receivers or text to the draft.
_EMAIL = re.compile(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$", re.ASCII)


class ReportFault(ValueError):
    """The operator's setting cannot be used; the message says why."""


@dataclass(frozen=True)
class ReportTo:
    """The operator's address for reports; empty where none is set."""

    email: str = ""
    page: str = ""
    version: str = ""

    @classmethod
    def checked(cls, email: str, page: str, version: str) -> ReportTo:
        """The settings, or a fault that says what is wrong with them."""
        if email and not _EMAIL.match(email):
            raise ReportFault(f"WEGWEISER_REPORT_EMAIL is `{email}`. Write one e-mail address, like name@example.org.")
        if page and not page.startswith("https://"):
            raise ReportFault(f"WEGWEISER_REPORT_PAGE is `{page}`. Write an address that starts with https://.")
        return cls(email, page, version)

    def text(self, record_id: str) -> str:
        """The whole report. It is the same in all languages, so that the operator can read it."""
        return f"Wegweiser: {record_id}\nVersion: {self.version}\n"

    def mail(self, record_id: str = "") -> str:
        """Address of a mail draft to the operator."""
        if not record_id:
            return f"mailto:{self.email}?subject=Wegweiser&body={quote(f'Version: {self.version}')}"
        return f"mailto:{self.email}?subject={quote(f'Wegweiser: {record_id}')}&body={quote(self.text(record_id))}"

    def link(self, page: str, record_id: str) -> str:
        """Address behind `report this`: a mail draft, or the page that says what to do where no address is set."""
        return escape(self.mail(record_id) if self.email else f"{page}#fact={record_id}")
