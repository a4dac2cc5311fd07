"""Old facts by the visitor's day, reports, sharing, reading aloud: in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitor, link_hash
from tests.site.conftest import ROOT

# Chromium on a build machine has no voices. This stands for the browser's own interface, not for our code.
VOICES = """
const voice = (lang, localService) => ({ lang, localService, name: lang });
window.spoken = [];
window.utterance = null;
const synth = new EventTarget();
Object.assign(synth, {
  getVoices: () => window.voices.map(([lang, own]) => voice(lang, own)),
  speak: (one) => { window.spoken.push([one.text, one.voice.lang]); window.utterance = one; },
  cancel: () => { const one = window.utterance; window.utterance = null; one?.onerror?.({ error: "interrupted" }); },
});
Object.defineProperty(window, "speechSynthesis", { value: synth });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.finish = () => { const one = window.utterance; window.utterance = null; one.onend(); };
"""


def with_voices(page: Page, *voices: tuple[str, bool]) -> None:
    rows = ",".join(f'["{lang}", {str(own).lower()}]' for lang, own in voices)
    page.add_init_script(f"window.voices = [{rows}];" + VOICES)


def at_day(visitor: Visitor, day: str) -> None:
    visitor.page.clock.install(time=f"{day}T12:00:00Z")


def test_facts_look_old_by_the_day_on_the_phone(visitor: Visitor) -> None:
    at_day(visitor, "2031-01-01")
    for address in ("ghana/", "ghana/returning/"):
        visitor.page.goto(visitor.host.address + address)
        marks = visitor.page.locator("[data-checked] > .old")
        assert marks.count() > 5
        assert visitor.page.locator("[data-checked] > .old[hidden]").count() == 0
        expect(visitor.page.locator(".used summary .old")).to_be_visible()
        assert visitor.page.locator(".used section .old[hidden]").count() == 0
    assert visitor.faults == []


def test_an_amount_that_has_ended_says_so(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.host.address}routes/eu-blue-card/")
    amounts = visitor.page.locator("[data-to]")
    assert amounts.count() > 0
    expect(visitor.page.locator("[data-to] .old")).to_have_count(0)
    at_day(visitor, "2031-01-01")
    visitor.page.reload()
    expect(visitor.page.locator("[data-to] > .old")).to_have_count(amounts.count())


def test_a_plan_marks_old_facts_and_ended_amounts_by_the_day_on_the_phone(visitor: Visitor) -> None:
    visitor.page.clock.set_fixed_time("2029-01-01T12:00:00Z")
    visitor.open("en", link_hash({"situation": "back_home", "nationality": "GH", "needs": ["work"]}))
    visitor.interview({})
    visitor.expect_plan()
    marks = visitor.page.locator("#wizard-plan [data-checked] > .old")
    assert marks.count() > 0
    expect(visitor.page.locator("#wizard-plan [data-checked] > .old[hidden]")).to_have_count(0)
    expect(visitor.page.locator("#wizard-plan .contact > .checked > .old").first).to_be_visible()
    assert visitor.faults == []


def test_report_holds_the_fact_and_the_version_and_nothing_else(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.goto(f"{visitor.host.address}ghana/")
    card = visitor.page.locator("article.card").first
    record = card.get_attribute("id")
    card.locator(".checked > a").click()
    visitor.page.locator(f"[id='{record}'] .report a").click()
    field = visitor.page.locator(".report-box textarea")
    expect(field).to_have_value(re.compile(rf"^Wegweiser: {record}\nVersion: \d{{4}}-\d\d-\d\d-[0-9a-f]{{8}}\n$"))
    visitor.page.locator(".report-box button", has_text="Copy").click()
    expect(visitor.page.locator(".report-box [role=status]")).to_have_text("The text is copied.")
    assert visitor.page.evaluate("navigator.clipboard.readText()") == field.input_value()
    assert visitor.faults == []


@pytest.mark.parametrize("fragment", ["", "#top", "#fact=", "#fact=<b>x</b>", "#fact=" + "x" * 200])
def test_report_without_a_fact_asks_for_it(visitor: Visitor, fragment: str) -> None:
    visitor.page.goto(f"{visitor.host.address}report/{fragment}")
    expect(visitor.page.locator(".report-box textarea")).to_have_value(re.compile(r"^Wegweiser: \?\nVersion: "))
    expect(visitor.page.locator(".report-box__which")).to_be_visible()


def test_share_sheet_gets_the_address_without_what_stands_behind_it(visitor: Visitor) -> None:
    visitor.page.add_init_script("navigator.share = (data) => { window.shared = data; return Promise.resolve(); }")
    visitor.page.goto(f"{visitor.host.address}ghana/?x=1#centre")
    visitor.page.locator(".share summary").click()
    assert visitor.page.evaluate("window.shared") == {
        "title": visitor.page.title(),
        "url": f"{visitor.host.address}ghana/",
    }
    assert visitor.page.locator(".share").get_attribute("open") is None


def test_list_of_ways_where_there_is_no_share_sheet(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.add_init_script("delete Navigator.prototype.share")
    visitor.page.goto(f"{visitor.host.address}ar/ghana/#centre", wait_until="networkidle")
    before = len(visitor.requests)
    visitor.page.locator(".share summary").click()
    visitor.page.locator(".share button").click()
    expect(visitor.page.locator(".share [role=status]")).not_to_be_empty()
    own = f"{visitor.host.address}ar/ghana/"
    assert visitor.page.evaluate("navigator.clipboard.readText()") == own
    for link in visitor.page.locator(".share a").all():
        assert unquote(link.get_attribute("href") or "").endswith(f" {own}")
    names = [Path(one).name.partition(".")[0] for one in visitor.requests[before:]]
    assert set(names) - {"signpost"} == {"send"}
    assert visitor.faults == []


def test_page_of_the_questions_has_only_its_own_link(visitor: Visitor) -> None:
    visitor.open()
    expect(visitor.page.locator(".tools")).to_have_count(0)


def test_without_javascript_the_ways_are_links_and_listening_is_hidden(browser: object, visitor: Visitor) -> None:
    context = visitor.page.context.browser.new_context(java_script_enabled=False)  # pyright: ignore
    page = context.new_page()
    page.goto(f"{visitor.host.address}ghana/")
    page.locator(".share summary").click()
    expect(page.locator(".share a[href^='https://wa.me/?text=']")).to_be_visible()
    expect(page.locator(".share a[href^='sms:?body=']")).to_be_visible()
    expect(page.locator("[data-listen]")).to_be_hidden()
    context.close()


def test_no_voice_no_button(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.host.address}ghana/")
    assert visitor.page.evaluate("speechSynthesis.getVoices().length") == 0
    expect(visitor.page.locator("[data-listen]")).to_be_hidden()


@pytest.mark.parametrize(
    ("locale", "voices", "shown"),
    [
        ("", [("en-GB", True)], True),
        ("", [("en-GB", False)], False),
        ("", [("ar-SA", True)], False),
        ("ar/", [("ar_SA", True)], True),
        ("ar/", [("en-US", True)], False),
    ],
)
def test_button_only_with_an_own_voice_for_the_language(
    visitor: Visitor, locale: str, voices: list[tuple[str, bool]], shown: bool
) -> None:
    with_voices(visitor.page, *voices)
    visitor.page.goto(f"{visitor.host.address}{locale}ghana/")
    expect(visitor.page.locator("[data-listen]")).to_be_visible(visible=shown)


@pytest.fixture
def listening(visitor: Visitor) -> Iterator[Visitor]:
    with_voices(visitor.page, ("en-GB", True))
    visitor.page.goto(f"{visitor.host.address}leaving/")
    visitor.page.locator("[data-listen]").click()
    expect(visitor.page.locator(".reading-bar")).to_be_visible()
    yield visitor
    assert visitor.faults == []


def finish(visitor: Visitor, times: int = 1) -> None:
    for _ in range(times):
        visitor.page.evaluate("window.finish()")


def test_reads_block_by_block_and_marks_the_one_it_reads(listening: Visitor) -> None:
    marked = listening.page.locator(".being-read")
    expect(marked).to_have_text(listening.page.locator("h1").inner_text())
    finish(listening, 12)
    expect(marked).to_have_count(1)
    expect(marked).to_be_in_viewport()
    spoken = listening.page.evaluate("window.spoken.map(([text]) => text)")
    assert len(spoken) == 13
    assert spoken[-1].strip()[:20] in " ".join((marked.text_content() or "").split())


def test_reads_to_the_end_of_a_long_page_and_no_furniture(listening: Visitor) -> None:
    listening.page.evaluate("while (window.utterance) window.finish()")
    expect(listening.page.locator(".reading-bar")).to_have_count(0)
    expect(listening.page.locator(".being-read")).to_have_count(0)
    spoken = listening.page.evaluate("window.spoken.map(([text]) => text)")
    heard = " ".join(spoken)
    assert len(spoken) > 60
    assert max(len(one) for one in spoken) < 400
    for heading in listening.page.locator("main h2:visible").all_inner_texts():
        assert heading in heard
    for never in ("Share this page", "Listen", "Facts on this page", "Report a mistake", "Sources"):
        assert never not in spoken


def test_pause_goes_on_with_the_same_sentence(listening: Visitor) -> None:
    finish(listening, 3)
    listening.page.locator(".reading-bar button").first.click()
    assert listening.page.evaluate("window.utterance") is None
    expect(listening.page.locator(".being-read")).to_have_count(1)
    listening.page.locator(".reading-bar button", has_text="Go on").click()
    spoken = listening.page.evaluate("window.spoken.map(([text]) => text)")
    assert spoken[-1] == spoken[-2]


def test_stop_gives_the_focus_back(listening: Visitor) -> None:
    listening.page.locator(".reading-bar button", has_text="Stop").click()
    assert listening.page.evaluate("window.utterance") is None
    expect(listening.page.locator(".reading-bar")).to_have_count(0)
    expect(listening.page.locator("[data-listen]")).to_be_focused()


def test_leaving_the_page_stops(listening: Visitor) -> None:
    listening.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert listening.page.evaluate("window.utterance") is None
    expect(listening.page.locator(".reading-bar")).to_have_count(0)


def test_a_failing_voice_says_so(listening: Visitor) -> None:
    listening.page.evaluate("window.utterance.onerror({ error: 'synthesis-failed' })")
    expect(listening.page.locator(".reading-bar [role=status]")).to_have_text("Your phone could not read this aloud.")


def test_no_service_of_another_company_is_used() -> None:
    script = (ROOT / "overrides/assets/read-aloud.js").read_text(encoding="utf-8")
    assert "voice.localService &&" in script
