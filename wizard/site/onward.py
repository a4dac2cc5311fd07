"""Where to go next: the last lines of every page of a situation."""

from __future__ import annotations

from html import escape

from wizard.site.home import countries_html
from wizard.site.places import questions_address
from wizard.site.shell import OFFICIAL_PORTAL
from wizard.site.sources_html import outside_link
from wizard.site.view import Html, View

STAY_PAGE = "returning/legal-advice/"


def onward_html(view: View, name: str) -> Html:
    """The other pages of the situation, the questions, the countries, the official page; and the choice to stay."""
    title = view.t(f"site.situation.{name}.name")
    rows = [
        _link(view, f"{name}/", view.t("guide.next.overview", name=title)),
        _link(view, questions_address(situation=name), view.t("guide.next.questions")),
    ]
    if name == "returning" and not view.url.endswith(STAY_PAGE):
        rows.insert(0, _link(view, STAY_PAGE, view.t("guide.next.stay")))
    official = f"<li>{view.t('site.official_portal')}: {outside_link(OFFICIAL_PORTAL)}</li>"
    return Html(
        f'<ul class="onwards">{"".join(rows)}{official}</ul><details class="by-country onward-countries"><summary>'
        f"{view.t('guide.next.countries')}</summary>{countries_html(view, name)}</details>"
    )


def situation_link_html(view: View, name: str) -> Html:
    """A link inside a sentence to the pages of a situation."""
    address = escape(view.link(f"{name}/"))
    return Html(f'<a href="{address}">{view.t(f"site.situation.{name}.name")}</a>')


def _link(view: View, address: str, text: str) -> str:
    return f'<li><a href="{escape(view.link(address))}">{text}</a></li>'
