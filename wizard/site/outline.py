"""All pages of one language in the order of the menu: what the site map lists, and the way to each page."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from wizard.languages import language
from wizard.site.view import Html, View, relative

# Anchor in the site map of the pages that stand in no section of the menu.
_START, _MORE = "start", "more"


@dataclass
class Entry:
    """One page: its address from the site's root, its title and the locale of that, and the pages below it."""

    url: str
    title: str
    locale: str
    below: list[Entry] = field(default_factory=list)


@dataclass
class Group:
    """A section of the menu; the name is a text id."""

    anchor: str
    name: str
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Outline:
    """The groups of one language."""

    home: str
    groups: list[Group] = field(default_factory=list)

    def way(self, url: str) -> tuple[Group | None, list[Entry]]:
        """The group of a page and the pages above it."""
        return self._ways.get(url, (None, []))

    @cached_property
    def _ways(self) -> dict[str, tuple[Group | None, list[Entry]]]:
        found: dict[str, tuple[Group | None, list[Entry]]] = {}
        for group in self.groups:
            waiting: list[tuple[Entry, list[Entry]]] = [(entry, []) for entry in group.entries]
            while waiting:
                entry, above = waiting.pop()
                found.setdefault(entry.url, (group, above))
                waiting += [(one, [*above, entry]) for one in entry.below]
        return found


def outline(home: str, menu: Iterable[tuple[str, list[str]]], pages: Iterable[Entry]) -> Outline:
    """Sorts the pages into the sections of the menu (text id, addresses); others stand below the page they belong to.

    A page belongs to the one whose address its own begins with: `ghana/leaving/` to `ghana/`.
    """
    by_url = {entry.url: entry for entry in pages}
    made = Outline(home)
    placed: set[str] = set()
    for name, urls in menu:
        anchor = name.rpartition(".")[2] or _START
        firsts = [url for url in urls if url in by_url and not _parents(url, urls, home)]
        made.groups.append(Group(anchor, name or "site.home", [by_url[url] for url in firsts]))
        placed |= set(firsts)
    more = Group(_MORE, "site.map.more")
    for url, entry in by_url.items():
        if url in placed:
            continue
        parents = _parents(url, by_url, home)
        (by_url[max(parents, key=len)].below if parents else more.entries).append(entry)
    if more.entries:
        made.groups.append(more)
    return made


def _parents(url: str, others: Container[str], home: str) -> list[str]:
    """The addresses above one that are among others; all addresses end with a slash."""
    steps = url.split("/")[:-2]
    above = ("".join(f"{step}/" for step in steps[: depth + 1]) for depth in range(len(steps)))
    return [one for one in above if one != home and one in others]


def _link(view: View, entry: Entry) -> str:
    real = language(entry.locale)
    lang = "" if entry.locale == view.locale else f' lang="{real.lang}" dir="{real.direction}"'
    return f'<a href="{escape(relative(view.url, entry.url))}"{lang}>{escape(entry.title)}</a>'


def crumbs_html(view: View, made: Outline, url: str) -> Html:
    """The way from the start page to a page, without the page itself: its heading follows at once."""
    if url == made.home:
        return Html("")
    group, above = made.way(url)
    rows = [f'<a href="{escape(view.link(""))}">{view.t("site.home")}</a>']
    if group and group.anchor not in (_START, _MORE):
        rows.append(f'<a href="{escape(view.link(f"site-map/#{group.anchor}"))}">{view.t(group.name)}</a>')
    rows += [_link(view, entry) for entry in above]
    items = "".join(f"<li>{row}</li>" for row in rows)
    return Html(f'<nav class="crumbs" aria-label="{escape(view.plain("site.crumbs"))}"><ol>{items}</ol></nav>')


def site_map_html(view: View, made: Outline) -> Html:
    """All pages as nested lists, with a heading for each section."""
    parts = [
        f'<h2 id="{group.anchor}">{view.t(group.name)}</h2>{_list(view, group.entries)}' for group in made.groups
    ]
    return Html("".join(parts))


def _list(view: View, entries: list[Entry]) -> str:
    rows = "".join(f"<li>{_link(view, one)}{_list(view, one.below) if one.below else ''}</li>" for one in entries)
    return f'<ul class="pages">{rows}</ul>'
