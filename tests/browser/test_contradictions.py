"""Answers that do not fit together are asked about on the plan, and one tap mends them."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visitor import Visitor, link_hash

WRONG = {
    "situation": "thinking_of_leaving",
    "nationality": "GH",
    "age": 30,
    "highest_qualification": "vocational_ge2y",
    "experience_years_last7": 3,
    "experience_years_last5": 4,
}


def test_note_leads_to_the_question_and_goes_away(visitor: Visitor) -> None:
    visitor.open("en", link_hash(WRONG))
    visitor.interview({})
    visitor.expect_plan()
    note = visitor.plan.get_by_role("note")
    expect(note).to_contain_text("please look at these answers again")
    expect(note.get_by_role("button")).to_have_count(2)
    note.locator('[data-change="experience_years_last5"]').click()
    expect(visitor.page.locator("#q-experience_years_last5 h2")).to_be_focused()
    visitor.answer(3)
    visitor.expect_plan()
    expect(visitor.plan.get_by_role("note")).to_have_count(0)
    assert visitor.faults == []
