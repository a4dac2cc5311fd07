"""The conditions of the rules in words: when a requirement is tested, when it falls away, who can add it."""

from __future__ import annotations

import re

from wizard.core.conditions import All, Condition, Said, Test, Told
from wizard.core.conditions import Any as AnyOf
from wizard.core.law import law_text
from wizard.core.requirements import Requirement
from wizard.core.routes.family import REFUGEE_TITLES, SKILLED_TITLES
from wizard.site.view import Html, View

# Titles that the law names together: one phrase for all of them.
_SETS = {"skilled": SKILLED_TITLES, "refugee": REFUGEE_TITLES}
# Requirements whose own text says already when they are tested.
SAYS_WHEN = (
    "foreigners_authority",
    "custody_consent",
    "pension_over_45",
    "only_with_title_in_germany",
    "asylum_before_departure",
    "entered_with_visa",
    "child_from_16",
    "sponsor_title_restricted",
    "status_excluded",
)
_SECTION = re.compile(r"^s(?P<section>\d+[a-z]?)(?:_(?P<part>\d+[a-z]?))?(?:_(?P<sentence>\d+))?$")


def only_if_html(view: View, requirement: Requirement) -> Html:
    """`Only if ...`, `Not asked if ...`, `You can add this only if ...`: what the requirement's text leaves open."""
    parts: list[str] = []
    when = requirement.when
    # What only the plan needs to know (a person said no, or said anything) is no condition for the reader.
    if when is not None and not isinstance(when, (Said, Told)) and requirement.id not in SAYS_WHEN:
        parts.append(view.t("site.route.if", conditions=condition_words(view, when)))
    if requirement.waived is not None:
        parts.append(_waived_html(view, requirement.waived))
    if requirement.possible is not None:
        parts.append(view.t("site.route.possible", conditions=condition_words(view, requirement.possible)))
    concerned = _concerned(view, requirement)
    if concerned:
        parts.append(view.t("site.route.concerns", list=concerned))
    return Html(" ".join(parts))


def _waived_html(view: View, condition: Condition) -> Html:
    """When it falls away: one case as a sentence, several as a list."""
    cases = _alternatives(view, condition)
    if len(cases) == 1:
        return view.t("site.route.waived", conditions=cases[0])
    rows = "".join(f"<li>{case}</li>" for case in cases)
    return Html(f"{view.t('site.route.waived_cases')}<ul>{rows}</ul>")


def _alternatives(view: View, condition: Condition) -> list[Html]:
    if isinstance(condition, AnyOf):
        return [case for part in condition.parts for case in _alternatives(view, part)]
    if isinstance(condition, Test) and condition.field == "sponsor_title" and condition.word == "one_of":
        return [view.t(f"site.route.if.sponsor_title.{name}") for name in _names(condition.operand)]
    return [condition_words(view, condition)]


def condition_words(view: View, condition: Condition) -> Html:
    """A condition as part of a sentence. Raises UnknownText where it has no words yet."""
    if isinstance(condition, All):
        return _joined(view, "and", [condition_words(view, part) for part in condition.parts])
    if isinstance(condition, AnyOf):
        return _joined(view, "or", [condition_words(view, part) for part in _merged(condition)])
    if isinstance(condition, Test):
        return _test_words(view, condition)
    raise ValueError(f"No words for the condition {condition!r}. Add them in wizard/site/route_words.py.")


def _merged(condition: AnyOf) -> list[Condition]:
    """The alternatives; comparisons of one field with several values become one list."""
    values: list[str] = []
    rest: list[Condition] = []
    for part in condition.parts:
        if isinstance(part, Test) and part.field == "highest_qualification" and part.word in ("is", "one_of"):
            values += part.operand if isinstance(part.operand, tuple) else (part.operand,)
        else:
            rest.append(part)
    if not values:
        return rest
    return [Test("highest_qualification", "one_of", tuple(values), lambda answer, operand: answer in operand), *rest]


def _test_words(view: View, test: Test) -> Html:
    operand = test.operand
    if operand is True:
        return view.t(f"site.route.if.{test.field}")
    values = operand if isinstance(operand, tuple) else (operand,)
    if test.field == "highest_qualification" and test.word in ("is", "one_of"):
        options = "; ".join(view.t(f"option.highest_qualification.{value}") for value in values)
        return view.t("site.route.if.highest_qualification", list=Html(options))
    if test.field == "sponsor_title" and test.word == "one_of":
        return _joined(view, "or", [view.t(f"site.route.if.sponsor_title.{name}") for name in _names(values)])
    return view.t(f"site.route.if.{test.field}.{test.word}.{'-'.join(str(value) for value in values)}")


def _names(values: tuple[str, ...]) -> list[str]:
    """Titles as names of sets, and what is in no set by itself."""
    found: list[str] = []
    left = list(values)
    for name, titles in _SETS.items():
        if set(titles) <= set(left):
            found.append(name)
            left = [value for value in left if value not in titles]
    return [*left, *found]


def _joined(view: View, word: str, parts: list[Html]) -> Html:
    shown = parts[0]
    for part in parts[1:]:
        shown = view.t(f"site.route.join.{word}", first=shown, second=part)
    return shown


def _concerned(view: View, requirement: Requirement) -> Html:
    """Titles and statuses the rule names one by one, where a reader must find the own one."""
    if requirement.id == "sponsor_title_restricted" and isinstance(requirement.when, Test):
        return _sections(view, requirement.when.operand)
    test = requirement.condition
    if not isinstance(test, Test) or test.word != "none_of":
        return Html("")
    if test.field == "asylum_status":
        return Html("; ".join(view.t(f"site.route.status.{value}") for value in test.operand))
    if requirement.id == "sponsor_title_excluded":
        return _sections(view, test.operand)
    return Html("")


def _sections(view: View, titles: tuple[str, ...]) -> Html:
    """`s25_4a_1` -> s.25(4a) sentence 1, as the language cites."""
    shown: list[str] = []
    for title in titles:
        match = _SECTION.match(title)
        if not match:
            raise ValueError(f"The title {title} names no section of the law. Give it words instead.")
        part = f"({match['part']})" if match["part"] else ""
        sentence = f" sentence {match['sentence']}" if match["sentence"] else ""
        shown.append(law_text(f"s.{match['section']}{part}{sentence}", view.plain))
    return Html(f'<bdi dir="ltr">{", ".join(shown)}</bdi>'.replace("§ ", "§\u00a0"))
