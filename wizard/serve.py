"""A small web server for the built site, as good static hosts are: compresses, keeps hashed files, has 404 pages.

Files that `python -m wizard.site.compress` made are sent as they are.

`python -m wizard.serve [--port 8000] [FOLDER]`
"""

from __future__ import annotations

import argparse
import hashlib
import mimetypes
import socket
import sys
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

import brotli

TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json",
         ".whl": "application/zip", ".svg": "image/svg+xml", ".css": "text/css", ".html": "text/html",
         ".webmanifest": "application/manifest+json"}
# Everything below assets/ has the hash of its content in its address.
LASTING = "/assets/"


@cache
def _compressed(path: Path, changed: float) -> bytes:
    packed = path.with_name(f"{path.name}.br")
    if packed.is_file() and packed.stat().st_mtime >= changed:
        return packed.read_bytes()
    return brotli.compress(path.read_bytes(), quality=5)


@cache
def _etag(path: Path, changed: float) -> str:
    return f'"{hashlib.sha256(path.read_bytes()).hexdigest()[:20]}"'


class StaticHost(ThreadingHTTPServer):
    """Serves one folder. `seen` keeps each request; `disturb` may answer in its place (bad networks, wizard.live)."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int = 0, compress: bool = True, line: socket.socket | None = None) -> None:
        super().__init__(("127.0.0.1", port), _Handler, bind_and_activate=line is None)
        if line is not None:
            # Somebody else has opened it, and it outlives us.
            self.socket.close()
            self.socket, self.server_address = line, line.getsockname()
        self.folder = folder.resolve()
        self.compress = compress
        self.seen: list[str] = []
        self.disturb: Callable[[BaseHTTPRequestHandler, Path], bool] | None = None

    @property
    def address(self) -> str:
        """Where the site is: `http://localhost:8000/`."""
        return f"http://localhost:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who leaves in the middle of a file is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # pyright: ignore[reportArgumentType]

    def content(self, path: Path) -> bytes:
        """What is sent of a file, before it is compressed."""
        return path.read_bytes()

    def etag(self, path: Path) -> str:
        """Changes with what is sent."""
        return _etag(path, path.stat().st_mtime)

    def find(self, address: str) -> Path | None:
        """The file that an address means, if there is one."""
        path = (self.folder / unquote(urlsplit(address).path).lstrip("/")).resolve()
        if not path.is_relative_to(self.folder):
            return None
        if path.is_dir():
            path /= "index.html"
        return path if path.is_file() else None

    def not_found(self, address: str) -> Path:
        """The 404 page of the language that the address is in."""
        locale = address.lstrip("/").partition("/")[0]
        own = self.folder / locale / "404.html"
        return own if locale and own.is_file() else self.folder / "404.html"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = cast(StaticHost, self.server)
        path = urlsplit(self.path).path
        host.seen.append(f"{self.command} {self.path}")
        if (host.folder / unquote(path).lstrip("/")).is_dir() and not path.endswith("/"):
            self._send(301, b"", {"Location": path + "/"})
            return
        found = host.find(self.path)
        status = 200 if found else 404
        file = found or host.not_found(path)
        if host.disturb and host.disturb(self, file):
            return
        if not file.is_file():
            self._send(404, b"Not found\n", {"Content-Type": "text/plain"})
            return
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind.startswith("text/") or kind == "application/json" or kind.endswith("+json"):
            kind += "; charset=utf-8"
        lasting = status == 200 and path.startswith(LASTING)
        keep = "public, max-age=31536000, immutable" if lasting else "no-cache"
        headers = {"Content-Type": kind, "Cache-Control": keep, "ETag": host.etag(file)}
        if status == 200 and self.headers.get("If-None-Match") == headers["ETag"]:
            self._send(304, b"", headers)
            return
        content = host.content(file)
        if host.compress and "br" in self.headers.get("Accept-Encoding", ""):
            content = _compressed(file, file.stat().st_mtime)
            headers |= {"Content-Encoding": "br", "Vary": "Accept-Encoding"}
        self._send(status, content, headers)

    do_HEAD = do_GET

    def _send(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keeps the terminal quiet: requests are nobody's business."""


def main() -> None:
    """Serves until it is interrupted."""
    parser = argparse.ArgumentParser(prog="python -m wizard.serve", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    if not (options.folder / "index.html").is_file():
        parser.error(f"There is no site in {options.folder}. Run `make site` first.")
    with StaticHost(options.folder, options.port) as host:
        print(f"Wegweiser is at {host.address} (stop with Ctrl+C)", flush=True)
        try:
            host.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
