"""The requirements of a route as lists: what must be met, by section of the law, and what only an office settles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from wizard.core import points
from wizard.core.law import law_text
from wizard.core.requirements import DECIDED, MUST, Requirement, Route
from wizard.core.routes.general import general_requirements
from wizard.records.catalogue import english
from wizard.site.route_figures import in_sentence_html
from wizard.site.route_words import only_if_html
from wizard.site.view import Html, View

MARKS = ("law", "practice", "discretion", "fixed")


def all_requirements(route: Route) -> list[Requirement]:
    """Every requirement of the route: its own, those of its variants, those of every long stay."""
    own = [*route.requirements, *(r for variant in route.variants for r in variant.requirements)]
    return [*own, *general_requirements(route)]


def law_html(view: View, law: str) -> Html:
    """A citation in the reader's language, kept in order."""
    # The sign of a section stays with its number.
    shown = escape(law_text(law, view.plain)).replace("§ ", "§\u00a0")
    return Html(f'<bdi dir="ltr">{shown}</bdi>')


def mark_html(view: View, mark: str) -> Html:
    """A small word that says what kind of rule it is."""
    return Html(f'<span class="mark mark--{mark}">{view.t(f"site.routes.mark.{mark}")}</span>')


def marks_html(view: View, marks: Iterable[str] = MARKS) -> Html:
    """What the marks mean."""
    rows = "".join(
        f"<div><dt>{mark_html(view, m)}</dt><dd>{view.t(f'site.routes.marks.{m}')}</dd></div>" for m in marks
    )
    return Html(f'<dl class="marks" aria-label="{escape(view.plain("site.routes.marks"))}">{rows}</dl>')


def rule_html(view: View, requirement: Requirement) -> Html:
    """The words of a requirement with its amount."""
    text_id = f"site.route.rule.{requirement.text}"
    text_id = text_id if text_id in english() else f"rule.{requirement.text}"
    if requirement.figure is None:
        return view.t(text_id)
    amount, holds = in_sentence_html(view, requirement.figure)
    return Html(f"{view.t(text_id, figure=amount)} {holds}")


def requirement_html(view: View, requirement: Requirement) -> Html:
    """One requirement: words, kind, section, and when it is asked."""
    marks = [mark_html(view, requirement.hard)]
    if requirement.kind == MUST:
        marks.append(mark_html(view, "fixed"))
    law = f' <span class="law">{law_html(view, requirement.law)}</span>' if requirement.law else ""
    more = only_if_html(view, requirement)
    only_if = f'<div class="only-if">{more}</div>' if more else ""
    return Html(
        f'<li data-rule="{requirement.id}" data-kind="{requirement.kind}" data-hard="{requirement.hard}">'
        f"{rule_html(view, requirement)} {only_if} "
        f'<div class="basis">{" ".join(marks)}{law}</div></li>'
    )


def requirements_html(view: View, requirements: Sequence[Requirement]) -> Html:
    """Those that the person must meet, as a list; empty where there is none."""
    rows = "".join(requirement_html(view, r) for r in requirements if r.kind != DECIDED)
    return Html(f'<ul class="conditions">{rows}</ul>' if rows else "")


def decided_html(view: View, requirements: Sequence[Requirement]) -> Html:
    """Those that only an authority settles, as a list; empty where there is none."""
    rows = "".join(requirement_html(view, r) for r in requirements if r.kind == DECIDED)
    return Html(f'<ul class="conditions conditions--decided">{rows}</ul>' if rows else "")


def conditions_html(view: View, route: Route, general: Sequence[Requirement]) -> Html:
    """All conditions of a route: for all, by variant, for every long stay, and what an office settles."""
    parts = [marks_html(view)]
    only = route.variants[0].requirements if len(route.variants) == 1 else ()
    own = requirements_html(view, [*route.requirements, *only])
    if own:
        parts.append(Html(f"<h3>{view.t('site.route.conditions.own')}</h3>{own}"))
    if len(route.variants) > 1:
        parts.append(_variants(view, route))
    every = requirements_html(view, general)
    parts.append(Html(f"<h3>{view.t('site.route.conditions.general')}</h3>{every}"))
    office = decided_html(view, [*route.requirements, *only, *general])
    if office:
        heading = view.t("site.route.conditions.decided")
        parts.append(Html(f"<h3>{heading}</h3><p>{view.t('site.route.conditions.decided.text')}</p>{office}"))
    return Html("".join(parts))


def _variants(view: View, route: Route) -> Html:
    blocks: list[str] = []
    for variant in route.variants:
        office = decided_html(view, variant.requirements)
        if office:
            office = Html(f'<p class="decided">{view.t("site.route.conditions.decided")}</p>{office}')
        name = view.t(f"site.route.variant.{variant.id}")
        blocks.append(
            f'<section class="variant" data-variant="{variant.id}"><h4>{name}</h4>'
            f"{requirements_html(view, variant.requirements)}{office}</section>"
        )
    lead = view.t("site.route.conditions.variants", count=str(len(blocks)))
    return Html(f'<h3>{lead}</h3><div class="variants">{"".join(blocks)}</div>')


def points_html(view: View) -> Html:
    """The whole table of points of the opportunity card."""
    rows = "".join(
        f'<tr><th scope="row">{view.t(f"points.row{row}")}</th><td>{count}</td></tr>'
        for row, count, _, _ in points.ROWS
    )
    lead = view.t("site.route.points.text", needed=str(points.NEEDED), most=str(points.MOST))
    return Html(
        f"<p>{lead} {view.t('site.route.points.best')}</p>"
        f'<table class="points"><thead><tr><th scope="col">{view.t("points.feature")}</th>'
        f'<th scope="col">{view.t("points.points")}</th></tr></thead><tbody>{rows}</tbody></table>'
    )
