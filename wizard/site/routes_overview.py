"""The page that compares all regular ways: tables by group that become cards on a phone, and the real chances."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from wizard.core.requirements import Route
from wizard.core.routes import family, learning, recognition, search, work
from wizard.core.routes.table import ROUTES
from wizard.records.read import Record
from wizard.records.shown import is_shown
from wizard.site.figures import text_html
from wizard.site.generated import Page
from wizard.site.places import FOLDERS, countries_in_order, questions_address
from wizard.site.record_html import card_html
from wizard.site.route_conditions import marks_html
from wizard.site.route_page import countries_of, route_address, route_name_html, stop_html
from wizard.site.routes_cells import decides_html, fee_html, german_html, money_html, offer_html
from wizard.site.routes_chances import chances_html, sources_html
from wizard.site.used_html import used_html
from wizard.site.view import Html, View

# Stays that are neither training nor study, though the law has them near to it.
OTHER_STAYS = ("au_pair", "voluntary_service", "researcher", "self_employment")
_COLUMNS: tuple[tuple[str, Callable[[View, Route, Record], Html]], ...] = (
    ("offer", offer_html),
    ("german", german_html),
    ("money", money_html),
    ("fee", fee_html),
    ("decides", decides_html),
)


def group_of(route: Route) -> str:
    """Name of the group in which the route is shown."""
    if route.closed_for_all:
        return "none"
    if route.id in OTHER_STAYS:
        return "other"
    for name, module in (("work", work), ("search", search), ("recognition", recognition), ("family", family)):
        if route in module.ROUTES:
            return name
    assert route in learning.ROUTES, route.id
    return "learning"


GROUPS = ("work", "search", "recognition", "learning", "other", "family", "none")


def overview_page(view: View) -> Page:
    """The page in the view's language."""
    view = view.at(f"{view.language.folder}routes/")
    page = Page(
        src_uri=f"{view.locale}/routes/index.md",
        title=view.plain("site.routes.title"),
        description=view.plain("site.routes.description"),
        heading=view.t("site.routes.heading"),
        meta={"page_kind": "routes"},
    )
    page.block("lead", _lead_html(view))
    for group in GROUPS:
        routes = [route for route in ROUTES if group_of(route) == group]
        page.section(group, view.t(f"site.routes.group.{group}"), _table_html(view, routes, group))
    page.section("smaller", view.t("site.routes.smaller"), _smaller_html(view))
    page.section("chances", view.t("site.routes.chances"), chances_html(view))
    page.section("sources", view.t("site.route.section.sources"), sources_html(view))
    page.used = used_html(view)
    return page


def _lead_html(view: View) -> Html:
    start = escape(view.link(questions_address(situation="leaving")))
    return Html(
        f"<p>{view.t('site.routes.lead', count=str(len(ROUTES)))}</p>"
        f"<p>{view.t('site.routes.day', date=view.day_html(view.day.isoformat()))} {view.t('site.routes.ask_more')}</p>"
        f'<p>{view.t("site.routes.start")}</p><p><a class="button" href="{start}">{view.t("site.wizard.start")}</a></p>'
        f'<p><a class="onward" href="#chances">{view.t("site.routes.chances.link")}</a></p>'
        f"<p>{view.t('site.routes.marks.none')}</p>{marks_html(view, ('practice', 'discretion'))}"
    )


def _table_html(view: View, routes: list[Route], group: str) -> Html:
    # Roles are named: on a phone the rows are cards, and a table drawn otherwise loses its own.
    names = ("way", *(name for name, _ in _COLUMNS))
    head = "".join(f'<th role="columnheader" scope="col">{view.t(f"site.routes.column.{name}")}</th>' for name in names)
    rows = "".join(_row_html(view, route) for route in routes)
    return Html(
        f'<table class="ways" role="table" aria-labelledby="{group}"><thead role="rowgroup"><tr role="row">{head}</tr>'
        f'</thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row_html(view: View, route: Route) -> Html:
    record = view.facts.by_id(route.id)
    stop = stop_html(view, route, record)
    name = f'<a href="{escape(view.link(route_address(route.id)))}">{route_name_html(view, record)}</a>'
    what = text_html(view, record, record["texts"]["what"])
    cells = "".join(
        # The label before each value is for cards only; in the table the head says it.
        f'<td role="cell"><span class="label" aria-hidden="true">{view.t(f"site.routes.column.{key}")}</span>'
        f"<span>{cell(view, route, record)}</span></td>"
        for key, cell in _COLUMNS
        if not stop
    )
    if stop:
        cells = f'<td role="cell" colspan="{len(_COLUMNS)}">{stop}</td>'
    return Html(
        f'<tr role="row" id="{route.id.replace("_", "-")}"><th role="rowheader" scope="row">{name}'
        f'<p class="what">{what}</p>{_only_html(view, record)}</th>{cells}</tr>'
    )


def _only_html(view: View, record: Record) -> Html:
    codes = countries_of(record)
    if not codes or len(codes) == len(FOLDERS):
        return Html("")
    names = ", ".join(name for code, name in countries_in_order(view.locale) if code in codes)
    return Html(f'<p class="chip only">{view.t("site.routes.only", names=Html(f"<bdi>{escape(names)}</bdi>"))}</p>')


def _smaller_html(view: View) -> Html:
    """Ways that are in the facts but not in the rules."""
    tested = {route.id for route in ROUTES}
    records = [r for r in view.facts.records if r["kind"] == "route" and r.id not in tested and is_shown(r)]
    cards = "".join(card_html(view, record) for record in records)
    return Html(f"<p>{view.t('site.routes.smaller.text')}</p>{cards}")
