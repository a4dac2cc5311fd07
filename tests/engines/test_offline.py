"""A later visit loads nothing again, and without the server everything visited is there."""

from __future__ import annotations

from tests.engines.phone import Phone
from wizard.languages import languages

FOLDERS = [row.folder for row in languages()]
BACK_HOME: dict[str, object] = {"situation": "back_home", "nationality": "GH", "needs": ["work"]}
LOADED = "return document.getElementById('wizard-announce').textContent !== ''"


def visit_questions(phone: Phone) -> None:
    """Opens the questions and waits until all that a plan needs is kept."""
    phone.open("wizard/")
    phone.wait(lambda: phone.script(LOADED), "Python")
    parts = ("/assets/wizard/", "/assets/python/")
    needed = [line.split("/", 1)[1] for line in phone.host.seen if any(part in line for part in parts)]
    assert any("data." in one for one in needed)
    phone.settle("wizard/", *needed)


def test_second_visit_loads_no_file_again(phone: Phone) -> None:
    visit_questions(phone)
    phone.host.seen.clear()
    phone.new_tab()
    phone.open("wizard/")
    phone.interview(BACK_HOME)
    assert not [line for line in phone.host.seen if "/assets/" in line], phone.host.seen
    assert phone.engine.faults == []


def test_questions_and_plan_without_internet(phone: Phone) -> None:
    visit_questions(phone)
    phone.fly()
    phone.new_tab()
    phone.open("wizard/")
    phone.interview(BACK_HOME)
    assert phone.one("#wizard-plan .contact").is_displayed()
    phone.wait(lambda: phone.one("#offline-copy").is_displayed(), "the notice on the age of the copy")
    phone.picture("plan-without-internet")


def test_visited_country_in_all_languages_without_internet(phone: Phone) -> None:
    phone.open("ghana/")
    phone.settle("offline/", *(f"{folder}ghana/" for folder in FOLDERS))
    phone.fly()
    for row in languages():
        phone.open(f"{row.folder}ghana/")
        assert phone.script("return document.documentElement.lang") == row.lang
        # The style sheet has come too.
        assert phone.script("return getComputedStyle(document.querySelector('.top__bar')).display") == "flex"
        phone.wait(lambda: phone.one("#offline-copy").is_displayed(), "the notice on the age of the copy")
    phone.open("de/tunisia/leaving/")
    phone.wait(lambda: "This page is not on your phone" in phone.text("main"), "what is kept")
    phone.wait(lambda: phone.all("[data-saved-list] a"), "a link to what is kept")
    phone.land()
    phone.tap("[data-saved-list] .notice a")
    phone.wait(lambda: "/de/tunisia/leaving/" in phone.driver.current_url, "the page that was missing")
    assert phone.all("h1")


def test_saved_country_without_internet(phone: Phone) -> None:
    """A tap saves all of a country: also the plan in a language that was never opened."""
    phone.open("ghana/")
    phone.settle("offline/")
    buttons = "#offline .offline-buttons button"
    phone.wait(lambda: phone.all(buttons), "the button to save")
    phone.tap(buttons)
    phone.wait(lambda: "This loads" in phone.text("#offline"), "the size")
    phone.tap(buttons)
    phone.wait(lambda: "It now works without internet" in phone.text("#offline"), "the country saved")
    phone.fly()
    phone.open("ar/wizard/")
    phone.interview(BACK_HOME)
    assert phone.one("#wizard-plan .contact").is_displayed()
    phone.open("de/ghana/back-home/")
    assert phone.script("return document.documentElement.lang") == "de"
