"""One program that builds the site into a folder, serves it and follows changes, until its input ends.

`python -m wizard.live.worker FOLDER LINE`: LINE is the number of a line that `wizard.live` has opened. It writes
`ready` when the site is built, and reads one change a line: the names of the files as JSON, with `again` in front when
another worker has taken them in before. What people are to read goes to stderr.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from wizard.live import ROOT
from wizard.live.host import LiveHost
from wizard.live.pages import Pages
from wizard.live.sentence import sentence

_QUIET = 2.0


def say(text: str) -> None:
    """One line for people."""
    print(text, file=sys.stderr, flush=True)


class Check:
    """Says each fault of the facts, some time after the last change and behind all else: pages need not wait for it."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._one = threading.Lock()

    def soon(self) -> None:
        """Puts it off to the next quiet moment."""
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(_QUIET, self._run)
        self._timer.daemon = True
        self._timer.start()

    def _run(self) -> None:
        command = ["nice", "-n", "10", sys.executable, "-m", "wizard", "check"]
        with self._one:
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            say(done.stdout.strip() or done.stderr.strip())


def main() -> None:
    """Builds, then serves and follows."""
    # Ctrl+C reaches all programs of a terminal: the one above ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pages = Pages(Path(sys.argv[1]), say)
    except (Exception, SystemExit) as error:
        say(sentence(error))
        sys.exit(1)
    host = LiveHost(pages, socket.socket(fileno=int(sys.argv[2])))
    threading.Thread(target=host.serve_forever, daemon=True).start()
    print("ready", flush=True)
    check = Check()
    for line in sys.stdin:
        files: list[str] = json.loads(line.removeprefix("again "))
        begin = time.monotonic()
        if pages.take_in(files) and not line.startswith("again "):
            say(f"{', '.join(files[:3])}: taken in after {time.monotonic() - begin:.1f} s.")
            if any(name.startswith("wizard/facts/") for name in files):
                check.soon()
    shutil.rmtree(pages.folder, ignore_errors=True)
    # Open lines of pages must not keep us.
    os._exit(0)


if __name__ == "__main__":
    main()
