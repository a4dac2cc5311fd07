"""A tab that nobody listens to: tools for developers keep all that a page loads, and that would count as its memory."""

from __future__ import annotations

import json
import time
from typing import Any

from playwright.sync_api import Browser, CDPSession

_STEP = 0.02  # seconds between two looks for an answer


class TabFault(Exception):
    """The page threw an error, or did not come to what was waited for."""


class Tab:
    """A tab of `width` by `height` CSS pixels with touch, driven by few commands of the DevTools protocol.

    Playwright's own pages switch on the recording of every answer of the network; it leaves alone the tabs of a
    browser context that it did not make.
    """

    def __init__(self, browser: Browser, width: int, height: int) -> None:
        self._answers: dict[int, dict[str, Any]] = {}
        self._asked = 0
        self._browser: CDPSession = browser.new_browser_cdp_session()
        self._browser.on("Target.receivedMessageFromTarget", self._hear)
        context = self._browser.send("Target.createBrowserContext")["browserContextId"]
        blank = {"url": "about:blank", "browserContextId": context}
        target = self._browser.send("Target.createTarget", blank)["targetId"]
        # Not "flatten": Playwright hands on no messages of sessions that it does not know.
        attached = self._browser.send("Target.attachToTarget", {"targetId": target, "flatten": False})
        self._session: str = attached["sessionId"]
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._send("Emulation.setDeviceMetricsOverride", size)
        self._send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        self._send("Page.enable")

    def open(self, address: str, script: str) -> None:
        """Goes to the address; the script runs before all others of the page."""
        self._send("Page.addScriptToEvaluateOnNewDocument", {"source": script})
        self._send("Page.navigate", {"url": address})

    def value(self, expression: str) -> Any:
        """What JavaScript gives, as JSON has it; TabFault when it throws."""
        answer = self._send("Runtime.evaluate", {"expression": expression, "returnByValue": True})
        if "exceptionDetails" in answer:
            raise TabFault(f"{expression} failed: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, expression: str, seconds: float, every: float = 0.25) -> Any:
        """The first value that counts as true. Asking often would itself cost the phone time."""
        end = time.monotonic() + seconds
        while not (value := self.value(expression)):
            if time.monotonic() > end:
                raise TabFault(f"{expression} did not come within {seconds:.0f} s")
            time.sleep(every)
        return value

    def _send(self, method: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        self._asked += 1
        message = json.dumps({"id": self._asked, "method": method, "params": parameters or {}})
        self._browser.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        while self._asked not in self._answers:
            # Playwright hears messages only while it waits for an answer of its own.
            self._browser.send("Browser.getVersion")
            time.sleep(_STEP)
        answer = self._answers.pop(self._asked)
        if "error" in answer:
            raise TabFault(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _hear(self, event: dict[str, Any]) -> None:
        if event["sessionId"] == self._session:
            message = json.loads(event["message"])
            if "id" in message:
                self._answers[message["id"]] = message
