"""One program that builds the site into a folder, serves it and follows changes, until its input ends.

`python -m wizard.live.worker FOLDER LINE`: LINE is the number of a line that `wizard.live` has opened. It writes `ready`
when the site is built, and reads one change a line: the names of the files as JSON. What people are to read goes to stderr.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

from wizard.live.host import LiveHost
from wizard.live.pages import Pages
from wizard.live.sentence import sentence


def say(text: str) -> None:
    """One line for people."""
    print(text, file=sys.stderr, flush=True)


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
    for line in sys.stdin:
        files: list[str] = json.loads(line)
        begin = time.monotonic()
        if pages.take_in(files):
            say(f"{', '.join(files[:3])}: taken in after {time.monotonic() - begin:.1f} s.")
    # Open lines of pages must not keep us.
    os._exit(0)


if __name__ == "__main__":
    main()
