"""What the visitor's browser calls: JSON in, JSON out."""

from __future__ import annotations

import json

from wizard.core.answers import read_answers
from wizard.core.data import Data
from wizard.core.interview import ORDER, next_question
from wizard.core.plan import COUNTRIES_WITH_DATA, country_of, make_plan
from wizard.core.plan_html import answers_html, plan_html
from wizard.core.question_html import question_html

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Row

_data = Data()
_loaded: set[str] = set()


def load(json_text: str) -> None:
    """Merges one data file: first the common one, then one per country."""
    part: Row = json.loads(json_text)
    _data.merge(part)
    if part.get("country"):
        _loaded.add(part["country"])


def advise(json_text: str) -> str:
    """Answers in, next question and plan out (see wizard/browser/README.md for the shape)."""
    request: Row = json.loads(json_text)
    given, problems = read_answers(request.get("answers", {}))
    case = _data.case(given, request["as_of"])
    country = country_of(case) or ""
    needs = country if country in COUNTRIES_WITH_DATA and country not in _loaded else None
    field = next_question(case, _data)
    view = str(request.get("view") or field)
    other = case.get("for_whom") == "other"
    asked = question_html(view, _data, other) if f"question.{view}.heading" in _data.texts else ""
    # The longest answer by far: only made when it is to be shown.
    plan = plan_html(make_plan(case, _data), _data) if field is None or request.get("plan") else ""
    fields = ("situation", *ORDER.get(str(case.get("situation")), ()))
    return json.dumps(
        {
            "next": field,
            "question_html": asked,
            "plan_html": plan,
            "answers_html": answers_html(given, _data, fields),
            "problems": problems,
            "needs_country": needs,
        }
    )
