"""Where a fact comes from and when it was checked."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlsplit

from wizard.records.read import Record
from wizard.records.shown import is_old
from wizard.site.view import Html, View


def checked_html(view: View, checked: str) -> Html:
    """The day of the check; marked when it is over a year old, on the day of the build or later on the phone."""
    hidden = "" if is_old(checked, view.day) else " hidden"
    line = view.t("site.checked", date=view.day_html(checked))
    old = view.t("site.old")
    mark = f'<strong class="old"{hidden}>{old}</strong>'
    return Html(f'<p class="checked" data-checked="{escape(checked)}">{line} {mark}</p>')


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
    rows = "".join(source_html(view, source) for source in record.get("sources", []))
    summary = view.t("site.more_and_sources") if more else view.t("site.sources")
    heading = f'<p class="sources__heading">{view.t("site.sources")}</p>'
    return Html(
        f'{checked_html(view, record["checked"])}<details class="more"><summary>{summary}</summary>'
        f'{more}<div class="sources">{heading}<ul dir="ltr">{rows}</ul></div></details>'
    )


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
