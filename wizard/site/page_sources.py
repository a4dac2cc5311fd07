"""Sources of a page of running text: all records that its macros name, folded at the end of the page."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.records.read import Record
from wizard.site.country_record import sources_list_html
from wizard.site.sources_html import checked_html
from wizard.site.view import Html, View


def page_sources_html(view: View, records: Iterable[Record]) -> Html:
    """How many facts the page rests on, the oldest check, and every source once; numbered again for paper."""
    named = list({record.id: record for record in records}.values())
    if not named:
        return Html("")
    text = view.t("site.page_sources.text", records=len(named))
    numbers = view.cited.numbers(source for record in named for source in record.get("sources", []))
    oldest = checked_html(view, min(str(record["checked"]) for record in named), numbers)
    return Html(
        f'{oldest}<details class="sources sources--country"><summary>{view.t("site.page_sources.summary")}</summary>'
        f"<p>{text}</p>{sources_list_html(view, named)}</details>"
    )
