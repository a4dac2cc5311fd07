"""Parts of the start page and lists of links: situations and countries as big things to tap."""

from __future__ import annotations

from html import escape

from wizard.site.country_page import situation_icon
from wizard.site.icons import icon
from wizard.site.places import FOLDERS, SITUATIONS, countries_in_order, country_name
from wizard.site.view import Html, View


def start_html(view: View) -> Html:
    """The way into the questions."""
    return Html(
        f'<section class="start"><h2>{view.t("site.home.wizard.heading")}</h2><p>{view.t("site.home.wizard.text")}</p>'
        f'<p><a class="button button--big" href="{escape(view.link("wizard/"))}">{view.t("site.wizard.start")}'
        f"{icon('arrow-right')}</a></p>"
        f'<p class="quiet">{icon("lock-outline")}<span>{view.t("site.wizard.private")}</span></p></section>'
    )


def situations_html(view: View) -> Html:
    """The three situations."""
    rows = "".join(
        f'<li><a class="choice" href="{escape(view.link(f"{situation}/"))}">{icon(situation_icon(situation))}'
        f"<span><strong>{view.t(f'site.situation.{situation}')}</strong>"
        f"<small>{view.t(f'site.situation.{situation}.short')}</small></span></a></li>"
        for situation in SITUATIONS
    )
    return Html(f'<ul class="choices">{rows}</ul>')


def countries_html(view: View, situation: str = "") -> Html:
    """All countries by name; with a situation, their pages with the next steps."""
    tail = f"{situation}/" if situation else ""
    rows = "".join(
        f'<li><a href="{escape(view.link(f"{FOLDERS[code]}/{tail}"))}">{escape(name)}</a></li>'
        for code, name in countries_in_order(view.locale)
    )
    return Html(f'<ul class="countries">{rows}</ul>')


def without_questions_html(view: View) -> Html:
    """Plain links to the next steps of every country and situation, for phones that cannot run the questions."""
    rows = "".join(
        f'<tr><th scope="row">{escape(country_name(code, view.locale))}</th>'
        + "".join(
            f'<td><a href="{escape(view.link(f"{FOLDERS[code]}/{situation}/"))}">'
            f"{view.t(f'site.situation.{situation}.name')}</a></td>"
            for situation in SITUATIONS
        )
        + "</tr>"
        for code, _ in countries_in_order(view.locale)
    )
    return Html(
        f'<section class="without"><h2>{view.t("site.wizard.without.heading")}</h2>'
        f'<p>{view.t("site.wizard.without.text")}</p><table class="links"><tbody>{rows}</tbody></table></section>'
    )
