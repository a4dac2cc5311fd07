"""Answers of a visitor: checked, with "unknown" as a value."""

from __future__ import annotations

from wizard.core.fields import ASSUMED, DEFAULT_FROM, DEFAULTS, FIELDS, LEVELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Any, Given, Value


def _number(value: object, whole: bool) -> float | int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        text = value.strip().replace(",", ".")
        try:
            value = float(text)
        except ValueError:
            return None
    if not isinstance(value, (int, float)) or value != value or abs(value) > 1e12:
        return None
    if float(value).is_integer():
        return int(value)
    return None if whole else value


def _day(value: object) -> str | None:
    """YYYY-MM-DD if it is a day of the calendar, else None."""
    if not isinstance(value, str) or len(value) != 10 or value[4] != "-" or value[7] != "-":
        return None
    year, month, day = value[:4], value[5:7], value[8:]
    if not (year + month + day).isascii() or not (year + month + day).isdigit():
        return None
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= days[int(month) - 1]:
        return None
    return value


def _choice(value: object, allowed: tuple[str, ...]) -> tuple[Value, str]:
    if isinstance(value, str) and value in allowed:
        return value, ""
    return None, "use one of: " + ", ".join(allowed)


def read_value(field: str, value: object) -> tuple[Value, str]:
    """The value in its type, and "" or what is wrong with it (how to mend it)."""
    kind, allowed = FIELDS[field]
    if kind in ("enum", "level"):
        return _choice(value, allowed or LEVELS)
    if kind == "boolean":
        text = {"true": True, "false": False}.get(value) if isinstance(value, str) else value
        return (text, "") if isinstance(text, bool) else (None, "use true or false")
    if kind in ("integer", "number"):
        number = _number(value, kind == "integer")
        least, most = allowed
        if number is None or not least <= number <= most:
            return None, f"use a {'whole ' if kind == 'integer' else ''}number from {least} to {most}"
        return number, ""
    if kind == "set":
        rows: Any = [value] if isinstance(value, str) else value
        if hasattr(rows, "append") and all(isinstance(one, str) and one in allowed for one in rows):
            return [str(one) for one in allowed if one in rows], ""
        return None, "use a list of: " + ", ".join(allowed)
    if kind == "date":
        day = _day(value)
        return (day, "") if day else (None, "use a day as YYYY-MM-DD")
    if kind == "isco08":
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if isinstance(text, str) and text.isascii() and text.isdigit() and 1 <= len(text) <= 4:
            return text, ""
        return None, "use an ISCO-08 code of 1 to 4 digits"
    if kind == "country":
        if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha() and value.isupper():
            return value, ""
        return None, "use a two-letter country code, for example GH"
    if isinstance(value, str) and len(value) <= 80:
        return value, ""
    return None, "use a text of at most 80 characters"


def _nearest(field: str) -> str:
    def shared(one: str) -> int:
        return sum(1 for part in field.split("_") if part in one.split("_"))

    best = max(FIELDS, key=shared)
    return best if shared(best) else ""


def read_answers(raw: object) -> tuple[Given, list[str]]:
    """Answers that can be used, and one sentence for each that cannot. None stands for "I don't know"."""
    if not hasattr(raw, "items"):
        return {}, ['The answers must be a JSON object such as {"situation": "back_home", "nationality": "GH"}.']
    answers: Given = {}
    problems: list[str] = []
    fields: Any = raw
    for field, value in fields.items():
        if field not in FIELDS:
            guess = _nearest(str(field))
            hint = f" Did you mean `{guess}`?" if guess else ""
            problems.append(f"There is no answer field `{field}`.{hint} `python -m wizard fields` lists all fields.")
        elif value is None or value == "unknown":
            answers[field] = None
        else:
            read, wrong = read_value(field, value)
            if wrong:
                problems.append(
                    f"The value {value!r} of `{field}` cannot be used: {wrong}, or null for “I don't know”."
                )
            else:
                answers[field] = read
    return answers, problems


class Answers:
    """Checked answers with defaults and what follows from them. `get` gives None where the answer is unknown."""

    def __init__(self, given: Given, assume: bool = True) -> None:
        self.given = given
        self.assume = assume
        self.values = dict(given)
        for field, value in _implied(given).items():
            if self.values.get(field) is None:
                self.values[field] = value
        # With defaults and assumptions, worked out once: the rules look up some thousand values for one plan.
        self.filled: Given = {**ASSUMED, **DEFAULTS} if assume else {**DEFAULTS}
        for field, other in DEFAULT_FROM.items():
            self.filled[field] = self.values.get(other)
            if not assume and self.values.get(other) == 44:
                # At 44 a birthday can come before the visa: the interview asks (s.1(2) BeschV, s.18(2) AufenthG).
                self.filled[field] = None
        self.filled.update(self.values)

    def get(self, field: str) -> Value:
        return self.filled.get(field)

    def answered(self, field: str) -> bool:
        """True if the value is known from an answer, not from a default or an assumption."""
        return self.values.get(field) is not None or self.values.get(DEFAULT_FROM.get(field, "")) is not None

    def assumed(self, field: str) -> bool:
        return self.assume and field in ASSUMED and field not in self.values


def _implied_family(given: Given) -> Given:
    """Who the sponsor is says who is the child, and whether the husband or wife is German."""
    implied: Given = {}
    relation, title = given.get("sponsor_relation"), given.get("sponsor_title")
    if relation == "parent":
        implied["child_age"] = given.get("age")
    if relation == "spouse" and title is not None:
        implied["spouse_in_germany_german"] = title == "german"
    elif relation == "spouse" and given.get("spouse_in_germany_german") is True:
        implied["sponsor_title"] = "german"
    return implied


def _implied(given: Given) -> Given:
    """What an answer says about another field, so that nobody is asked twice."""
    implied: Given = {}
    if given.get("highest_qualification") == "none":
        implied["recognition_status"] = "none"
        implied["qualification_state_recognised_at_home"] = False
        implied["licence_to_practise"] = "none"
        implied["finished_stay_in_germany"] = "none"
    if given.get("asylum_status") in ("running", "rejected_appeal_possible", "rejected_final", "tolerated"):
        implied["previous_stay_as_asylum_seeker_or_tolerated"] = True
    if given.get("previous_stay_as_asylum_seeker_or_tolerated") is False:
        implied["asylum_status"] = "never_applied"
    implied |= _implied_family(given)
    last5, last7 = given.get("experience_years_last5"), given.get("experience_years_last7")
    # Less than two years in seven are less than two in five; five years in five are five in seven.
    if isinstance(last7, (int, float)) and last7 < 2:
        implied["experience_years_last5"] = last7
    if last5 == 5:
        implied["experience_years_last7"] = last5
    return implied
