"""A slow line: a proxy on this machine with one token bucket for all bytes to the phone and a fixed delay per request.

DevTools throttling leaves workers and service workers alone; a line outside of the browser slows everything.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Profile:
    """Speed of a line: megabits a second down, and milliseconds from a question to the first byte of its answer."""

    name: str
    megabits: float
    delay_ms: int

    @property
    def bytes_per_second(self) -> float:
        """Bytes that arrive in one second."""
        return self.megabits * 1_000_000 / 8


PROFILES = {one.name: one for one in (Profile("fast", 9, 100), Profile("slow", 1.6, 150), Profile("poor", 0.4, 400))}


class SlowLine:
    """Forwards connections to a port of this machine as a line of that speed would; counts the bytes to the phone.

    A new connection waits one delay (its handshake), each request another. Upload costs no time: requests are small.
    """

    def __init__(self, port: int, profile: Profile) -> None:
        self.profile = profile
        self.bytes = 0
        self._target = ("127.0.0.1", port)
        self._free_at = 0.0
        self._bucket = threading.Lock()
        self._chunk = max(1400, int(profile.bytes_per_second * 0.005))
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    @property
    def address(self) -> str:
        """Where the phone finds the host behind the line."""
        return f"http://localhost:{self._socket.getsockname()[1]}/"

    def _accept(self) -> None:
        while True:
            try:
                phone, _ = self._socket.accept()
            except OSError:  # closed: the measurement is over
                return
            threading.Thread(target=self._connect, args=(phone,), daemon=True).start()

    def _connect(self, phone: socket.socket) -> None:
        time.sleep(self.profile.delay_ms / 1000)
        host = socket.create_connection(self._target)
        phone.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=self._down, args=(host, phone), daemon=True).start()
        # Whoever leaves in the middle closes its end; there is nobody left to tell.
        with suppress(OSError):
            while asked := phone.recv(65536):
                time.sleep(self.profile.delay_ms / 1000)
                host.sendall(asked)
        host.close()

    def _down(self, host: socket.socket, phone: socket.socket) -> None:
        with suppress(OSError):
            while answer := host.recv(self._chunk):
                self._pay(len(answer))
                phone.sendall(answer)
        phone.close()

    def _pay(self, size: int) -> None:
        with self._bucket:
            self.bytes += size
            start = max(time.monotonic(), self._free_at)
            self._free_at = start + size / self.profile.bytes_per_second
            due = self._free_at
        time.sleep(max(0.0, due - time.monotonic()))
