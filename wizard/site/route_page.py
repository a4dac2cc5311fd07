"""The page of one regular way to Germany, made from the declared rules and the record of the same id."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from wizard.core.requirements import Route
from wizard.core.routes.general import general_requirements
from wizard.records.read import Record
from wizard.records.shown import shown_channels
from wizard.site.country_record import sources_list_html
from wizard.site.figures import figures_html, text_html
from wizard.site.generated import Page
from wizard.site.places import FOLDERS, countries_in_order, questions_address
from wizard.site.record_html import card_html, caution_html
from wizard.site.route_conditions import all_requirements, conditions_html, law_html, points_html
from wizard.site.route_figures import amounts_html
from wizard.site.sources_html import checked_html, outside_link, printed_sources_html
from wizard.site.used_html import used_html
from wizard.site.view import Html, View

# Records that say more on a requirement than its own words.
_MORE = {"german_A1": "a1_exceptions"}
_MORE_FOR = ("family_spouse_of_german", "family_spouse_of_foreigner")
_HOW = ("how", "where", "apply", "documents", "when", "waiting", "status")
_RIGHTS = ("note", "note2", "note3")
_GOOD_TO_KNOW = ("who", "conditions", "limits", "special", "note4", "instead", "history")
_PORTAL = "make_it_in_germany"


def route_address(route_id: str) -> str:
    """Address of a route's page below the folder of the language."""
    return f"routes/{route_id.replace('_', '-')}/"


def route_name(record: Record, locale: str) -> tuple[str, str]:
    """Name of the route and the language it is in."""
    names: dict[str, str] = record["names"]
    return (names[locale], locale) if locale in names else (names["en"], "en")


def route_name_html(view: View, record: Record) -> Html:
    """Name of the route, marked where it is in another language."""
    name, lang = route_name(record, view.locale)
    return Html(escape(name) if lang == view.locale else f'<bdi lang="{lang}">{escape(name)}</bdi>')


def suspended(view: View, route: Route) -> bool:
    """True while the law suspends the route."""
    return bool(route.suspended_until) and route.suspended_since <= view.day.isoformat() <= str(route.suspended_until)


def stop_html(view: View, route: Route, record: Record) -> Html:
    """Why the route is closed for everybody today, with date and section; empty where it is not."""
    if suspended(view, route):
        days = {"start": view.day_html(route.suspended_since), "end": view.day_html(str(route.suspended_until))}
        text = view.t("site.route.suspended", **days)
    elif route.closed_for_all:
        closed = view.t("site.route.closed", date=view.day_html(record["checked"]))
        text = Html(f"{closed} {view.t(f'closed.{route.closed_for_all}')}")
    else:
        return Html("")
    return Html(f'<p class="stop"><strong>{text}</strong> <span class="law">{law_html(view, route.law)}</span></p>')


def countries_of(record: Record) -> list[str] | None:
    """Codes of the countries whose people can use it; None where the facts have no list."""
    return list(record["countries"]) if "countries" in record else None


def who_html(view: View, route: Route, record: Record) -> Html:
    """For which of the 13 countries the route is."""
    if suspended(view, route):
        return Html(f"<p>{view.t('site.route.for.suspended')}</p>")
    codes = countries_of(record)
    if codes is None:
        return Html(f"<p>{view.t('site.route.for.not_listed')}</p>")
    if not codes or len(codes) == len(FOLDERS):
        return Html(f"<p>{view.t('site.route.for.all' if codes else 'site.route.for.none')}</p>")
    names = ", ".join(f"<bdi>{escape(name)}</bdi>" for code, name in countries_in_order(view.locale) if code in codes)
    return Html(f"<p>{view.t('site.route.for.some', names=Html(names))}</p>")


def route_page(view: View, route: Route) -> Page:
    """The page of that route in the view's language."""
    record = view.facts.by_id(route.id)
    address = route_address(route.id)
    view = view.at(view.language.folder + address)
    name, _ = route_name(record, view.locale)
    page = Page(
        src_uri=f"{view.locale}/{address.rstrip('/')}.md",
        title=name,
        description=view.plain("site.route.description", name=name),
        heading=route_name_html(view, record),
        meta={"page_kind": "route", "route": route.id},
    )
    page.block("lead", _lead_html(view, route, record))
    if not route.closed_for_all:
        page.section("conditions", view.t("site.route.section.conditions"), _conditions_html(view, route))
        if any(variant.points for variant in route.variants):
            page.section("points", view.t("site.route.section.points"), points_html(view))
    page.section("money", view.t("site.route.section.money"), _money_html(view, route, record))
    page.section("how", view.t("site.route.section.how"), _how_html(view, record))
    page.section("rights", view.t("site.route.section.rights"), _lines_html(view, record, _RIGHTS))
    page.section("more", view.t("site.route.section.more"), _lines_html(view, record, _GOOD_TO_KNOW))
    page.section("not-known", view.t("site.country.not-known"), _not_known_html(view, record))
    page.section("next", view.t("site.route.section.next"), _next_html(view, record))
    page.section("sources", view.t("site.route.section.sources"), _sources_html(view, record))
    view.homes.setdefault(record.id, f"{view.url}#sources")
    page.used = used_html(view)
    return page


