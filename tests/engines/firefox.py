"""Debian's Firefox ESR with a small window."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from selenium.webdriver.firefox.options import Options
from selenium.webdriver.remote.webdriver import WebDriver

from tests.engines.marionette import Marionette
from tests.engines.needed import program

# It looks for nothing on the internet, and the system chooses the port.
SETTINGS = {
    "marionette.port": "0",
    "remote.prefs.recommended": "true",
    "browser.shell.checkDefaultBrowser": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "app.normandy.enabled": "false",
}
WAIT = 60  # seconds


class Firefox:
    """One Firefox that knows nothing yet."""

    name = "firefox"

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self.width = width
        self.size = {"width": width, "height": height}
        profile = folder / "profile"
        profile.mkdir()
        lines = [f'user_pref("{name}", {value});' for name, value in SETTINGS.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [program("firefox-esr", "firefox"), "--headless", "--no-remote", "--marionette"]
        # The second protocol (BiDi) tells of errors and makes the window smaller than Firefox itself allows.
        command += ["--remote-debugging-port", "0", "--profile", str(profile)]
        with (folder / "firefox.log").open("w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        options = Options()
        options.set_capability("webSocketUrl", True)
        try:
            self.driver = WebDriver(command_executor=Marionette(self._port(profile)), options=options)
            self._faults: list[str] = []
            self.driver.script.add_javascript_error_handler(lambda entry: self._faults.append(str(entry.text)))
            self.driver.script.add_console_message_handler(self._hear)
            self.shrink()
        except BaseException:
            self.close()
            raise

    @property
    def version(self) -> str:
        return f"Firefox {self.driver.capabilities['browserVersion']}"

    @property
    def faults(self) -> list[str]:
        """Errors of pages, and what pages say to be one."""
        return list(self._faults)

    def listen(self) -> None:
        """Firefox tells by itself."""

    def _hear(self, entry: object) -> None:
        if getattr(entry, "level", "") == "error":
            self._faults.append(str(getattr(entry, "text", "")))

    def shrink(self) -> None:
        """Gives the tab in front the size of a phone."""
        self.driver.browsing_context.set_viewport(context=self.driver.current_window_handle, viewport=self.size)

    def _port(self, profile: Path) -> int:
        said = profile / "MarionetteActivePort"
        begin = time.monotonic()
        while time.monotonic() - begin < WAIT:
            if self.process.poll() is not None:
                break
            if said.is_file() and said.read_text().strip():
                return int(said.read_text())
            time.sleep(0.05)
        raise RuntimeError(f"Firefox did not start: see {profile.parent / 'firefox.log'}")

    def close(self) -> None:
        if hasattr(self, "driver"):
            self.driver.quit()
        try:
            self.process.wait(WAIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
