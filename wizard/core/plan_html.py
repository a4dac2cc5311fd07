"""HTML of a plan: the same for the page made at build time, the wizard and the printer."""

from __future__ import annotations

from wizard.core.contact_html import contact_html
from wizard.core.markup import escape, isolated, words
from wizard.core.question_html import UNKNOWN, option_text, option_words
from wizard.core.routes_html import routes_html

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.data import Data
    from wizard.core.shapes import Callable, Given, Row, Sequence


def plan_html(plan: Row, data: Data, routes: Callable[[Row, Data], str] = routes_html) -> str:
    """The whole plan as an HTML fragment; `routes` writes the verdicts."""
    shown: set[str] = set()
    parts = ['<div class="plan">', _intro(plan, data)]
    parts.append('<ol class="steps">')
    for step in plan["steps"]:
        parts.append(_step(step, plan, data, shown, routes))
    parts.append("</ol>")
    unnamed = [c for c in plan["contacts"] if not c["steps"] and c["id"] not in plan["help_now"]]
    if unnamed:
        inner = "".join(contact_html(contact, data, shown, plan["as_of"]) for contact in unnamed)
        parts.append(f'<p>{words(data, "plan.also_ask")}</p><ul class="contacts">{inner}</ul>')
    in_danger = [contact for contact in plan["contacts"] if contact["id"] in plan["help_now"]]
    if in_danger:
        inner = "".join(contact_html(contact, data, shown, plan["as_of"]) for contact in in_danger)
        parts.append(f'<section class="help-now"><h3>{words(data, "plan.help_now")}</h3>')
        parts.append(f'<ul class="contacts">{inner}</ul></section>')
    parts.append(f'<p class="plan-end">{words(data, "plan.end")}</p></div>')
    return "".join(parts)


def _intro(plan: Row, data: Data) -> str:
    country = data.countries.get(plan["country"])
    lines: list[str] = [_ask_again(plan["ask_again"], data)]
    if country:
        whose = words(data, "plan.for", country=isolated(country["name"]), date=isolated(data.day(plan["as_of"])))
        lines.append(f'<p class="plan-for">{whose}</p>')
    if plan["for_whom"] == "other":
        lines.append(f'<p class="plan-other">{words(data, "plan.other")}</p>')
    lines.append(f'<p class="plan-own">{words(data, "plan.own")}</p>')
    if not plan["steps"]:
        lines.append(f'<p class="plan-empty">{words(data, "plan.empty")}</p>')
        change = f"{words(data, 'interface.change')}: {words(data, 'question.situation.heading')}"
        lines.append(f'<p><button type="button" class="link-button" data-change="situation">{change}</button></p>')
    return "".join(lines)


def _ask_again(rows: Sequence[Row], data: Data) -> str:
    """Answers that do not fit together, each with a button to change it where there is a question for it."""
    if not rows:
        return ""
    items: list[str] = []
    for row in rows:
        asked: list[str] = [field for field in row["fields"] if f"question.{field}.heading" in data.texts]
        buttons = "".join(
            f'<button type="button" data-change="{field}">{words(data, "interface.change")}: '
            f"{words(data, f'question.{field}.heading')}</button>"
            for field in asked
        )
        items.append(f"<li>{words(data, 'contradiction.' + row['id'])}{buttons}</li>")
    heading = words(data, "plan.ask_again")
    return f'<div class="notice ask-again" role="note"><p>{heading}</p><ul>{"".join(items)}</ul></div>'


def _step(step: Row, plan: Row, data: Data, shown: set[str], routes: Callable[[Row, Data], str]) -> str:
    urgent = f' <strong class="urgent">{words(data, "plan.urgent")}</strong>' if step["urgent"] else ""
    name = step["id"]
    parts = [
        f'<li class="step{" step--urgent" if step["urgent"] else ""}" id="step-{name}">',
        f"<h3>{words(data, f'step.{name}.title')}{urgent}</h3><p>{words(data, f'step.{name}.text')}</p>",
    ]
    if name == "routes":
        parts.append(routes(plan, data))
    if step["nothing_known"]:
        parts.append(f'<p class="not-confirmed">{words(data, "plan.nothing_known")}</p>')
    contacts: list[Row] = [c for c in plan["contacts"] if c["id"] in step["contacts"]]
    if contacts:
        parts.append(
            f'<ul class="contacts">{"".join(contact_html(c, data, shown, plan["as_of"]) for c in contacts)}</ul>'
        )
    new: list[str] = [one for one in step["records"] if one not in shown]
    shown.update(new)
    cards = "".join(data.records[one].get("card", "") for one in new)
    if cards:
        summary = words(data, "plan.facts", count=str(len(new)))
        # A time that runs must not wait for a tap.
        opened = " open" if step["urgent"] else ""
        parts.append(f'<details class="facts"{opened}><summary>{summary}</summary>{cards}</details>')
    parts.append(
        f'<details class="because"><summary>{words(data, "plan.why")}</summary><p>{words(data, f"step.{name}.why")}</p>'
    )
    parts.append(_sources(step["sources"], data) + "</details></li>")
    return "".join(parts)


def _sources(sources: Sequence[Row], data: Data) -> str:
    if not sources:
        return ""
    rows: list[str] = []
    for source in sources:
        title = f'<span lang="en" dir="ltr">{escape(source["title"])}</span>'
        if source.get("url"):
            title = f'<a href="{escape(source["url"])}" rel="noreferrer">{title}</a>'
        when = isolated(source["date"]) if source["date"] != "unknown" else words(data, "plan.no_date")
        rows.append(f"<li>{title} <small>({when})</small></li>")
    return f'<p>{words(data, "plan.sources")}</p><ul class="source-list">{"".join(rows)}</ul>'


def answers_html(given: Given, data: Data, fields: Sequence[str]) -> str:
    """The visitor's own answers, each with a button to change it."""
    rows: list[str] = []
    for field in fields:
        if field not in given:
            continue
        value = given[field]
        values: list[str | float | bool | None] = [*value] if isinstance(value, list) else [value]
        shown = "<br>".join(_answer(field, one, data) for one in values) or words(data, "option.none")
        question = words(data, f"question.{field}.heading")
        rows.append(
            f'<div class="answer"><dt>{question}</dt><dd>{shown}</dd><dd><button type="button" data-change="{field}">'
            f'{words(data, "interface.change")}<span class="visually-hidden">: {question}</span></button></dd></div>'
        )
    return f'<dl class="answers">{"".join(rows)}</dl>'


def _answer(field: str, value: str | float | bool | None, data: Data) -> str:
    if value is None:
        return option_words(field, UNKNOWN, data)
    if isinstance(value, bool):
        return words(data, "option.true" if value else "option.false")
    text_id = option_text(field, str(value))
    return option_words(field, str(value), data) if text_id in data.texts else isolated(value)
