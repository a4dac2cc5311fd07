"""What people do with the guide, in any engine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Protocol

from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from wizard.serve import StaticHost

# Seconds; Python needs a few, a busy machine more.
PATIENCE = 90
# Without a request for so long, a page has all it wants.
QUIET = 1
KEPT = """
const done = arguments[arguments.length - 1];
(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname.slice(1));
  }
  return found;
})().then(done, (error) => done([String(error)]));
"""
PICK = "const [field, day] = arguments; field.value = day; field.dispatchEvent(new Event('input', { bubbles: true }))"
CONTROLLED = "return Boolean(navigator.serviceWorker?.controller)"


def _hang_up(handler: BaseHTTPRequestHandler, _: Path) -> bool:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)
    return True


class Engine(Protocol):
    """A browser of another make than Chromium."""

    name: str
    width: int
    driver: WebDriver

    def __init__(self, folder: Path, width: int, height: int) -> None: ...
    @property
    def version(self) -> str: ...
    @property
    def faults(self) -> list[str]: ...
    def listen(self) -> None: ...
    def shrink(self) -> None: ...
    def close(self) -> None: ...


class Phone:
    """A browser with a small window, the server it visits, and what its owner taps."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.driver = engine.driver
        self.folder = folder
        self.host = StaticHost(folder)
        self.port = self.host.server_address[1]
        self._serve()

    def _serve(self) -> None:
        threading.Thread(target=self.host.serve_forever, args=[0.05], daemon=True).start()

    def fly(self) -> None:
        """Airplane mode: nobody answers any more. Neither driver can switch a network off, so the server goes."""
        # Lines that the browser holds open would still be served.
        self.host.disturb = _hang_up
        self.host.shutdown()
        self.host.server_close()

    def land(self) -> None:
        """The server is there again."""
        seen = self.host.seen
        self.host = StaticHost(self.folder, self.port)
        self.host.seen = seen
        self._serve()

    def open(self, address: str = "") -> None:
        # What was heard on the page before goes with it.
        _ = self.engine.faults
        self.driver.get(self.host.address + address)
        self.engine.listen()
        assert self.script("return innerWidth") == self.engine.width

    def new_tab(self) -> None:
        """Closes this tab and opens another one, as a later visit does."""
        old = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        new = self.driver.current_window_handle
        self.driver.switch_to.window(old)
        self.driver.close()
        self.driver.switch_to.window(new)
        self.engine.shrink()

    def script(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def wait(self, until: Callable[[], Any], what: str) -> Any:
        """Waits until this is true, and gives what it is."""
        return WebDriverWait(self.driver, PATIENCE, 0.1).until(lambda _: until(), f"{self.engine.name}: {what}")

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def tap(self, selector: str) -> None:
        one = self.one(selector)
        self.script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", one)
        one.click()

    def text(self, selector: str) -> str:
        """All text of an element, visible or not."""
        found = self.script("return document.querySelector(arguments[0])?.textContent ?? ''", selector)
        return " ".join(found.split())

    # --- the wizard ---------------------------------------------------------------------------------------------

    @property
    def shows(self) -> str:
        return self.script("return document.getElementById('wizard')?.dataset.shows") or ""

    @property
    def question(self) -> str:
        """The id of the question that is asked."""
        return self.script("return document.querySelector('#wizard .question:not([hidden])')?.id") or ""

    @property
    def field(self) -> str:
        return self.script("return document.querySelector('#wizard .question:not([hidden])')?.dataset.field") or ""

    def answer(self, value: object) -> None:
        """Answers the question on the screen and goes on to what comes after it."""
        before = self.question
        for one in value if isinstance(value, list) else [value]:
            self._choose(before, str(one).lower() if isinstance(one, bool) else str(one))
        self.tap(f"#{before} .continue")
        self.wait(lambda: self.question != before and self.shows in ("question", "plan"), f"what follows {before}")

    def _choose(self, question: str, value: str) -> None:
        numbers = self.all(f'#{question} input[type="number"]')
        dates = self.all(f'#{question} input[type="date"]')
        if value != "unknown" and numbers:
            numbers[0].send_keys(value)
        elif value != "unknown" and dates:
            # As the phone's own calendar does: each engine has other keys for it.
            self.script(PICK, dates[0], value)
        else:
            self.tap(f'#{question} .option:has(input[value="{value}"])')

    def interview(self, answers: dict[str, object]) -> list[str]:
        """Answers what is known, says `I don't know` to the rest, until the plan is there. The fields asked."""
        asked: list[str] = []
        while len(asked) < 60:
            if self.shows == "plan":
                return asked
            asked.append(self.field)
            self.answer(answers.get(self.field, "unknown"))
        raise AssertionError(f"no plan after {asked}")

    # --- what is kept -------------------------------------------------------------------------------------------

    def kept(self) -> list[str]:
        """Addresses on the phone."""
        return self.driver.execute_async_script(KEPT)

    def settle(self, *wanted: str) -> None:
        """Waits until the service worker is there, all these addresses are on the phone, and no more come."""
        self.wait(lambda: self.script(CONTROLLED), "a service worker")
        self.wait(lambda: set(wanted) <= set(self.kept()), f"{wanted} on the phone")
        self.rest()

    def rest(self) -> None:
        """Waits until the page asks for nothing more, as somebody who reads does."""
        seen = -1
        while seen < len(self.host.seen):
            seen = len(self.host.seen)
            time.sleep(QUIET)

    # --- how it looks -------------------------------------------------------------------------------------------

    def picture(self, name: str) -> Path:
        """Keeps what is on the screen, for people to look at."""
        file = Path("build") / "engines" / f"{self.engine.name}-{name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(self.driver.get_screenshot_as_png())
        return file

    @property
    def sideways(self) -> int:
        """Pixels that the page is wider than the screen."""
        return self.script("return document.documentElement.scrollWidth - innerWidth")

    def close(self) -> None:
        self.engine.close()
        self.host.shutdown()
        self.host.server_close()
