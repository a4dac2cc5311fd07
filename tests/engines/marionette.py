"""Lets Selenium drive Firefox without geckodriver, which Debian 12 lacks.

Firefox itself speaks Marionette, and geckodriver only translates WebDriver into it, command by command. So does this.
"""

from __future__ import annotations

import json
import socket
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection

# Seconds. Scripts and pages have limits of their own, which Firefox keeps.
SILENCE = 360

NAMES = {
    Command.NEW_SESSION: "WebDriver:NewSession",
    Command.QUIT: "Marionette:Quit",
    Command.SET_TIMEOUTS: "WebDriver:SetTimeouts",
    Command.GET: "WebDriver:Navigate",
    Command.GO_BACK: "WebDriver:Back",
    Command.GO_FORWARD: "WebDriver:Forward",
    Command.REFRESH: "WebDriver:Refresh",
    Command.GET_CURRENT_URL: "WebDriver:GetCurrentURL",
    Command.GET_TITLE: "WebDriver:GetTitle",
    Command.NEW_WINDOW: "WebDriver:NewWindow",
    Command.CLOSE: "WebDriver:CloseWindow",
    Command.SWITCH_TO_WINDOW: "WebDriver:SwitchToWindow",
    Command.W3C_GET_CURRENT_WINDOW_HANDLE: "WebDriver:GetWindowHandle",
    Command.W3C_GET_WINDOW_HANDLES: "WebDriver:GetWindowHandles",
    Command.FIND_ELEMENT: "WebDriver:FindElement",
    Command.FIND_ELEMENTS: "WebDriver:FindElements",
    Command.FIND_CHILD_ELEMENT: "WebDriver:FindElement",
    Command.FIND_CHILD_ELEMENTS: "WebDriver:FindElements",
    Command.CLICK_ELEMENT: "WebDriver:ElementClick",
    Command.CLEAR_ELEMENT: "WebDriver:ElementClear",
    Command.SEND_KEYS_TO_ELEMENT: "WebDriver:ElementSendKeys",
    Command.GET_ELEMENT_TEXT: "WebDriver:GetElementText",
    Command.GET_ELEMENT_RECT: "WebDriver:GetElementRect",
    Command.W3C_GET_ACTIVE_ELEMENT: "WebDriver:GetActiveElement",
    Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
    Command.W3C_EXECUTE_SCRIPT_ASYNC: "WebDriver:ExecuteAsyncScript",
    Command.SCREENSHOT: "WebDriver:TakeScreenshot",
    Command.PRINT_PAGE: "WebDriver:Print",
}
INSIDE = (Command.FIND_CHILD_ELEMENT, Command.FIND_CHILD_ELEMENTS)


class Marionette(RemoteConnection):
    """What Selenium calls in place of a driver's web address. A message is its length, a colon and JSON."""

    def __init__(self, port: int) -> None:
        super().__init__(client_config=ClientConfig(remote_server_addr=f"http://127.0.0.1:{port}", keep_alive=False))
        self._line = socket.create_connection(("127.0.0.1", port), timeout=SILENCE)
        self._incoming = self._line.makefile("rb")
        self._asked = 0
        self._read()

    def execute(self, command: str, params: dict[str, Any] | None) -> dict[str, Any]:
        """Carries out one command of Selenium's."""
        if command not in NAMES:
            raise WebDriverException(f"Marionette is not told how to do {command}: add it to {__name__}.NAMES")
        error, result = self._ask(NAMES[command], _translated(command, dict(params or {})))
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        return {"value": result["value"] if isinstance(result, dict) and list(result) == ["value"] else result}

    def close(self) -> None:
        """Hangs up."""
        self._incoming.close()
        self._line.close()

    def _ask(self, name: str, params: dict[str, Any]) -> tuple[Any, Any]:
        self._asked += 1
        message = json.dumps([0, self._asked, name, params]).encode()
        self._line.sendall(b"%d:%s" % (len(message), message))
        _, number, error, result = self._read()
        assert number == self._asked, "Marionette answers in order"
        return error, result

    def _read(self) -> Any:
        length = b""
        while (byte := self._incoming.read(1)) != b":":
            if not byte:
                raise WebDriverException("Firefox has gone")
            length += byte
        return json.loads(self._incoming.read(int(length)))


def _translated(command: str, params: dict[str, Any]) -> dict[str, Any]:
    params.pop("sessionId", None)
    if command == Command.NEW_SESSION:
        return params["capabilities"]["alwaysMatch"]
    if command == Command.QUIT:
        return {"flags": ["eForceQuit"]}
    if command == Command.SCREENSHOT:
        return {"full": False}
    if command in INSIDE:
        params["element"] = params.pop("id")
    return params
