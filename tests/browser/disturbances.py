"""What bad networks and bad servers do to a file."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

Disturbance = Callable[[BaseHTTPRequestHandler, Path], bool]


def answer(
    handler: BaseHTTPRequestHandler, content: bytes, length: int = 0, status: int = 200, kind: str = "application/wasm"
) -> None:
    """Sends bytes; `length` is what the server says of them, if that is not the truth."""
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Cache-Control", "no-store")
    handler.send_header("Content-Length", str(length or len(content)))
    handler.end_headers()
    handler.wfile.write(content)
    handler.wfile.flush()


def missing(name: str) -> Disturbance:
    def disturb(handler: BaseHTTPRequestHandler, file: Path) -> bool:
        if file.name.endswith(name):
            answer(handler, b"gone", status=404)
        return file.name.endswith(name)

    return disturb


def cut_short(name: str) -> Disturbance:
    """The server believes in a shorter file."""

    def disturb(handler: BaseHTTPRequestHandler, file: Path) -> bool:
        if not file.name.endswith(name):
            return False
        half = file.read_bytes()[: file.stat().st_size // 2]
        answer(handler, half)
        return True

    return disturb


def torn(name: str) -> Disturbance:
    """The connection breaks in the middle."""

    def disturb(handler: BaseHTTPRequestHandler, file: Path) -> bool:
        if not file.name.endswith(name):
            return False
        whole = file.read_bytes()
        answer(handler, whole[: len(whole) // 2], len(whole))
        handler.close_connection = True
        return True

    return disturb


def damaged(name: str) -> Disturbance:
    def disturb(handler: BaseHTTPRequestHandler, file: Path) -> bool:
        if not file.name.endswith(name):
            return False
        whole = bytearray(file.read_bytes())
        whole[len(whole) // 2] ^= 255
        answer(handler, bytes(whole))
        return True

    return disturb
