"""From the home page through the questions to a plan: the same words as the rules give in CPython."""

from __future__ import annotations

import importlib
import json
from datetime import date
from typing import Any

import pytest

from tests.engines.phone import Phone
from tests.site.conftest import Site
from wizard.core import entry
from wizard.languages import languages

ANSWERS: dict[str, object] = {"situation": "back_home", "nationality": "GH", "needs": ["work", "health"]}
FOLDERS = {row.locale: row.folder for row in languages()}
# The plan that is shown, and the same made of other HTML; what the day adds to old facts is left out.
WORDS = """
const words = (root) => {
  for (const added of root.querySelectorAll(".old")) added.remove();
  return root.textContent.split(/\\s+/).join(" ").trim();
};
const made = new DOMParser().parseFromString(arguments[0], "text/html");
return [words(document.getElementById("wizard-plan-body").cloneNode(true)), words(made.body)];
"""


def advice(site: Site, locale: str, answers: dict[str, Any]) -> dict[str, Any]:
    """What the rules say in CPython, with the facts that the phone has: the common ones and those of the country."""
    rules = importlib.reload(entry)
    file = next((site.folder / "assets" / "wizard").glob(f"data.{locale}.*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(("{", answers["nationality"])):
            rules.load(line[line.index("{") :])
    request = {"answers": answers, "as_of": date.today().isoformat(), "plan": True}
    return json.loads(rules.advise(json.dumps(request)))


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_from_the_home_page_to_a_plan(phone: Phone, site: Site, locale: str) -> None:
    phone.open(FOLDERS[locale])
    phone.picture(f"{locale}-home")
    phone.tap('main a[href*="wizard/"]')
    phone.wait(lambda: phone.field == "situation", "the first question")
    phone.picture(f"{locale}-question")
    asked = phone.interview(ANSWERS)
    assert set(ANSWERS) <= set(asked)
    phone.picture(f"{locale}-plan")
    given = {field: ANSWERS.get(field) for field in asked}
    shown, expected = phone.script(WORDS, advice(site, locale, given)["plan_html"])
    assert shown == expected
    assert len(shown) > 2000
    assert phone.one("#wizard-plan-heading").is_displayed()
    assert phone.one("#wizard-plan .contact").is_displayed()
    assert phone.sideways <= 0
    assert phone.engine.faults == []


def test_plan_is_there_again(phone: Phone) -> None:
    """After a reload, and on the way back from another page; a step back leads to the last question."""
    phone.open("wizard/")
    asked = phone.interview(ANSWERS)
    title = phone.text("#wizard-plan-body h3")
    phone.driver.refresh()
    phone.wait(lambda: phone.shows == "plan", "the plan after a reload")
    phone.open("ghana/")
    phone.driver.back()
    phone.wait(lambda: phone.shows == "plan", "the plan on the way back")
    assert phone.text("#wizard-plan-body h3") == title != ""
    phone.driver.back()
    phone.wait(lambda: phone.shows == "question", "the last question")
    assert phone.field == asked[-1]
    given = f"return document.querySelector('#{phone.question} input:checked')?.value"
    assert phone.script(given) == "unknown"
    assert phone.engine.faults == []


def test_numbers_and_dates_can_be_typed(phone: Phone, site: Site) -> None:
    answers: dict[str, object] = {
        "situation": "thinking_of_leaving",
        "nationality": "IQ",
        "goals": ["family"],
        "residence_country": "IQ",
        "age": 58,
        "sponsor_relation": "child",
        "sponsor_title": "s18b",
        "sponsor_first_skilled_title_date": "2025-05-31",
    }
    phone.open("wizard/")
    asked = phone.interview(answers)
    assert set(answers) <= set(asked)
    given = {field: answers.get(field) for field in asked}
    shown, expected = phone.script(WORDS, advice(site, "en", given)["plan_html"])
    assert shown == expected
    assert phone.engine.faults == []


def test_link_of_a_plan(phone: Phone) -> None:
    """Whether the engine lets the page copy or not: the visitor gets a link that leads to the same plan."""
    phone.open("wizard/")
    phone.interview(ANSWERS)
    title = phone.text("#wizard-plan-body h3")
    phone.tap("#wizard-copy")
    phone.wait(lambda: phone.one("#wizard-copied").is_displayed(), "what became of the link")
    link = str(phone.one("#wizard-link").get_attribute("value"))
    phone.new_tab()
    assert link.startswith(f"{phone.host.address}wizard/#a=")
    phone.driver.get(link)
    phone.wait(lambda: phone.shows == "plan", "the plan of the link")
    assert phone.text("#wizard-plan-body h3") == title != ""
    assert phone.engine.faults == []