def _lead_html(view: View, route: Route, record: Record) -> Html:
    german = ""
    if view.locale != "de":
        own = Html(f'<bdi lang="de" dir="ltr">{escape(record["names"]["de"])}</bdi>')
        german = f'<p class="local-name">{view.t("site.route.german_name", name=own)}</p>'
    return Html(
        f'{german}<p class="kind">{law_html(view, route.law)}</p>{stop_html(view, route, record)}'
        f"<p>{text_html(view, record, record['texts']['what'])}</p>"
        f"{who_html(view, route, record)}{caution_html(view, record)}"
    )


def _conditions_html(view: View, route: Route) -> Html:
    intro = view.t("site.route.conditions.intro", date=view.day_html(view.day.isoformat()))
    later = f"<p>{view.t('site.route.conditions.suspended')}</p>" if suspended(view, route) else ""
    shown = conditions_html(view, route, general_requirements(route))
    # The exceptions from German A1 are a list of their own in the law.
    more = [_MORE[r.text] for r in all_requirements(route) if r.text in _MORE and route.id in _MORE_FOR]
    cards = "".join(card_html(view, view.facts.by_id(record_id)) for record_id in more)
    return Html(f"<p>{intro}</p>{later}{shown}{cards}")


def _money_html(view: View, route: Route, record: Record) -> Html:
    requirements = [] if route.closed_for_all else all_requirements(route)
    cards = amounts_html(view, requirements)
    kinds = {view.facts.by_id(r.figure.record)["kind"] for r in requirements if r.figure is not None}
    ways = ""
    if "fund" in kinds:
        proof = view.facts.by_id("proof_forms")
        ways = f"<p>{text_html(view, proof, proof['texts']['what'])}</p>"
    own = figures_html(view, record)
    heading = f"<h3>{view.t('site.route.money.own')}</h3>" if own else ""
    cost = record["texts"].get("cost")
    text = f"<p>{text_html(view, record, cost)}</p>" if cost else ""
    if "fee" in record.get("figures", {}):
        provider = view.facts.by_id("service_provider")
        text += f"<p>{text_html(view, provider, provider['texts']['what'])}</p>"
    return Html(f"{cards}{ways}{heading}{text}{own}")


def _how_html(view: View, record: Record) -> Html:
    lines = _lines_html(view, record, _HOW)
    if record.get("official_page"):
        page = f"<p>{view.t('site.official_page')} {outside_link(record['official_page'])}</p>"
    else:
        portal = next(c for c in shown_channels(view.facts.by_id(_PORTAL)) if c["type"] == "website")
        page = f"<p>{view.t('site.route.portal')} {outside_link(portal['value'])}</p>"
    return Html(f"{lines}{page}")


def _lines_html(view: View, record: Record, keys: Iterable[str]) -> Html:
    """Texts of the record under their labels; those without a label come first."""
    texts: dict[str, str] = record["texts"]
    plain, rows = "", ""
    for key in keys:
        if key not in texts:
            continue
        shown = text_html(view, record, texts[key])
        if key in ("special", "note4"):
            plain += f"<p>{shown}</p>"
            continue
        label = f"site.route.text.{key}" if key in _RIGHTS else f"site.text.{key}"
        rows += f"<div><dt>{view.t(label)}</dt><dd>{shown}</dd></div>"
    return Html((f'<dl class="lines">{rows}</dl>' if rows else "") + plain)


def _not_known_html(view: View, record: Record) -> Html:
    rows = "".join(f"<li>{view.fact(record, text)}</li>" for text in record.get("not_known", []))
    return Html(f'<ul class="not-known">{rows}</ul>' if rows else "")


def _next_html(view: View, record: Record) -> Html:
    start = escape(view.link(questions_address(situation="leaving")))
    codes = countries_of(record) or list(FOLDERS)
    rows = "".join(
        f'<li><a href="{escape(view.link(f"{FOLDERS[code]}/#visa"))}">{escape(name)}</a></li>'
        for code, name in countries_in_order(view.locale)
        if code in codes
    )
    overview = escape(view.link("routes/"))
    return Html(
        f'<p>{view.t("site.route.start")}</p><p><a class="button" href="{start}">{view.t("site.wizard.start")}</a></p>'
        f'<p><a class="onward" href="{overview}">{view.t("site.route.overview")}</a></p>'
        f'<p>{view.t("site.route.countries")}</p><ul class="countries">{rows}</ul>'
    )


def _sources_html(view: View, record: Record) -> Html:
    rows = sources_list_html(view, [record])
    numbers = view.cited.numbers(record.get("sources", []))
    printed = printed_sources_html(view, heading=False)
    return Html(f'{checked_html(view, record["checked"], numbers)}<div class="sources">{rows}</div>{printed}')
