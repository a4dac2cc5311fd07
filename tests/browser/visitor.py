"""What visitors do on the wizard page."""

from __future__ import annotations

import base64
import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from wizard.serve import StaticHost

# Python needs a second or two; a busy machine needs more.
PATIENCE = 60_000


def link_hash(answers: dict[str, Any]) -> str:
    """The part of a link that holds answers."""
    packed = base64.urlsafe_b64encode(json.dumps(answers).encode()).decode().rstrip("=")
    return f"#a={packed}"


class Visitor:
    """One tab."""

    def __init__(self, page: Page, host: StaticHost) -> None:
        self.page = page
        self.host = host
        self.faults: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, locale: str = "en", fragment: str = "") -> None:
        folder = "" if locale == "en" else f"{locale}/"
        self.page.goto(f"{self.host.address}{folder}wizard/{fragment}")

    @property
    def question(self) -> Locator:
        return self.page.locator("#wizard .question:visible")

    @property
    def field(self) -> str:
        return self.question.get_attribute("data-field") or ""

    @property
    def plan(self) -> Locator:
        return self.page.locator("#wizard-plan")

    def choose(self, value: object) -> None:
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        number = self.question.locator('input[type="number"], input[type="date"]')
        if value != "unknown" and number.count():
            number.fill(shown)
        else:
            self.question.locator(f'.option:has(input[value="{shown}"])').click()

    def go_on(self) -> None:
        self.question.locator(".continue").click()

    def answer(self, value: object) -> None:
        for one in value if isinstance(value, list) else [value]:
            self.choose(one)
        self.go_on()

    def wait_for_next(self) -> None:
        """Waits until there is a question or a plan."""
        self.page.locator("#wizard[data-shows=question], #wizard[data-shows=plan]").wait_for(timeout=PATIENCE)

    def interview(self, answers: dict[str, object]) -> list[str]:
        """Answers what is known, says `I don't know` to the rest, until the plan is there. The fields asked."""
        asked: list[str] = []
        for _ in range(60):
            self.wait_for_next()
            if self.plan.is_visible():
                return asked
            asked.append(self.field)
            before = self.question.get_attribute("id")
            self.answer(answers.get(self.field, "unknown"))
            self.page.wait_for_function("id => document.getElementById(id).hidden", arg=before)
        raise AssertionError(f"no plan after {asked}")

    def expect_plan(self) -> None:
        expect(self.plan).to_be_visible(timeout=PATIENCE)
        expect(self.plan.locator(".step").first).to_be_visible()

    def own_answers(self) -> list[str]:
        return [row.get_attribute("data-change") or "" for row in self.page.locator("#wizard-plan [data-change]").all()]
