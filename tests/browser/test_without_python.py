"""Browsers without scripts, without WebAssembly, without memory: the questions or plain pages still serve."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.disturbances import answer
from tests.browser.visitor import PATIENCE, Visitor
from wizard.languages import languages
from wizard.serve import StaticHost


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
def test_without_scripts_links_lead_to_the_next_steps(browser: Browser, host: StaticHost, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    visitor = Visitor(context.new_page(), host)
    visitor.open(locale)
    expect(visitor.page.locator("#wizard-steps")).to_be_hidden()
    link = visitor.page.locator('#wizard-without a[data-country="GH"][data-situation="back_home"]')
    link.click()
    assert visitor.page.url.endswith("/ghana/back-home/")
    expect(visitor.page.locator(".plan .step").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("broken", ["delete window.WebAssembly", "WebAssembly.validate = () => false"])
def test_without_webassembly(visitor: Visitor, broken: str) -> None:
    visitor.page.add_init_script(broken)
    visitor.open()
    visitor.answer("in_germany_thinking_of_return")
    visitor.answer("AL")
    for _ in range(3):
        visitor.answer("unknown")
    expect(visitor.page.locator("#wizard-failed-text")).to_contain_text("cannot run", timeout=PATIENCE)
    expect(visitor.page.locator("#wizard-retry")).to_be_visible()
    visitor.page.locator("#wizard-failed-link").click()
    assert visitor.page.url.endswith("/albania/returning/")
    expect(visitor.page.locator(".plan .step").first).to_be_visible()


def test_without_memory(visitor: Visitor) -> None:
    def too_big(handler: BaseHTTPRequestHandler, file: Path) -> bool:
        if file.name != "engine.js":
            return False
        refuse = b"WebAssembly.instantiate = () => Promise.reject(new RangeError('Out of memory'));\n"
        answer(handler, refuse + file.read_bytes(), kind="text/javascript")
        return True

    visitor.host.disturb = too_big
    visitor.open()
    expect(visitor.page.locator("#wizard-failed-text")).to_contain_text("memory", timeout=PATIENCE)


def test_first_question_needs_no_script(browser: Browser, host: StaticHost) -> None:
    context = browser.new_context()
    page = context.new_page()
    # Scripts that are on their way for ever.
    page.route("**/*.js", lambda route: None)
    page.goto(f"{host.address}wizard/", wait_until="commit")
    expect(page.locator("#q-situation h2")).to_be_visible()
    page.locator('#q-situation input[value="back_home"]').check()
    context.close()


def test_tap_before_the_script_counts(visitor: Visitor) -> None:
    held: list[Route] = []
    visitor.page.route("**/texts.js", lambda route: held.append(route))
    visitor.page.goto(f"{visitor.host.address}wizard/", wait_until="commit")
    visitor.choose("back_home")
    visitor.go_on()
    assert visitor.field == "situation"
    for route in held:
        route.continue_()
    expect(visitor.page.locator("#q-nationality")).to_be_visible()
