"""The questions of the interview: which field, which kind of answer, which choices. Their words stand in the texts."""

from __future__ import annotations

from wizard.core.fields import COUNTRIES, FIELDS, LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Any

# ISCO-08 groups offered as occupations; the codes are the answers.
OCCUPATIONS = (
    "222",
    "322",
    "532",
    "221",
    "226",
    "25",
    "21",
    "23",
    "834",
    "711",
    "721",
    "741",
    "723",
    "512",
    "33",
    "411",
    "61",
    "93",
    "96",
)
# Titles most families have, of those of the field, with the section as it is printed on the card. Who has another one
# answers "I don't know" and finds out.
SPONSOR_TITLES = {
    "german": "",
    "settlement_permit": "",
    "s26_3": "§ 26(3)",
    "eu_long_term": "",
    "blue_card": "",
    "s18a": "§ 18a",
    "s18b": "§ 18b",
    "s19c_2": "§ 19c(2)",
    "part_4_other": "§ 19c(1)",
    "part_3": "§ 16–17",
    "part_6": "§ 28–36",
    "s25_1": "§ 25(1)",
    "s25_2_refugee": "§ 25(2)",
    "s25_2_subsidiary": "§ 25(2)",
    "s25_3": "§ 25(3)",
    "s25_5": "§ 25(5)",
    "s25b_1": "§ 25b",
    "s104c": "§ 104c",
    "none": "",
}
OTHER_COUNTRY = "ZZ"
NEIGHBOURS = ("BA", "ME", "MK")
_CHOICES: dict[str, tuple[str, ...]] = {
    "situation": FIELDS["situation"][1],
    "residence_country": (*COUNTRIES, *NEIGHBOURS, OTHER_COUNTRY),
    "sponsor_title": tuple(SPONSOR_TITLES),
    "qualification_isco08": OCCUPATIONS,
    "occupation_isco08": OCCUPATIONS,
}
_KIND = {
    "enum": "choice",
    "level": "choice",
    "boolean": "choice",
    "set": "choices",
    "isco08": "choice",
    "country": "choice",
    "integer": "number",
    "number": "number",
    "date": "date",
    "text": "choice",
}


class Question:
    """One question: `kind` is choice, choices, number or date; `choices` are the values without "I don't know"."""

    __slots__ = ("choices", "field", "kind", "limits")

    def __init__(self, field: str) -> None:
        kind: str = FIELDS[field][0]
        allowed: Any = FIELDS[field][1]
        self.field = field
        self.kind = _KIND[kind]
        self.limits: tuple[int, int] = allowed if self.kind == "number" else (0, 0)
        if field in _CHOICES:
            self.choices: tuple[str, ...] = _CHOICES[field]
        elif kind == "boolean":
            self.choices = ("true", "false")
        elif kind == "level":
            self.choices = LEVELS
        elif kind in ("enum", "set"):
            self.choices = tuple(value for value in allowed if value != "unknown")
        else:
            self.choices = ()
