"""Small functions of the site: dates, hours, figures, names, macros, generated pages."""

from __future__ import annotations

import base64
import json
import re
from datetime import date
from pathlib import Path

import pytest

from wizard.core.fields import COUNTRIES
from wizard.records.catalogue import Catalogue
from wizard.records.compile import slug
from wizard.records.read import FactFile, Facts, Record
from wizard.site.dates import day_text, hours_text
from wizard.site.figures import figure_html, figures_html, text_html
from wizard.site.generated import Page, with_blocks
from wizard.site.macros import MacroFault, expand
from wizard.site.next_best import next_best
from wizard.site.places import FOLDERS, countries_in_order, country_name, language_name, questions_address
from wizard.site.record_html import card_html
from wizard.site.sources_html import checked_html, outside_link, source_html
from wizard.site.view import Html, View, html, relative


def record(**values: object) -> Record:
    basis = {
        "id": "gh-x",
        "kind": "contact",
        "role": "iom",
        "names": {"en": "Office"},
        "countries": ["GH"],
        "sources": [],
    }
    made = Record({**basis, "checked": "2026-11-22", "confidence": "high", **values})
    made.file, made.lines = "wizard/facts/countries/ghana.yaml", {}
    return made


def view(*records: Record, locale: str = "en") -> View:

    file = FactFile(Path("x.yaml"), "x.yaml", {}, {}, list(records))
    return View(locale, Facts([file]), Catalogue(locale), day=date(2026, 11, 22))


def channel(kind: str, value: str, **more: object) -> dict[str, object]:
    return {"type": kind, "value": value, "sources": ["a"], "checked": "2026-11-22", "confidence": "high", **more}


@pytest.mark.parametrize(
    ("day", "locale", "wanted"),
    [
        ("2026-11-22", "en", "22 November 2026"),
        ("2026-11-22", "de", "22. November 2026"),
        ("2026-11-22", "ar", "22 نوفمبر 2026"),
        ("2026-11", "en", "November 2026"),
        ("2026", "ar", "2026"),
    ],
)
def test_days(day: str, locale: str, wanted: str) -> None:
    assert day_text(day, locale) == wanted


def test_hours() -> None:
    assert hours_text("Mo-Fr 09:00-11:00; Sa 08:00-12:00,13:00-14:00", "de") == (
        "Montag – Freitag: \u206609:00–11:00\u2069; Samstag: \u206608:00–12:00, 13:00–14:00\u2069"
    )
    assert hours_text("08:00-20:00", "ar") == "\u206608:00–20:00\u2069"
    assert hours_text("by appointment", "en") is None


@pytest.mark.parametrize(
    ("start", "target", "wanted"),
    [
        ("", "ghana/", "ghana/"),
        ("ghana/", "", "../"),
        ("ghana/returning/", "ghana/", "../"),
        ("de/ghana/", "de/", "../"),
        ("de/ghana/", "assets/a.css", "../../assets/a.css"),
        ("", "", "./"),
        ("de/", "wizard/#a=x", "../wizard/#a=x"),
    ],
)
def test_relative_links(start: str, target: str, wanted: str) -> None:
    assert relative(start, target) == wanted


def test_names() -> None:
    assert country_name("XK", "en") == "Kosovo"
    assert country_name("XK", "ar") == "كوسوفو"
    assert [name for _, name in countries_in_order("de")][:3] == ["Afghanistan", "Ägypten", "Albanien"]
    assert language_name("fa-AF", "en") == "Dari"
    assert len(countries_in_order("ar")) == 13


def test_addresses_of_countries_are_plain_letters_and_long_enough_to_be_no_language() -> None:
    assert slug("CI") == "cote-d-ivoire"
    assert list(FOLDERS.values()) == sorted(slug(code) for code in COUNTRIES)
    assert all(re.fullmatch(r"[a-z]{3}[a-z-]*", folder) for folder in FOLDERS.values())


def test_link_to_the_questions_holds_what_is_known_behind_the_hash() -> None:
    address = questions_address("GH", "returning")
    path, _, hidden = address.partition("#a=")
    assert path == "wizard/"
    known = json.loads(base64.urlsafe_b64decode(hidden + "=" * (-len(hidden) % 4)))
    assert known == {"situation": "in_germany_thinking_of_return", "nationality": "GH"}
    assert questions_address() == "wizard/"


def figure(**period: object) -> dict[str, object]:
    return {"label": "Start-up", "unit": "EUR", "per": "adult", "periods": [{"sources": ["a"], **period}]}


def test_figures_hold_only_for_their_period() -> None:
    today = record(figures={"start_up": figure(value=1000, **{"from": "2026-01-01"})})
    over = record(figures={"start_up": figure(value=1000, to="2025-12-31")})
    plan = record(figures={"start_up": figure(value=1200, expected=True, **{"from": "2026-01-01"})})
    assert "€1,000" in (figure_html(view(), today, "start_up") or "")
    assert "per adult" in (figure_html(view(), today, "start_up") or "")
    assert figure_html(view(), over, "start_up") is None
    assert figure_html(view(), plan, "start_up") is None
    assert figures_html(view(), over) == ""
    assert "expected, not decided" in figures_html(view(), plan)
    assert "€1,000" in text_html(view(), today, "You get {start_up} once.")
    assert "do not know" in text_html(view(), over, "You get {start_up} once.")


