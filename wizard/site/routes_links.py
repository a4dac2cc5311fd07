"""The verdicts of a plan in short: names that link to the pages of the routes, where all the rest stands."""

from __future__ import annotations

from wizard.core.contact_html import name_html
from wizard.core.data import Data
from wizard.core.markup import escape, isolated, words
from wizard.core.routes_html import reason_list
from wizard.core.shapes import Row
from wizard.core.verdict import CLOSED, NEARLY, OPEN, UNKNOWN
from wizard.site.route_page import route_address


def routes_links_html(plan: Row, data: Data) -> str:
    """What is not closed as a list of links; what is closed is folded, with the reason."""
    parts = [f'<p class="verdict-note">{words(data, "plan.verdict_note")}</p>']
    parts.append(f'<p><a href="{escape(data.pages)}routes/">{words(data, "plan.all_routes")}</a></p>')
    assumed = "".join(f"<li>{words(data, 'assumed.' + one['field'])}</li>" for one in plan["assumptions"])
    if assumed:
        parts.append(
            f'<details class="assumed"><summary>{words(data, "plan.assumed")}</summary><ul>{assumed}</ul></details>'
        )
    for verdict in (OPEN, NEARLY, UNKNOWN):
        routes: list[Row] = [route for route in plan["routes"] if route["verdict"] == verdict]
        if routes:
            rows = "".join(f"<li>{_link(route, data)}</li>" for route in routes)
            heading = words(data, f"verdict.{verdict}", count=str(len(routes)))
            parts.append(
                f'<section class="verdict verdict--{verdict}"><h4>{heading}</h4><ul class="pages">{rows}</ul></section>'
            )
    closed: list[Row] = [route for route in plan["routes"] if route["verdict"] == CLOSED]
    if closed:
        rows = "".join(f"<li>{_link(route, data)}{_why_closed(route, data)}</li>" for route in closed)
        summary = words(data, f"verdict.{CLOSED}", count=str(len(closed)))
        parts.append(
            f'<details class="verdict verdict--{CLOSED}"><summary>{summary}</summary>'
            f'<ul class="pages">{rows}</ul></details>'
        )
    return "".join(parts)


def _link(route: Row, data: Data) -> str:
    name = name_html(data.records.get(route["id"], {}) or route, data)
    return f'<a class="route-page" href="{escape(data.pages + route_address(route["id"]))}">{name}</a>'


def _why_closed(route: Row, data: Data) -> str:
    if route["suspended_until"]:
        return f"<p>{words(data, 'closed.suspended', date=isolated(data.day(route['suspended_until'])))}</p>"
    if route["closed_text"]:
        return f"<p>{words(data, 'closed.no_agreement')}</p>"
    return reason_list([reason for reason in route["reasons"] if reason["closes"]], data)
