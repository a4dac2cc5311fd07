"""Debian's WebKitGTK in its MiniBrowser, on a screen of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.engines.needed import program


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
        self.log = folder / "webkit.log"
        self.log.touch()
        self.width = width
        self.size = (width, height)
        self.screen = Screen(width, height)
        options = Options()
        options.binary_location = str(self._telling(folder))
        options.overlay_scrollbars_enabled = True
        for argument in ("--automation", "--full-screen", "--enable-write-console-messages-to-stdout=true"):
            options.add_argument(argument)
        environment = {**os.environ, "DISPLAY": self.screen.name, "LIBGL_ALWAYS_SOFTWARE": "1"}
        service = Service(program("WebKitWebDriver"), env=environment)
        try:
            self.driver = WebKitGTK(options=options, service=service)
            self.shrink()
        except BaseException:
            self.screen.close()
            raise

    def _telling(self, folder: Path) -> Path:
        """The browser, but what it says goes into our log: its driver drops it."""
        browser = program("MiniBrowser", "/usr/lib/*/webkit2gtk-4*/MiniBrowser")
        script = folder / "browser.sh"
        script.write_text(f'#!/bin/sh\nexec "{browser}" "$@" >>"{self.log}" 2>&1\n', encoding="utf-8")
        script.chmod(0o755)
        return script

    @property
    def version(self) -> str:
        return f"WebKitGTK {self.driver.capabilities['browserVersion']}"

    @property
    def faults(self) -> list[str]:
        """Errors of pages, and what pages say to be one."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if ": CONSOLE " in line and " ERROR " in line]

    def shrink(self) -> None:
        """Gives the tab in front the size of the screen."""
        self.driver.set_window_rect(0, 0, *self.size)

    def close(self) -> None:
        self.driver.quit()
        self.screen.close()
