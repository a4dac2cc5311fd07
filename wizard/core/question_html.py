"""HTML of one question: complete, so that it can be answered before any script has run."""

from __future__ import annotations

from wizard.core.markup import escape, isolated, words
from wizard.core.questions import SPONSOR_TITLES, Question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.data import Data

UNKNOWN = "unknown"


def option_text(field: str, value: str) -> str:
    """Id of the words of a choice."""
    if field == "nationality" or (field == "residence_country" and value != "ZZ"):
        return f"country.{value}"
    if value in ("true", "false"):
        return f"option.{value}"
    if field in ("german_level", "english_level"):
        return f"option.level.{value}"
    if field == "occupation_isco08":
        return f"option.qualification_isco08.{value}"
    return f"option.{field}.{value}"


def option_words(field: str, value: str, data: Data) -> str:
    """The words of a choice as HTML; some questions say "I don't know" in their own way."""
    text_id = option_text(field, value)
    if value == UNKNOWN and text_id not in data.texts:
        text_id = f"option.{UNKNOWN}"
    section = SPONSOR_TITLES.get(value, "").replace(" ", "\u00a0")
    return words(data, text_id, section=isolated(section, "ltr"))


def _choice(question: Question, value: str, data: Data, kind: str, place_of: str | None = None) -> str:
    named = not place_of or option_text(question.field, value) in data.texts
    shown = option_words(question.field, value, data) if named else escape(value)
    country = f' data-country="{place_of}"' if place_of else ""
    dont_know = " option--unknown" if value == UNKNOWN else ""
    return (
        f'<label class="option{dont_know}"{country}>'
        f'<input type="{kind}" name="{question.field}" value="{escape(value)}">'
        f"<span>{shown}</span></label>"
    )


def question_html(question: Question | str, data: Data, other: bool = False, first: bool = False) -> str:
    """The <section> of a question. `other`: asked about somebody else. `first`: shown at once."""
    if isinstance(question, str):
        question = Question(question)
    field = question.field
    voice = ".other" if other and f"question.{field}.heading.other" in data.texts else ""
    name = f"q-{field}-other" if other and field == "situation" else f"q-{field}"
    why = f"{name}-why"
    if question.kind == "number":
        least, most = question.limits
        body = (
            f'<input class="number" type="number" inputmode="decimal" step="any" name="{field}" '
            f'min="{least}" max="{most}" '
            f'aria-labelledby="{name}-heading" aria-describedby="{why}" dir="ltr">'
            + _choice(question, UNKNOWN, data, "checkbox")
        )
    elif question.kind == "date":
        body = (
            f'<input class="number" type="date" name="{field}" max="9999-12-31" '
            f'aria-labelledby="{name}-heading" aria-describedby="{why}">' + _choice(question, UNKNOWN, data, "checkbox")
        )
    elif field == "place":
        places = [(code, place) for code, rows in data.places.items() for place in rows]
        body = "".join(_choice(question, place, data, "radio", place_of=code) for code, place in places)
        body += _choice(question, UNKNOWN, data, "radio")
    else:
        values = question.choices
        if field == "situation" and not other:
            values = (*values, "someone_else")
        box = "checkbox" if question.kind == "choices" else "radio"
        body = "".join(_choice(question, value, data, box) for value in (*values, UNKNOWN))
    hidden = "" if first else " hidden"
    return (
        f'<section class="question" id="{name}" data-field="{field}" data-kind="{question.kind}"{hidden}>'
        f'<h2 id="{name}-heading" tabindex="-1">{words(data, f"question.{field}.heading{voice}")}</h2>'
        f'<p class="why" id="{why}">{words(data, f"question.{field}.why")}</p>'
        f'<fieldset aria-labelledby="{name}-heading" aria-describedby="{why}">{body}</fieldset>'
        f'<p class="error" role="alert" hidden></p>'
        f'<button type="submit" class="continue">{words(data, "interface.continue")}</button></section>'
    )
