"""What visitors do who use the guide without internet."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.visitor import PATIENCE
from wizard.serve import StaticHost

KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname.slice(1));
  }
  return found;
}"""
STYLED = "getComputedStyle(document.querySelector('.top__bar')).display"


class Phone:
    """A browser that keeps things, and its first tab."""

    def __init__(self, browser: Browser, host: StaticHost, **options: object) -> None:
        self.host = host
        self.context: BrowserContext = browser.new_context(
            viewport={"width": 360, "height": 740}, service_workers="allow", **options  # type: ignore[arg-type]
        )
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, address: str = "", page: Page | None = None) -> Page:
        page = page or self.page
        page.goto(self.host.address + address)
        return page

    def settle(self, *wanted: str) -> None:
        """Waits until all these addresses are on the phone."""
        script = f"async wanted => {{ const kept = await ({KEPT})(); return wanted.every(one => kept.includes(one)) }}"
        self.page.wait_for_function("navigator.serviceWorker.controller", timeout=PATIENCE)
        for _ in range(600):
            if self.page.evaluate(script, list(wanted)):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"not kept: {set(wanted) - set(self.kept())}")

    def kept(self, part: str = "") -> list[str]:
        """Addresses on the phone."""
        return [address for address in self.page.evaluate(KEPT) if part in address]

    def fly(self, off: bool = True) -> None:
        """Airplane mode."""
        self.context.set_offline(off)

    @property
    def card(self) -> Locator:
        return self.page.locator("#offline")

    def ask_size(self) -> None:
        self.card.get_by_role("button", name="Save on this phone").click()
        expect(self.card).to_contain_text("This loads", timeout=PATIENCE)

    def load(self) -> None:
        self.card.get_by_role("button", name="and save").click()

    def save(self) -> None:
        self.ask_size()
        self.load()
        expect(self.card).to_contain_text("It now works without internet", timeout=PATIENCE)


def silent_after(seconds: float, wait: Callable[[float], None]) -> Callable[[BaseHTTPRequestHandler, Path], bool]:
    """A server that takes its time for pages."""

    def disturb(_: BaseHTTPRequestHandler, file: Path) -> bool:
        if file.name == "index.html":
            wait(seconds)
        return False

    return disturb
