"""Debian's WebKitGTK in its MiniBrowser, on a screen of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.engines.needed import program

LISTEN = """
window.faultsHeard = [];
const hear = (fault) => faultsHeard.push(String(fault));
addEventListener("error", (event) => hear(event.message));
addEventListener("unhandledrejection", (event) => hear(event.reason));
const say = console.error;
console.error = (...said) => { hear(said.join(" ")); say(...said); };
"""


class Screen:
    """A screen that nobody sees. Its size is the size of the page: a full-screen MiniBrowser has no bars."""

    def __init__(self, width: int, height: int) -> None:
        read, write = os.pipe()
        command = [program("Xvfb"), "-displayfd", str(write), "-nolisten", "tcp"]
        command += ["-screen", "0", f"{width}x{height}x24"]
        self.process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.name = f":{said.readline().strip()}"
        assert self.name != ":", "Xvfb did not start"

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(10)


class WebKit:
    """One MiniBrowser that knows nothing yet."""

    name = "webkit"

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self._faults: list[str] = []
        self.width = width
        self.size = (width, height)
        self.screen = Screen(width, height)
        options = Options()
        options.binary_location = program("MiniBrowser", "/usr/lib/*/webkit2gtk-4*/MiniBrowser")
        options.overlay_scrollbars_enabled = True
        options.add_argument("--automation")
        options.add_argument("--full-screen")
        environment = {**os.environ, "DISPLAY": self.screen.name, "LIBGL_ALWAYS_SOFTWARE": "1"}
        service = Service(program("WebKitWebDriver"), env=environment)
        try:
            self.driver = WebKitGTK(options=options, service=service)
            self.shrink()
        except BaseException:
            self.screen.close()
            raise

    @property
    def version(self) -> str:
        return f"WebKitGTK {self.driver.capabilities['browserVersion']}"

    @property
    def faults(self) -> list[str]:
        """Errors of pages after they have loaded, and what pages say to be one: the driver tells of none itself."""
        self._faults += self.driver.execute_script("return window.faultsHeard?.splice(0) ?? []")
        return list(self._faults)

    def listen(self) -> None:
        self.driver.execute_script(LISTEN)

    def shrink(self) -> None:
        """Gives the tab in front the size of the screen."""
        self.driver.set_window_rect(0, 0, *self.size)

    def close(self) -> None:
        self.driver.quit()
        self.screen.close()
