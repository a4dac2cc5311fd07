"""The page of one country, made from its facts."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from wizard.site.country_contacts import centres_html, danger_html, emergency_html, helpers_html, missions_html
from wizard.site.country_facts import arrival_html, jobs_html, notes_html, programmes_html, visas_html
from wizard.site.country_record import not_known_html, sources_table_html
from wizard.site.country_switch import country_switch
from wizard.site.generated import Page
from wizard.site.icons import icon
from wizard.site.places import FOLDERS, SITUATIONS, country_name, questions_address
from wizard.site.used_html import used_html
from wizard.site.view import Html, View

_ICONS = {"returning": "home-import-outline", "back-home": "home-heart", "leaving": "airplane-takeoff"}


def situation_icon(situation: str) -> str:
    """Name of the drawing that stands for a situation."""
    return _ICONS[situation]


def first_html(view: View, code: str) -> Html:
    """What to do first: the three situations, and the wizard."""
    folder, name = FOLDERS[code], country_name(code, view.locale)
    rows = "".join(
        f'<li><a class="choice" href="{escape(view.link(f"{folder}/{situation}/"))}">{icon(situation_icon(situation))}'
        f"<span><strong>{view.t(f'site.situation.{situation}')}</strong>"
        f"<small>{view.t(f'site.situation.{situation}.short')}</small></span></a></li>"
        for situation in SITUATIONS
    )
    questions = view.link(questions_address(code))
    wizard = f'<a class="button" href="{escape(questions)}">{view.t("site.wizard.start")}</a>'
    return Html(
        f'<section class="first" aria-labelledby="first"><h2 id="first">{view.t("site.first.heading")}</h2>'
        f"<p>{view.t('site.first.text', country=name)}</p>"
        f'<ul class="choices">{rows}</ul><p>{wizard} <small>{view.t("site.wizard.private")}</small></p></section>'
    )


def country_page(view: View, code: str) -> Page:
    """The page of that country in the view's language."""
    name, folder = country_name(code, view.locale), FOLDERS[code]
    view = replace(view.at(f"{view.language.folder}{folder}/"), sources_apart=True)
    page = Page(
        src_uri=f"{view.locale}/{folder}/index.md",
        title=name,
        description=view.plain("site.country.description", country=name),
        heading=Html(escape(name)),
        meta={"page_kind": "country", "country": code},
    )
    page.block("switch", country_switch(code))
    page.block("first", first_html(view, code))
    for anchor, make in (
        ("emergency", emergency_html),
        ("danger", danger_html),
        ("centre", centres_html),
        ("help", helpers_html),
        ("programmes", programmes_html),
        ("first-steps", arrival_html),
        ("jobs", jobs_html),
        ("visa", _visa_html),
        ("more", notes_html),
        ("not-known", not_known_html),
        ("sources", sources_table_html),
    ):
        page.section(anchor, view.t(f"site.country.{anchor}"), make(view, code))
    page.used = used_html(view)
    return page


def _visa_html(view: View, code: str) -> Html:
    address = escape(view.link("routes/"))
    overview = f'<p><a class="onward" href="{address}">{view.t("site.route.overview")}</a></p>'
    return Html(overview + visas_html(view, code) + missions_html(view, code))
