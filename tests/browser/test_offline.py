"""Airplane mode after a visit: pages, questions, plan and print; old copies say how old they are."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from tests.browser.offline_visits import STYLED, Phone, silent_after
from tests.browser.visitor import PATIENCE, Visitor
from wizard.languages import languages

FOLDERS = [row.folder for row in languages()]
BACK_HOME: dict[str, object] = {"situation": "back_home", "nationality": "GH", "needs": ["work"]}
SILENCE = 8  # seconds


def visit_ghana(phone: Phone) -> None:
    phone.open("ghana/")
    phone.settle("offline/", *(f"{folder}ghana/" for folder in FOLDERS))


def test_visited_country_in_all_languages(phone: Phone) -> None:
    visit_ghana(phone)
    phone.fly()
    for row in languages():
        page = phone.open(f"{row.folder}ghana/")
        assert page.evaluate("document.documentElement.lang") == row.lang
        assert page.evaluate(STYLED) == "flex"
        notice = page.locator("#offline-copy")
        expect(notice).to_be_visible(timeout=PATIENCE)
        expect(notice).to_contain_text(str(time.gmtime().tm_year))
    page.emulate_media(media="print")
    assert page.locator(".print-sheet .qr").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert phone.faults == []


def test_a_visit_costs_the_other_languages_and_nothing_big(phone: Phone) -> None:
    visit_ghana(phone)
    phone.page.wait_for_timeout(1000)
    assert not [line for line in phone.host.seen if "/assets/python/" in line or "/assets/wizard/" in line]
    pages = [line for line in phone.host.seen if line.endswith("/") and line != "GET /offline/"]
    assert sorted(pages) == sorted(f"GET /{folder}ghana/" for folder in FOLDERS)


@pytest.mark.parametrize("connection", ["{saveData: true}", "{effectiveType: '2g'}"])
def test_data_saver_keeps_only_what_was_loaded(phone: Phone, connection: str) -> None:
    phone.page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{value: {connection}}})")
    phone.open("ghana/")
    phone.settle("ghana/")
    phone.page.wait_for_timeout(1000)
    assert [line for line in phone.host.seen if line.endswith("/")] == ["GET /ghana/"]
    phone.fly()
    phone.open("ghana/")
    assert phone.page.evaluate(STYLED) == "flex"


def test_other_pages_lead_to_what_is_kept(phone: Phone) -> None:
    visit_ghana(phone)
    phone.fly()
    page = phone.open("de/tunisia/leaving/")
    expect(page.locator("main")).to_contain_text("This page is not on your phone")
    expect(page.locator("[data-saved-list] a", has_text="Ghana")).to_be_visible(timeout=PATIENCE)
    phone.fly(off=False)
    page.locator("[data-saved-list] .notice a").click()
    page.wait_for_url("**/de/tunisia/leaving/")
    assert phone.faults == []


def test_questions_and_plan(phone: Phone) -> None:
    phone.open("wizard/")
    phone.page.locator("#wizard-announce", has_text="loaded").wait_for(state="attached", timeout=PATIENCE)
    data = [line.split("/", 1)[1] for line in phone.host.seen if "/assets/wizard/data." in line]
    phone.settle("wizard/", *data)
    phone.page.wait_for_timeout(500)
    phone.host.seen.clear()
    phone.fly()
    visitor = Visitor(phone.page, phone.host)
    visitor.open()
    visitor.interview(BACK_HOME)
    visitor.expect_plan()
    phone.page.emulate_media(media="print")
    assert visitor.plan.is_visible()
    assert phone.page.pdf(format="A4").startswith(b"%PDF")
    # The browser's own look for a new worker is not held up by the emulation.
    assert set(phone.host.seen) <= {"GET /service-worker.js"}
    assert phone.faults == []


def test_second_visit_loads_no_file_again(phone: Phone) -> None:
    phone.open("wizard/")
    phone.page.locator("#wizard-announce", has_text="loaded").wait_for(state="attached", timeout=PATIENCE)
    phone.settle("wizard/")
    phone.page.wait_for_timeout(1000)
    phone.page.close()
    phone.host.seen.clear()
    phone.page = phone.context.new_page()
    visitor = Visitor(phone.page, phone.host)
    visitor.open()
    visitor.interview(BACK_HOME)
    visitor.expect_plan()
    assert not [line for line in phone.host.seen if "/assets/" in line], phone.host.seen


def test_slow_server_shows_the_copy_after_three_seconds(phone: Phone) -> None:
    visit_ghana(phone)
    phone.host.disturb = silent_after(SILENCE, time.sleep)
    begin = time.monotonic()
    page = phone.open("ghana/")
    assert 2.5 < time.monotonic() - begin < 7
    expect(page.locator("#offline-copy")).to_be_visible(timeout=PATIENCE)
    phone.host.disturb = None
    # Chromium lets a second request for the same address wait for the first one, which is still on its way.
    page.wait_for_timeout(1000 * (SILENCE + 1 - (time.monotonic() - begin)))
    page.locator("#offline-copy button").click()
    expect(page.locator("h1")).to_have_text("Ghana")
    expect(page.locator("#offline-copy")).to_have_count(0)


def test_fault_of_the_server_shows_the_copy(phone: Phone) -> None:
    visit_ghana(phone)

    def broken(handler: object, file: object) -> bool:
        handler.send_error(503)  # type: ignore[attr-defined]
        return True

    phone.host.disturb = broken
    page = phone.open("ghana/")
    expect(page.locator("#offline-copy")).to_be_visible(timeout=PATIENCE)


def test_evicted_copies_are_no_fault(phone: Phone) -> None:
    visit_ghana(phone)
    phone.page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
    page = phone.open("ghana/")
    assert page.evaluate(STYLED) == "flex"
    expect(page.locator("#offline-copy")).to_have_count(0)
    phone.settle("ghana/", "de/ghana/")
    phone.fly()
    phone.open("de/ghana/")
    assert page.evaluate(STYLED) == "flex"
    assert phone.faults == []
