"""Answers stay on the phone: no request carries them, none depends on them, none goes elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request

from tests.browser.visitor import Visitor, link_hash

SECRETS: dict[str, object] = {
    "situation": "back_home",
    "nationality": "IQ",
    "needs": ["psychosocial"],
    "serious_illness": True,
}


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_no_request_holds_an_answer_or_leaves_the_site(visitor: Visitor, locale: str) -> None:
    sent: list[str] = []

    def keep(request: Request) -> None:
        sent.append(json.dumps(request.headers) + str(request.post_data))

    visitor.page.context.on("request", keep)
    visitor.open(locale)
    visitor.interview(SECRETS)
    visitor.expect_plan()
    home = urlsplit(visitor.host.address).netloc
    assert {urlsplit(address).netloc for address in visitor.requests if not address.startswith("blob:")} == {home}
    for request in [*visitor.host.seen, *sent]:
        assert "?" not in request.partition("HTTP")[0].partition("{")[0]
        for secret in ("back_home", "iraq", "psychosocial", "/IQ", "IQ.", "#a="):
            assert secret not in request, request
    assert visitor.page.context.cookies() == []


def test_requests_are_the_same_whatever_is_answered(visitor: Visitor, new_visitor: Callable[[], Visitor]) -> None:
    def requests_for(who: Visitor, answers: dict[str, object]) -> set[str]:
        who.host.seen.clear()
        who.page.context.clear_cookies()
        who.open()
        who.interview(answers)
        who.expect_plan()
        return set(who.requests)

    first = requests_for(visitor, SECRETS)
    second = requests_for(new_visitor(), {"situation": "thinking_of_leaving", "nationality": "PK", "age": 30})
    assert first == second


def test_answers_of_a_link_are_not_sent(visitor: Visitor) -> None:
    visitor.open("de", link_hash(SECRETS))
    visitor.interview({})
    visitor.expect_plan()
    assert not [request for request in visitor.host.seen if "a=" in request]


def test_nothing_is_kept_but_in_this_tab(visitor: Visitor) -> None:
    visitor.open()
    visitor.interview(SECRETS)
    assert visitor.page.evaluate("localStorage.length") == 0
    assert visitor.page.evaluate("history.state") == {"view": "plan"}
