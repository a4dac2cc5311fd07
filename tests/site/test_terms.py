"""German terms: one entry each, marked once on a page, never where a link or a box would be wrong."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from tests.site.conftest import Site
from tests.site.html_tree import Node, tree
from wizard.languages import languages
from wizard.records.catalogue import Catalogue
from wizard.records.read import Facts, read_facts
from wizard.site.glossary import anchor, forms, terms, told_at
from wizard.site.term_marks import with_terms
from wizard.site.term_words import terms_script
from wizard.site.view import View

QUIET = {"a", "button", "h1", "h2", "h3", "h4", "summary", "figure", "dfn"}


@cache
def facts() -> Facts:
    return read_facts()


@cache
def view(locale: str = "en") -> View:
    return View(locale, facts(), Catalogue(locale), day=date(2026, 11, 22)).at("leaving/fraud/")


def marks(html: str, locale: str = "en") -> list[Node]:
    return list(tree(with_terms(html, view(locale))).find("a", class_="term"))


def test_there_are_enough_terms_and_no_form_stands_twice() -> None:
    found = [form for term in terms(facts()) for form in forms(term)]
    assert len(terms(facts())) >= 30
    assert len(found) == len(set(found))


def test_only_the_first_use_is_marked() -> None:
    assert [mark.text for mark in marks("<p>Duldung, Duldungen and a Duldung. Then GÜB.</p>")] == ["Duldung", "GÜB"]


def test_parts_of_longer_words_are_not_marked() -> None:
    assert marks("<p>Kettenduldung, Duldungsgrund, AZR-Nummer, BAMFs</p>") == []


def test_the_longest_form_wins() -> None:
    assert [mark.text for mark in marks("<p>An Ausbildungsduldung.</p>")] == ["Ausbildungsduldung"]
    assert [mark.text for mark in marks("<p>The Einreise- und Aufenthaltsverbot.</p>")] == [
        "Einreise- und Aufenthaltsverbot"
    ]


@pytest.mark.parametrize("name", sorted(QUIET | {"code", "label", "nav"}))
def test_links_headings_and_quotes_stay_as_they_are(name: str) -> None:
    html = f"<{name}><b>Duldung</b></{name}>"
    assert with_terms(html, view()) == html
    assert [mark.text for mark in marks(f"{html}<p>Duldung</p>")] == ["Duldung"]


def test_sources_and_attributes_stay_as_they_are() -> None:
    html = '<ul class="sources" title="Duldung"><li>Duldung</li></ul><img alt="Duldung"><!-- Duldung -->'
    assert with_terms(html, view()) == html


def test_a_mark_is_german_and_its_explanation_is_of_the_page() -> None:
    link = next(tree(with_terms("<p>Duldung</p>", view("ar"))).find("a", class_="term"))
    assert (link.attrs["lang"], link.attrs["dir"]) == ("de", "ltr")
    script = terms_script(view("ar")).content
    said = json.loads(script.removeprefix("const WORDS = ").partition(";\n")[0])
    assert set(said) == {anchor(term) for term in terms(facts())}
    meaning, text, lang, direction = said["duldung"]
    assert meaning
    assert len(text) > 30
    assert (lang, direction) == ("ar", "rtl")
    assert link.attrs["href"] == "../../ar/glossary/#duldung"


def test_nothing_but_marks_is_added(site: Site) -> None:
    html = next(site.page("leaving/decision-and-odds/").root.find("main")).text
    assert "Ausreisefrist" in html


def test_every_mark_leads_to_an_entry(site: Site) -> None:
    pages = 0
    for row in languages():
        entries = {node.attrs.get("id") for node in site.page(f"{row.folder}glossary/").root.find("div")}
        assert {anchor(term) for term in terms(facts())} <= entries
        for page in site.pages:
            if page.language != row:
                continue
            words = list(page.root.find("a", class_="term"))
            pages += bool(words)
            anchors = [word.attrs["href"].partition("#")[2] for word in words]
            assert len(anchors) == len(set(anchors)), f"{page.url} marks a term twice: {anchors}"
            assert set(anchors) <= entries, page.url
            for word in words:
                assert not QUIET & {node.name for node in word.parent.up()}, f"{page.url}: {word.text}"  # type: ignore[union-attr]
    assert pages > 30


def test_a_page_names_the_script_only_if_it_marks_a_term(site: Site) -> None:
    for page in site.pages:
        address = next(page.root.find("body")).attrs.get("data-terms", "")
        assert bool(address) == any(page.root.find("a", class_="term")), page.url
        assert not address or (page.path.parent / address).is_file(), page.url


def test_every_entry_has_what_it_needs(site: Site) -> None:
    for row in languages():
        page = site.page(f"{row.folder}glossary/")
        entries = [node for one in page.root.find("dl", class_="glossary") for node in one.find("div")]
        assert len(entries) == len(terms(facts()))
        for entry in entries:
            word = next(entry.find("dfn"))
            assert (word.attrs["lang"], word.attrs["dir"]) == ("de", "ltr")
            assert len(next(entry.find("dd")).text) > 30


def test_records_that_say_more_can_be_reached(site: Site) -> None:
    """A term may name a record that no page tells yet, but most must lead on."""
    named = [record_id for term in terms(facts()) for record_id in term.get("see", [])]
    reached = [one for one in named if one in told_at() or facts().by_id(one)["kind"] == "route"]
    assert len(reached) >= 0.6 * len(named), sorted(set(named) - set(reached))
    page = site.page("glossary/")
    for link in (link for entry in page.root.find("dl", class_="glossary") for link in entry.find("a")):
        path, _, fragment = link.attrs["href"].removeprefix("../").partition("#")
        target = site.page(path)
        assert not fragment or any(target.root.find(id=fragment)), link.attrs["href"]
