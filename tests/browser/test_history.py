"""Back button, reload, changes and deletion."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visitor import PATIENCE, Visitor

BACK_HOME: dict[str, object] = {"situation": "back_home", "nationality": "NG", "needs": ["work"]}


def test_back_shows_the_question_before_with_its_answer(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("back_home")
    visitor.answer("NG")
    visitor.page.go_back()
    assert visitor.field == "nationality"
    expect(visitor.question.locator('input[value="NG"]')).to_be_checked()
    visitor.page.go_back()
    assert visitor.field == "situation"
    expect(visitor.question.locator('input[value="back_home"]')).to_be_checked()
    visitor.page.go_forward()
    assert visitor.field == "nationality"


def test_own_back_button(visitor: Visitor) -> None:
    visitor.open()
    expect(visitor.page.locator("#wizard-back")).to_be_hidden()
    visitor.answer("back_home")
    visitor.page.locator("#wizard-back").click()
    expect(visitor.page.locator("#q-situation")).to_be_visible()


def test_back_from_the_plan_and_forward_to_it(visitor: Visitor) -> None:
    visitor.open()
    asked = visitor.interview(BACK_HOME)
    visitor.page.go_back()
    visitor.wait_for_next()
    assert visitor.field == asked[-1]
    visitor.page.go_forward()
    visitor.expect_plan()


def test_back_between_the_two_first_questions(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("someone_else")
    visitor.page.go_back()
    assert visitor.question.get_attribute("id") == "q-situation"
    expect(visitor.question.locator('input[value="someone_else"]')).to_be_checked()
    visitor.answer("back_home")
    assert visitor.field == "nationality"


def test_reload_keeps_question_and_answers(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("back_home")
    visitor.answer("NG")
    visitor.page.reload()
    assert visitor.field == "needs"
    visitor.page.go_back()
    expect(visitor.question.locator('input[value="NG"]')).to_be_checked()


def test_questions_of_the_rules_come_back(visitor: Visitor) -> None:
    """Only the first questions stand in the page: a later one is there again after a reload, back, and a change."""
    visitor.open()
    family = {"situation": "thinking_of_leaving", "nationality": "PK", "goals": ["family"], "sponsor_relation": "other"}
    visitor.interview(family)
    visitor.page.reload()
    visitor.expect_plan()
    assert visitor.page.locator("#q-sponsor_relation").count() == 0
    visitor.page.locator('[data-change="sponsor_relation"]').click()
    expect(visitor.question.locator('input[value="other"]')).to_be_checked()
    visitor.page.reload()
    expect(visitor.page.locator("#q-sponsor_relation")).to_be_visible(timeout=PATIENCE)
    visitor.answer("spouse")
    expect(visitor.page.locator("#q-sponsor_title")).to_be_visible()
    visitor.page.go_back()
    assert visitor.field == "sponsor_relation"
    expect(visitor.question.locator('input[value="spouse"]')).to_be_checked()


def test_questions_of_the_rules_speak_of_the_right_person(visitor: Visitor) -> None:
    visitor.open()
    visitor.answer("someone_else")
    answers = {"situation": "thinking_of_leaving", "nationality": "PK", "goals": ["study"]}
    visitor.interview(answers)
    visitor.page.locator('[data-change="university_admission"]').click()
    expect(visitor.question.locator("h2")).to_contain_text("the person")
    visitor.page.go_back()
    visitor.page.locator('[data-change="situation"]').click()
    visitor.page.evaluate("history.back()")
    visitor.expect_plan()


def test_reload_keeps_the_plan(visitor: Visitor) -> None:
    visitor.open()
    visitor.interview(BACK_HOME)
    visitor.page.reload()
    visitor.expect_plan()


def test_answers_stay_when_the_language_changes(visitor: Visitor) -> None:
    visitor.open()
    visitor.interview(BACK_HOME)
    visitor.open("ar")
    visitor.expect_plan()


def test_a_change_asks_only_what_is_new(visitor: Visitor) -> None:
    visitor.open()
    asked = visitor.interview(BACK_HOME)
    visitor.page.locator('[data-change="needs"]').click()
    assert visitor.field == "needs"
    expect(visitor.question.locator('input[value="work"]')).to_be_checked()
    visitor.choose("work")
    again = visitor.interview({"needs": ["health"]})
    visitor.expect_plan()
    assert again[0] == "needs"
    assert not set(again[1:]) & set(asked)


def test_delete_forgets_everything(visitor: Visitor) -> None:
    visitor.open()
    visitor.interview(BACK_HOME)
    visitor.page.locator("#wizard-delete").click()
    expect(visitor.page.locator("#wizard-notice")).to_be_visible()
    assert visitor.field == "situation"
    assert visitor.page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert visitor.page.locator("#wizard input:checked").count() == 0
    assert visitor.page.inner_html("#wizard-plan-body") == ""
    visitor.page.reload()
    assert visitor.field == "situation"
    assert visitor.page.locator("#wizard input:checked").count() == 0


def test_leaving_quickly_wipes_the_answers(visitor: Visitor) -> None:
    away: list[dict[str, str]] = []

    def answer(route: object) -> None:
        away.append(route.request.headers)  # type: ignore[attr-defined]
        route.fulfill(body="elsewhere")  # type: ignore[attr-defined]

    visitor.page.route("https://www.wikipedia.org/**", answer)
    visitor.open()
    visitor.interview({**BACK_HOME, "trafficking_or_violence": True})
    visitor.page.locator("#wizard-leave").click()
    visitor.page.wait_for_url("https://www.wikipedia.org/")
    assert away
    assert "referer" not in away[0]
    visitor.open()
    assert visitor.field == "situation"
    assert visitor.page.evaluate("sessionStorage.length") == 0


def test_leave_button_only_where_danger_is_asked_or_told(visitor: Visitor) -> None:
    visitor.open()
    leave = visitor.page.locator("#wizard-leave")
    expect(leave).to_be_hidden()
    visitor.interview(BACK_HOME)
    expect(leave).to_be_hidden()
    visitor.page.locator('[data-change="trafficking_or_violence"]').click()
    expect(leave).to_be_visible()


def test_jumps_within_the_page_leave_the_plan_alone(visitor: Visitor) -> None:
    visitor.open()
    visitor.interview(BACK_HOME)
    step = visitor.plan.locator(".step").last.get_attribute("id")
    visitor.page.evaluate("id => { location.hash = id }", step)
    visitor.expect_plan()
    visitor.page.go_back()
    visitor.expect_plan()
    visitor.page.go_back()
    visitor.wait_for_next()
    expect(visitor.question).to_be_visible()
