"""Next steps without Python on the phone: the rules' plan for a country and situation, everything else unknown."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from wizard.core.answers import read_answers
from wizard.core.data import Data
from wizard.core.interview import next_field
from wizard.core.plan import make_plan
from wizard.core.plan_html import plan_html
from wizard.site.country_switch import country_switch
from wizard.site.generated import Page
from wizard.site.lean_plan import with_sources_apart
from wizard.site.places import FOLDERS, SITUATIONS, country_name, questions_address
from wizard.site.routes_links import routes_links_html
from wizard.site.sources_html import printed_sources_html
from wizard.site.used_html import used_html
from wizard.site.view import Html, View


def unknown_answers(code: str, situation: str, data: Data, day: str) -> dict[str, Any]:
    """Answers of somebody who says `I don't know` to every question but country and situation."""
    answers: dict[str, Any] = {"situation": SITUATIONS[situation], "nationality": code}
    while True:
        case = data.case(read_answers(answers)[0], day)
        field = next_field(case, data.places.get(code, ()))
        if field is None:
            return answers
        answers[field] = None


def next_steps_page(view: View, code: str, situation: str, data: Data) -> Page:
    """The page of one country and situation."""
    name, folder = country_name(code, view.locale), FOLDERS[code]
    view = replace(view.at(f"{view.language.folder}{folder}/{situation}/"), sources_apart=True)
    short = view.plain(f"site.situation.{situation}.name")
    title = view.plain("site.next.title", situation=short, country=name)
    day = view.day.isoformat()
    given, _ = read_answers(unknown_answers(code, situation, data, day))
    data.pages = "../../"
    plan = make_plan(data.case(given, day), data)
    page = Page(
        src_uri=f"{view.locale}/{folder}/{situation}.md",
        title=title,
        description=view.plain("site.next.description", country=name),
        heading=view.t("site.next.title", situation=short, country=Html(f"<bdi>{escape(name)}</bdi>")),
        meta={"page_kind": "next-steps", "country": code, "situation": situation},
    )
    page.block("switch", country_switch(code, f"{situation}/"))
    page.block("general", _general_html(view, code, situation))
    page.section("steps", view.t("site.next.steps"), with_sources_apart(view, plan_html(plan, data, routes_links_html), plan["steps"]))
    for record_id in _records_of(plan):
        view.used.note(record_id)
    page.block("printed-sources", printed_sources_html(view))
    page.used = used_html(view)
    return page


def _records_of(plan: dict[str, Any]) -> list[str]:
    """Ids of all facts that a plan shows."""
    named = [row["instead"] for row in plan["contacts"] if row["instead"]]
    return [one for step in plan["steps"] for one in step["records"]] + [c["id"] for c in plan["contacts"]] + named


def _general_html(view: View, code: str, situation: str) -> Html:
    name = Html(f"<bdi>{escape(country_name(code, view.locale))}</bdi>")
    questions, country = view.link(questions_address(code, situation)), view.link(f"{FOLDERS[code]}/")
    return Html(
        f'<div class="first first--short"><p>{view.t("site.next.general")}</p>'
        f'<p><a class="button" href="{escape(questions)}">{view.t("site.wizard.start")}</a></p>'
        f'<p><a class="onward" href="{escape(country)}">{view.t("site.next.country", country=name)}</a></p></div>'
    )
