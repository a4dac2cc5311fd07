"""Where a fact comes from and when it was checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from wizard.records.read import Record
from wizard.records.shown import is_old
from wizard.site.cited import Source, numbers_text
from wizard.site.sources_apart import printed_addresses, printed_sources, sources_link
from wizard.site.dates import day_text
from wizard.site.view import Html, View

# What stands outside ASCII, as addresses carry it.
_ESCAPED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def checked_html(view: View, checked: str, numbers: Iterable[int] = (), sources: str = "") -> Html:
    """The day of the check; marked when it is over a year old. `guide.js` marks what has grown old since the build.

    The numbers are those of the printed list of sources; only the style sheet for paper shows them.
    """
    day = escape(day_text(checked, view.locale))
    line = view.t("site.checked", date=Html(f"<bdi>{day}</bdi>" if view.language.direction == "rtl" else day))
    mark = f' <strong class="old">{view.t("site.old")}</strong>' if is_old(checked, view.day) else ""
    refs = numbers_text(numbers)
    printed = f' data-sources="{refs}"' if refs else ""
    link = f" {sources}" if sources else ""
    return Html(f'<p class="checked" data-checked="{escape(checked)}"{printed}>{line}{link}{mark}</p>')


def source_html(view: View, source: dict[str, Any]) -> Html:
    """One source: title, linked where a link may be shown, and its date."""
    title = f'<span lang="en" dir="ltr">{escape(str(source["title"]))}</span>'
    url = str(source.get("url") or "")
    if url.startswith("http") and source.get("link", True):
        title = f'<a class="source" href="{escape(url)}" rel="noreferrer">{title}</a>'
    elif source.get("repository"):
        title += f' <span lang="en" dir="ltr" class="where">{escape(str(source["repository"]))}</span>'
    date = str(source["date"])
    when = view.t("site.source.no_date") if date == "unknown" else view.day_html(date)
    return Html(f"<li>{title} <small><bdi>({when})</bdi></small></li>")


def foot_html(view: View, record: Record, more: str = "") -> Html:
    """The last lines of every card: the day of the check; folded, what else there is to read, and the sources."""
    view.used.card(record.id)
    if view.sources_apart:
        numbers = view.cited.numbers(printed_sources(record))
        folded = f'<details class="more"><summary>{view.t("site.more")}</summary>{more}</details>' if more else ""
        return Html(checked_html(view, record["checked"], numbers, sources_link(view, record)) + folded)
    rows = "".join(source_html(view, source) for source in record.get("sources", []))
    numbers = view.cited.numbers(record.get("sources", []))
    summary = view.t("site.more_and_sources") if more else view.t("site.sources")
    heading = f'<p class="sources__heading">{view.t("site.sources")}</p>'
    return Html(
        f'{checked_html(view, record["checked"], numbers)}<details class="more"><summary>{summary}</summary>'
        f'{more}<div class="sources">{heading}<ul dir="ltr">{rows}</ul></div>'
        f"{report_link(view, record.id)}</details>"
    )


def report_link(view: View, record_id: str) -> Html:
    """The link by which a reader says that something in this fact is wrong."""
    address = view.report.link(view.link("report/"), record_id)
    return Html(f'<p class="report"><a href="{address}">{view.t("trust.report.link")}</a></p>')


def printed_sources_html(view: View, heading: bool = True) -> Html:
    """The list for paper: every source that the page's cards name by number, with its address spelled out."""
    rows = "".join(_printed_source_html(view, source) for source in view.cited.sources.values())
    if not rows:
        return Html("")
    if view.sources_apart:
        rows = "".join(_printed_title_html(view, source) for source in view.cited.sources.values())
        facts = (view.facts.by_id(one) for one in view.used.ids if view.facts.has(one))
        return Html(f'<div class="printed-sources">{printed_addresses(view, facts)}<ol dir="ltr" lang="en">{rows}</ol></div>')
    title = f"<h2>{view.t('site.sources')}</h2>" if heading else ""
    return Html(f'<div class="printed-sources">{title}<ol dir="ltr">{rows}</ol></div>')


def _printed_title_html(view: View, source: Source) -> Html:
    """A source without its address, which stands elsewhere."""
    dates = escape(" / ".join(source.dates)) or f'<span lang="{view.language.lang}">{view.t("site.source.no_date")}</span>'
    return Html(f"<li>{escape(source.title)} ({dates})</li>")


def _printed_source_html(view: View, source: Source) -> Html:
    address = spelled_out(source.url).removeprefix("https://") or source.where
    where = f" <bdi>{escape(address)}</bdi>" if address else ""
    dates = [view.day_html(date) for date in source.dates] or [view.t("site.source.no_date")]
    return Html(f'<li><span lang="en">{escape(source.title)}</span>{where} <bdi>({" / ".join(dates)})</bdi></li>')


def spelled_out(url: str) -> str:
    """A web address as it is typed: letters that are not Latin as themselves, not as %D9%85."""
    return _ESCAPED.sub(_letters, url)


def _letters(match: re.Match[str]) -> str:
    try:
        letters = unquote(match.group(), errors="strict")
    except UnicodeDecodeError:
        return match.group()
    # Signs that turn text round or are not seen stay escaped.
    return letters if letters.isprintable() else match.group()


def short_address(url: str) -> str:
    """A web address as people say it: without scheme, `www.` and a closing slash."""
    parts = urlsplit(url)
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")


def outside_link(url: str) -> Html:
    """A link to another site, with its address as the text."""
    shown = short_address(url)
    if len(shown) > 60:
        shown = shown.split("/")[0]
    return Html(f'<a class="outside" dir="ltr" href="{escape(url)}" rel="noreferrer">{escape(shown)}</a>')
