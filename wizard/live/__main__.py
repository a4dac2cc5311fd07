"""`python -m wizard.live [--port 8000]`: builds the site, serves it, shows each change of its sources (`make serve`).

The pages are made by a worker. When a change touches all pages (code, menu, a new page), another worker builds the
whole site beside it and takes over when it is done: until then, and when it fails, all pages stay as they were.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from wizard.live import ROOT
from wizard.live.watch import Change, Watcher

# So long after the last change the whole site is built anew: search, site map and published data follow.
SETTLED = 30.0
# What workers build into, with the number of the program that has started them.
FOLDER = "serve-"


class Worker:
    """One worker, and the folder that it builds into."""

    def __init__(self, line: socket.socket, events: queue.Queue[object], *, for_phones: bool, quiet: bool) -> None:
        self.quiet = quiet
        self.ready = self.stopped = False
        (ROOT / "build").mkdir(exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-", dir=ROOT / "build"))
        self._events = events
        self._for_phones = for_phones
        self._process: subprocess.Popen[str] | None = None
        self._missed: set[str] = set()
        self._lock = threading.Lock()
        threading.Thread(target=self._run, args=(line,), daemon=True).start()

    def _run(self, line: socket.socket) -> None:
        if not self._for_phones or _python_for_phones():
            self._work(line.fileno())
        shutil.rmtree(self.folder, ignore_errors=True)
        self.ready = False
        self._events.put(self)

    def _work(self, line: int) -> None:
        command = [sys.executable, "-m", "wizard.live.worker", str(self.folder), str(line)]
        with self._lock:
            if self.stopped:
                return
            self._process = subprocess.Popen(
                ["nice", "-n", "10", *command] if self.quiet else command, cwd=ROOT, pass_fds=(line,), text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            )  # fmt: skip
        assert self._process.stdout is not None
        for said in self._process.stdout:
            if said == "ready\n":
                self._catch_up()
                self._events.put(self)
        self._process.wait()

    def tell(self, change: Change) -> None:
        """Passes a change on; a worker that still builds gets all of them together afterwards."""
        with self._lock:
            if self.ready:
                self._send(json.dumps(sorted(change.files)))
            else:
                self._missed |= change.files

    def _catch_up(self) -> None:
        with self._lock:
            self.ready = True
            if self._missed:
                self._send(f"again {json.dumps(sorted(self._missed))}")

    def _send(self, line: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            # It has ended; its thread says so.
            return

    def stop(self) -> None:
        """Ends it; its folder goes too."""
        with self._lock:
            self.stopped = True
            if self._process:
                self._process.terminate()
                self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def _python_for_phones() -> bool:
    return subprocess.run([sys.executable, "-m", "wizard.runtime"], cwd=ROOT, check=False).returncode == 0


class Serving:
    """The worker that serves, the one that builds, and what to do at each event."""

    def __init__(self, line: socket.socket, settled: float) -> None:
        self.events: queue.Queue[object] = queue.Queue()
        self.line, self.settled = line, settled
        self.address = f"http://localhost:{line.getsockname()[1]}/"
        self.serving: Worker | None = None
        self.building: Worker | None = None
        self.changed_at: float | None = None
        self.begin = time.monotonic()

    def run(self) -> None:
        """Until it is interrupted."""
        _say("The whole site is built first (some 20 seconds).")
        _sweep()
        Watcher(self.events.put)
        self._build()
        while True:
            wait = max(0.0, self.changed_at + self.settled - time.monotonic()) if self.changed_at else None
            try:
                event = self.events.get(timeout=wait)
            except queue.Empty:
                self.changed_at = None
                if self.serving and not self.building:
                    self._build(quiet=True)
                continue
            if isinstance(event, Change):
                self._follow(event)
            elif isinstance(event, Worker) and not event.stopped:
                self._heard(event)

    def _follow(self, change: Change) -> None:
        cause = change.touches_all
        if cause or not (self.serving or self.building):
            if self.serving:
                _say(f"{change.said}: this touches all pages. The whole site is built anew; pages stay meanwhile.")
            self.changed_at = None
            self._build(for_phones=change.touches_phones)
            return
        self.changed_at = time.monotonic()
        for worker in (self.serving, self.building):
            if worker:
                worker.tell(change)

    def _build(self, *, for_phones: bool = False, quiet: bool = False) -> None:
        if self.building:
            self.building.stop()
        self.begin = time.monotonic()
        self.building = Worker(self.line, self.events, for_phones=for_phones, quiet=quiet)

    def _heard(self, worker: Worker) -> None:
        if worker.ready and worker is self.building:
            before, self.serving, self.building = self.serving, worker, None
            took = time.monotonic() - self.begin
            if before:
                before.stop()
            if not worker.quiet:
                _say(f"Wegweiser is at {self.address} (built in {took:.0f} s; follows changes; stop with Ctrl+C)")
        elif not worker.ready and worker is self.building:
            self.building = None
            state = "All pages stay as they were." if self.serving else "Nothing is served yet."
            _say(f"{state} Mend it: the build begins again by itself.")
        elif not worker.ready and worker is self.serving:
            _say("The program that makes the pages has ended. It is started again.")
            self.serving = None
            self._build()

    def stop(self) -> None:
        """Ends all workers."""
        for worker in (self.serving, self.building):
            if worker:
                worker.stop()


def _sweep() -> None:
    """Removes what programs that were ended in a bad moment have left."""
    for path in (ROOT / "build").glob(f"{FOLDER}*-*"):
        try:
            os.kill(int(path.name.split("-")[1]), 0)
        except ProcessLookupError:
            shutil.rmtree(path, ignore_errors=True)
        except PermissionError:
            # It runs, as somebody else's.
            continue


def _say(text: str) -> None:
    print(text, flush=True)


def main() -> None:
    """Serves until it is interrupted."""
    about = "Builds the site, serves it and follows changes."
    parser = argparse.ArgumentParser(prog="python -m wizard.live", description=about)
    parser.add_argument("--port", type=int, default=8000)
    quiet = "seconds without a change before all is built anew"
    parser.add_argument("--settled", type=float, default=SETTLED, help=quiet)
    options = parser.parse_args()
    try:
        line = socket.create_server(("127.0.0.1", options.port), backlog=64)
    except OSError as error:
        parser.error(f"Port {options.port} cannot be used ({error.strerror}). Take another one: make serve PORT=8001")
    # Who ends us in another way than with Ctrl+C also wants the workers gone.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    serving = Serving(line, options.settled)
    try:
        serving.run()
    except KeyboardInterrupt:
        print()
    finally:
        serving.stop()


if __name__ == "__main__":
    main()
