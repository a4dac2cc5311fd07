"""Real chances in short: recognition and German first, who decides, fraud, choices at home; and all sources."""

from __future__ import annotations

from dataclasses import replace

from wizard.core.routes.table import ROUTES
from wizard.records.read import Record
from wizard.records.shown import is_shown, shown_channels
from wizard.site.country_record import sources_of
from wizard.site.figures import text_html
from wizard.site.home import countries_html
from wizard.site.record_html import name_html
from wizard.site.route_conditions import all_requirements
from wizard.site.sources_apart import area_links_html
from wizard.site.sources_html import outside_link, printed_sources_html
from wizard.site.view import Html, View

# Record and the texts of it that are told.
_FIRST = (
    ("regulated_or_not", ("what",)),
    ("recognition_finder", ("what",)),
    ("zsba", ("what",)),
    ("equivalence_procedure", ("cost", "waiting")),
    ("zab_statement_of_comparability", ("cost",)),
    ("dw", ("what", "cost")),
    ("no_certificate", ("what",)),
    ("certificate_standard", ("caution",)),
)
_DECIDES = (("where_to_apply", ("what",)), ("refusal", ("what", "when")))
_FRAUD_OF_ROUTES = "routes/route-help.yaml"


def _told(view: View) -> list[tuple[Record, tuple[str, ...]]]:
    return [(view.facts.by_id(record_id), keys) for record_id, keys in (*_FIRST, *_DECIDES)]


def _scams(view: View) -> list[Record]:
    """Warnings on visas and jobs that hold for every country."""
    return [
        r
        for r in view.facts.records
        if r["kind"] == "scam" and r.file.endswith(_FRAUD_OF_ROUTES) and not r.countries and is_shown(r)
    ]


def _lines_html(view: View, records: list[tuple[Record, tuple[str, ...]]]) -> Html:
    rows = ""
    for record, keys in records:
        text = " ".join(text_html(view, record, record["texts"][key]) for key in keys)
        if "€" in text:
            # Fees of other offices have no fixed time: the day of the check says how old they are.
            text += f" <small>{view.t('site.checked', date=view.day_html(record['checked']))}</small>"
        sites = [outside_link(str(c["value"])) for c in shown_channels(record) if c["type"] == "website"]
        rows += f"<div><dt>{name_html(view, record)}</dt><dd>{' '.join([text, *sites])}</dd></div>"
    return Html(f'<dl class="lines">{rows}</dl>')


def chances_html(view: View) -> Html:
    """What to know before the details."""
    told = _told(view)
    scams = [(record, ("what",)) for record in _scams(view)]
    return Html(
        f"<h3>{view.t('site.routes.chances.first')}</h3><p>{view.t('site.routes.chances.first.text')}</p>"
        f"{_lines_html(view, told[: len(_FIRST)])}"
        f"<h3>{view.t('site.routes.chances.decides')}</h3><p>{view.t('site.routes.chances.decides.text')}</p>"
        f"{_lines_html(view, told[len(_FIRST) :])}"
        f"<h3>{view.t('site.routes.chances.scams')}</h3>{_lines_html(view, scams)}"
        f"<h3>{view.t('site.routes.chances.home')}</h3><p>{view.t('site.routes.chances.home.text')}</p>"
        f"{countries_html(view)}"
    )


def _records(view: View) -> list[Record]:
    """Every record the page tells something of."""
    found = {route.id: view.facts.by_id(route.id) for route in ROUTES}
    for route in ROUTES:
        for requirement in all_requirements(route):
            if requirement.figure is not None:
                found[requirement.figure.record] = view.facts.by_id(requirement.figure.record)
    found |= {record.id: record for record, _ in _told(view)}
    found |= {record.id: record for record in _scams(view)}
    return list(found.values())


def sources_html(view: View) -> Html:
    """How many facts and sources the page rests on, the oldest check, and the sources."""
    records = _records(view)
    oldest = view.day_html(min(str(record["checked"]) for record in records))
    text = view.t("site.routes.sources.text", records=len(records), sources=len(sources_of(records)), date=oldest)
    view.cited.numbers(source for record in records for source in record.get("sources", []))
    printed = printed_sources_html(replace(view, sources_apart=True), heading=False)
    return Html(f"<p>{text}</p>{area_links_html(view, records)}{printed}")