def test_card_escapes_and_never_shows_withheld_channels() -> None:
    secret = channel("phone", "+233 30 222 2222", withheld={"reason": "Old."})
    low = channel("email", "a@b.org", confidence="low")
    card = card_html(view(), record(names={"en": "<b>"}, channels=[secret, low]))
    assert "<b>" not in card
    assert "222" not in card
    assert "a@b.org" not in card
    assert "No phone number, e-mail or address is confirmed." in card


def test_old_facts_are_marked() -> None:
    assert '<strong class="old">' in checked_html(view(), "2025-11-22")
    assert "old" not in checked_html(view(), "2025-11-23")


def test_works_is_only_said_with_a_fresh_proof() -> None:
    assert "state--good" in card_html(view(), record(status={"state": "operating", "seen": "2026-03"}))
    assert "Worked when last seen" in card_html(view(), record(status={"state": "operating", "seen": "2024"}))
    assert "Worked when last seen" in card_html(view(), record(status={"state": "operating"}))


def test_sources_are_linked_only_where_they_may_be() -> None:
    source = {"id": "a", "title": "T & U", "url": "https://www.a.org/b?c=1&d", "date": "2026-01"}
    assert 'href="https://www.a.org/b?c=1&amp;d"' in source_html(view(), source)
    assert "href" not in source_html(view(), {**source, "link": False})
    assert outside_link("https://www.a.org/b/").endswith(">a.org/b</a>")


def test_next_best_contact_can_be_reached() -> None:
    closed = record(id="gh-a", role="advice_centre", kind="centre", channels=[])
    ended = record(id="gh-b", channels=[channel("phone", "+233 30 2")], status={"state": "ended"})
    site = record(id="gh-c", role="iom", channels=[channel("website", "https://a.org")])
    office = record(id="gh-d", role="employment_agency", channels=[channel("phone", "+233 30 3")])
    facts = view(closed, ended, site, office).facts
    assert next_best(facts, "GH", closed) is office
    assert next_best(facts, "GH", office) is site
    assert next_best(view(closed).facts, "GH", closed) is None


def test_macros() -> None:
    known = record(figures={"start_up": figure(value=1000)}, texts={"what": "It helps."})
    markdown, blocks = expand(
        "a {{ figure:gh-x.start_up }} b {{text:gh-x.what}}\n\n{{ contact:gh-x }}\n", view(known), "f.md"
    )
    shown = with_blocks(f"<p>{markdown.splitlines()[0]}</p>\n<p>{markdown.splitlines()[2]}</p>", blocks)
    assert "€1,000" in shown
    assert "It helps." in shown
    assert '<article class="card" id="gh-x">' in shown
    assert "<p><article" not in shown


@pytest.mark.parametrize(
    ("macro", "said"),
    [
        ("{{ contact:gh-y }}", "f.md:7: There is no record `gh-y`. Did you mean gh-x"),
        ("{{ figure:gh-x.none }}", "f.md:7: The record `gh-x` has no `none` in `figures`. It has: none."),
        ("{{ wrong }}", "f.md:7: There is no macro `wrong`."),
        ("{{ country:DE }}", "f.md:7: There is no country `DE`."),
        ("{{ country_links:home }}", "f.md:7: There is no situation `home`."),
        ("{{ fact:gh-w }}", "f.md:7: The record `gh-w` is withheld"),
    ],
)
def test_faults_of_macros_name_place_and_remedy(macro: str, said: str) -> None:
    facts = view(record(), record(id="gh-w", withheld={"reason": "Old."}))
    with pytest.raises(MacroFault) as fault:
        expand(f"one\n\n{macro}\n", facts, "f.md", first_line=5)
    assert str(fault.value).startswith(said)


def test_generated_page() -> None:
    page = Page("en/x/index.md", 'A "title"', "d", Html("H"))
    page.section("one", "One", "<p>1</p>")
    page.section("two", "Two", "")
    assert page.markdown.startswith('---\ntitle: "A \\"title\\""\n')
    assert "## One { #one }" in page.markdown
    assert "Two" not in page.markdown
    assert with_blocks("<p>wegweiserblockonewegweiserend</p>", page.blocks) == "<p>1</p>"
    blocks = {"one": "A <b>sentence</b>.", "two": "<ul><li>x</li></ul>"}
    assert with_blocks("<p>wegweiserblockonewegweiserend more</p>", blocks) == "<p>A <b>sentence</b>. more</p>"
    assert with_blocks("<p>wegweiserblocktwowegweiserend</p>", blocks) == "<ul><li>x</li></ul>"
    assert html("<") == "&lt;"
