"""Marks the first use of each German term on a page: a link to the glossary.

The script turns the link into a button (overrides/assets/guide.js); a tap loads the explanations of all terms once
(`term_words.py`, overrides/assets/terms.js) and shows this one in a small box.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape

from wizard.records.read import Facts, Record
from wizard.site.glossary import GLOSSARY, anchor, forms, terms
from wizard.site.view import Html, View

# The glossary itself, and the questions, whose parts come and go.
WITHOUT_TERMS = ("/glossary.md", "/wizard.md")
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_CLASSES = re.compile(r'class="([^"]*)"')
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "rect"}
# Where a link or a box would be wrong: in links, headings, folded lines, and where text is quoted as it stands.
_NOT_IN = {
    *("a", "button", "h1", "h2", "h3", "h4", "summary", "script", "style", "svg", "code", "pre", "label", "dfn"),
    *("nav", "select", "textarea", "figure", "template", "title"),
}
_NOT_IN_CLASS = {"sources", "source-list", "printed-sources", "local-name", "kind", "call", "notice", "state"}


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    # With the brackets and stops that touch the word: a line must not break between them.
    return re.compile(rf"(\(?)(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])(\)?[.,:;!?]?)")


def _by_word(facts: Facts) -> dict[str, Record]:
    return {word: term for term in terms(facts) for word in forms(term)}


def with_terms(html: str, view: View) -> str:
    """The content with the first use of each term marked."""
    by_word = _by_word(view.facts)
    pattern = _pattern(tuple(by_word))
    if not pattern.search(html):
        return html
    told: set[str] = set()

    def marked(match: re.Match[str]) -> str:
        before, word, after = match.groups()
        term = by_word[word]
        if term.id in told:
            return match.group()
        told.add(term.id)
        mark = _mark_html(view, term, word)
        return f'<span class="term__line">{before}{mark}{after}</span>' if before or after else mark

    out: list[str] = []
    open_tags: list[tuple[str, bool]] = []
    for part in _TAG.split(html):
        if part.startswith("<"):
            _step(part, open_tags)
            out.append(part)
        else:
            quiet = bool(open_tags) and open_tags[-1][1]
            out.append(part if quiet else pattern.sub(marked, part))
    return "".join(out)


def _step(tag: str, open_tags: list[tuple[str, bool]]) -> None:
    """Follows one tag; what is inside a quiet element is quiet."""
    found = _NAME.match(tag)
    if found is None:
        return
    name = found[1].lower()
    if tag.startswith("</"):
        while open_tags and open_tags.pop()[0] != name:
            pass
    elif name not in _VOID and not tag.endswith("/>"):
        classes = _CLASSES.search(tag)
        quiet = name in _NOT_IN or bool(classes and _NOT_IN_CLASS & set(classes[1].split()))
        open_tags.append((name, quiet or bool(open_tags and open_tags[-1][1])))


def _mark_html(view: View, term: Record, word: str) -> Html:
    address = escape(view.link(f"{GLOSSARY}#{anchor(term)}"))
    return Html(f'<a class="term" lang="de" dir="ltr" href="{address}">{escape(word)}</a>')
