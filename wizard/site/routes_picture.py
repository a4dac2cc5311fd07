"""The ways to Germany in one picture, by what a person needs first. Plain HTML: it can be read aloud, copied and turned round."""

from __future__ import annotations

from html import escape

from wizard.core.requirements import Route
from wizard.core.routes import family
from wizard.core.routes.table import ROUTES
from wizard.site.route_page import route_address, route_name_html, suspended
from wizard.site.routes_cells import own_requirements
from wizard.site.view import Html, View

# What must be in hand, by the text of the requirement that asks for it; the first that fits counts.
_NEEDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("job", frozenset({"job_any", "job_qualified", "job_it", "agreement"})),
    ("training", frozenset({"training_place"})),
    ("study", frozenset({"admission", "hosting_agreement"})),
    (
        "place",
        frozenset(
            {
                "measure_place",
                "placed_by_ba",
                "analysis_promised",
                "intensive_course",
                "host_family",
                "service_contract",
            }
        ),
    ),
)
NEEDS = (*(name for name, _ in _NEEDS), "family", "nothing")
# Decided inside Germany: no way for somebody who is still at home.
_FROM_INSIDE = ("job_search_after_stay",)


def need_of(route: Route) -> str:
    """What the route asks for first."""
    if route in family.ROUTES:
        return "family"
    texts = {requirement.text for requirement in own_requirements(route)}
    return next((name for name, asked in _NEEDS if asked & texts), "nothing")


def picture_html(view: View) -> Html:
    """From your country by what you have to the routes, then the visa, then Germany."""
    open_ways = [
        route
        for route in ROUTES
        if not route.closed_for_all and not suspended(view, route) and route.id not in _FROM_INSIDE
    ]
    boxes = "".join(
        f"<li><strong>{view.t(f'site.picture.need.{need}')}</strong>"
        f"<ul>{''.join(_way_html(view, route) for route in open_ways if need_of(route) == need)}</ul></li>"
        for need in NEEDS
    )
    return Html(
        f'<figure class="picture" role="group" aria-label="{escape(view.plain("site.picture.label"))}">'
        f'<p class="picture__stop">{view.t("site.picture.you")}</p><ul class="picture__ways">{boxes}</ul>'
        f'<p class="picture__stop">{view.t("site.picture.visa")}</p>'
        f'<p class="picture__stop picture__stop--end">{view.t("site.picture.germany")}</p></figure>'
        f'<p><a href="{escape(view.link("routes/"))}">{view.t("site.picture.more")}</a></p>'
    )


def _way_html(view: View, route: Route) -> Html:
    record = view.facts.by_id(route.id)
    return Html(f'<li><a href="{escape(view.link(route_address(route.id)))}">{route_name_html(view, record)}</a></li>')
