"""Where the facts of a box or table come from: one day of check and one list of sources for all of its records."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.records.read import Record
from wizard.site.country_record import sources_of
from wizard.site.sources_html import checked_html, source_html
from wizard.site.view import Html, View


def checked_together_html(view: View, records: Sequence[Record]) -> Html:
    """The oldest day of check: the whole is as old as its oldest part."""
    numbers = view.cited.numbers(sources_of(list(records)))
    return checked_html(view, min(record["checked"] for record in records), numbers)


def sources_together_html(view: View, records: Sequence[Record]) -> Html:
    """The day of check, and all sources of the records, folded."""
    rows = "".join(source_html(view, source) for source in sources_of(list(records)))
    return Html(
        f'<div class="sources-together">{checked_together_html(view, records)}<details class="more"><summary>'
        f'{view.t("site.sources")}</summary><div class="sources"><ul dir="ltr">{rows}</ul></div></details></div>'
    )
