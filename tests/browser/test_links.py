"""Links that hold answers behind `#`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor, link_hash

GHANA = {"situation": "back_home", "nationality": "GH"}


def test_link_with_answers_goes_on_where_they_end(visitor: Visitor) -> None:
    visitor.open("de", link_hash(GHANA))
    assert visitor.field == "needs"
    assert "#" not in visitor.page.url, "the answers do not stay in the address"
    visitor.interview({})
    visitor.expect_plan()
    assert {"situation", "nationality"} <= set(visitor.own_answers())


BROKEN = ("#a=", "#a=%%%", "#a=bm90IGpzb24", link_hash({})[:-1] + "!", "#a=WzFd", "#a=eyJhIjp7fX0")


@pytest.mark.parametrize("fragment", BROKEN)
def test_broken_link_says_so_and_starts_anew(visitor: Visitor, fragment: str) -> None:
    visitor.open("en", fragment)
    expect(visitor.page.locator("#wizard-notice")).to_contain_text("damaged")
    assert visitor.field == "situation"
    visitor.answer("back_home")
    expect(visitor.page.locator("#wizard-notice")).to_be_hidden()
    assert visitor.faults == []


def test_unknown_answers_are_named_and_the_rest_is_kept(visitor: Visitor) -> None:
    head = {**GHANA, "needs": ["work"], "trafficking_or_violence": False}
    visitor.open("en", link_hash({**head, "shoe_size": 44, "age": "old"}))
    visitor.wait_for_next()
    expect(visitor.page.locator("#wizard-problems li")).to_have_count(2)
    visitor.interview({})
    visitor.expect_plan()


OLD = {
    "situation": "thinking_of_leaving",
    "nationality": "NG",
    "residence_country": "NG",
    "age": 40,
    "highest_qualification": "none",
    "german_level": "none",
    "trafficking_or_violence": False,
    "job_offer": "none",
    "previous_stay_as_asylum_seeker_or_tolerated": False,
    "english_level": "B2",
    "experience_years_last7": 0,
    "training_place": False,
    "funds_including_health_insurance": False,
    "partner_also_applies": False,
    "valid_passport": True,
}


def test_link_from_before_there_were_goals_opens_its_plan(visitor: Visitor) -> None:
    visitor.open("en", link_hash(OLD))
    visitor.expect_plan()
    goals = visitor.page.locator('.answer:has([data-change="goals"])')
    expect(goals).to_contain_text("I don't know")
    goals.locator("button").click()
    assert visitor.field == "goals"
    visitor.choose("unknown")
    visitor.answer(["family"])
    expect(visitor.page.locator("#q-sponsor_relation")).to_be_visible()


def test_link_to_the_first_questions_asks_for_goals(visitor: Visitor) -> None:
    visitor.open("en", link_hash({"situation": "thinking_of_leaving", "nationality": "NG"}))
    assert visitor.field == "goals"


def test_link_cannot_bring_its_own_html(visitor: Visitor) -> None:
    evil = '<img src=x onerror="document.title=`evil`"><script>document.title="evil"</script>'
    visitor.open("en", link_hash({**GHANA, "needs": ["work"], "place": evil, evil: evil}))
    visitor.interview({})
    visitor.expect_plan()
    assert visitor.page.title() != "evil"
    assert visitor.page.locator("#wizard img").count() == 0


def test_copied_link_leads_to_the_same_plan(visitor: Visitor, new_visitor: Callable[[], Visitor]) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.open()
    visitor.interview({"situation": "back_home", "nationality": "GM", "needs": ["business"]})
    visitor.page.locator("#wizard-copy").click()
    expect(visitor.page.locator("#wizard-copied-text")).to_be_visible()
    link = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "#a=" in link
    friend = new_visitor()
    friend.page.goto(link)
    friend.expect_plan()
    assert friend.page.inner_text("#wizard-plan-body") == visitor.page.inner_text("#wizard-plan-body")


def test_link_to_copy_by_hand_where_copying_is_forbidden(visitor: Visitor) -> None:
    visitor.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    visitor.open("ar", link_hash(GHANA))
    visitor.interview({})
    visitor.page.locator("#wizard-copy").click()
    field = visitor.page.locator("#wizard-link")
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    assert "#a=" in field.input_value()


def test_link_opened_in_the_same_tab(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("thinking_of_leaving")
    visitor.page.evaluate("hash => { location.hash = hash }", link_hash(GHANA))
    expect(visitor.page.locator("#q-needs")).to_be_visible()
