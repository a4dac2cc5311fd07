"""The built site on a local server, and a visitor with a small phone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.offline_visits import Phone
from tests.browser.visitor import Visitor
from tests.site.conftest import Site, site
from wizard.bench.chromium import launch_arguments
from wizard.serve import StaticHost

__all__ = ["site"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **launch_arguments()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "service_workers": "block"}
    return {**browser_context_args, **phone}


@pytest.fixture(scope="session")
def server(site: Site) -> Iterator[StaticHost]:
    host = StaticHost(site.folder)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield host
    host.shutdown()


@pytest.fixture
def host(server: StaticHost) -> Iterator[StaticHost]:
    server.seen.clear()
    yield server
    server.disturb = None


@pytest.fixture
def phone(browser: Browser, host: StaticHost, site: Site) -> Iterator[Phone]:
    """A browser that may keep pages; the server has the built site again afterwards."""
    made = Phone(browser, host)
    yield made
    made.context.close()
    host.folder = site.folder


@pytest.fixture
def visitor(page: Page, host: StaticHost) -> Visitor:
    return Visitor(page, host)


@pytest.fixture
def new_visitor(context: BrowserContext, host: StaticHost) -> Callable[[], Visitor]:
    """Opens a tab for somebody else. Tabs behind others are slow, so it is opened only when it is needed."""
    return lambda: Visitor(context.new_page(), host)
