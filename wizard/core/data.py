"""Texts and facts in one language, as compiled by the build: plain dicts merged from one or more files."""

from __future__ import annotations

from wizard.core.answers import Answers
from wizard.core.case import Case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Given, Row


class MissingText(KeyError):
    """A text id the build did not compile."""


class Data:
    """`texts`: id -> text, or [text, lang] where only another language has it. `records`: id -> record."""

    def __init__(self) -> None:
        self.locale = "en"
        self.lang = "en"
        self.direction = "ltr"
        self.texts: dict[str, str | list[str]] = {}
        self.records: dict[str, Row] = {}
        self.countries: dict[str, Row] = {}
        self.places: dict[str, list[str]] = {}
        # Way from the page that shows the plan to the root of its language; empty where no pages are linked.
        self.pages = ""

    def merge(self, part: Row) -> None:
        """Adds one compiled file."""
        for key in ("locale", "lang", "direction", "pages"):
            if key in part:
                setattr(self, key, part[key])
        for key in ("texts", "records", "countries", "places"):
            getattr(self, key).update(part.get(key, {}))

    def text(self, text_id: str) -> tuple[str, str]:
        """(text, language it is in)."""
        try:
            found = self.texts[text_id]
        except KeyError:
            raise MissingText(text_id) from None
        return (found, self.lang) if isinstance(found, str) else (found[0], found[1])

    def plain(self, text_id: str, **values: object) -> str:
        """The text with its {names} filled in."""
        text = self.text(text_id)[0]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def day(self, iso: str) -> str:
        """A day (YYYY-MM-DD) as the language writes days."""
        year, month, day = iso.split("-")
        return self.plain("date.day", day=str(int(day)), month=self.plain(f"date.month{int(month)}"), year=year)

    def figures(self) -> dict[str, Row]:
        """Figures by record."""
        return {one: record["figures"] for one, record in self.records.items() if "figures" in record}

    def case(self, given: Given, day: str) -> Case:
        """The case for checked answers on a day (YYYY-MM-DD)."""
        return Case(Answers(given), day, self.figures())
