"""Texts and facts in one language, as compiled by the build: plain dicts merged from one or more files."""

from wizard.core.answers import Answers
from wizard.core.case import Case


class MissingText(KeyError):
    """A text id the build did not compile."""


class Data:
    """`texts`: id -> text, or [text, lang] where only another language has it. `records`: id -> record."""

    def __init__(self):
        self.locale = "en"
        self.lang = "en"
        self.direction = "ltr"
        self.texts = {}
        self.records = {}
        self.countries = {}
        self.places = {}

    def merge(self, part):
        for key in ("locale", "lang", "direction"):
            if key in part:
                setattr(self, key, part[key])
        for key in ("texts", "records", "countries", "places"):
            getattr(self, key).update(part.get(key, {}))

    def text(self, text_id):
        """(text, language it is in)."""
        try:
            found = self.texts[text_id]
        except KeyError:
            raise MissingText(text_id) from None
        return (found, self.lang) if isinstance(found, str) else (found[0], found[1])

    def plain(self, text_id, **values):
        text = self.text(text_id)[0]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def figures(self):
        return {one: record["figures"] for one, record in self.records.items() if "figures" in record}

    def case(self, given, day):
        """The case for checked answers on a day (YYYY-MM-DD)."""
        return Case(Answers(given), day, self.figures())
