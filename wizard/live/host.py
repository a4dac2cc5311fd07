"""The web server of `make serve`: brings a page up to date before it is sent, tells open pages when to load anew."""

from __future__ import annotations

import hashlib
import socket
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from wizard.live.pages import Pages
from wizard.serve import StaticHost

CHANGES = "/-/changes"
_RELOAD = Path(__file__).with_name("reload.js").read_text(encoding="utf-8")
# So often an open line is used: otherwise nobody notices that a page has gone.
_SECONDS = 15


class LiveHost(StaticHost):
    """Serves pages as they are in the sources now, on a line that is open already."""

    def __init__(self, pages: Pages, line: socket.socket) -> None:
        super().__init__(pages.folder, compress=False, line=line)
        self.pages = pages
        self.disturb = self._changes

    def find(self, address: str) -> Path | None:
        """The file that an address means, made anew where something has changed."""
        path = (self.folder / unquote(urlsplit(address).path).lstrip("/")).resolve()
        if path.is_relative_to(self.folder):
            self.pages.fresh(path / "index.html" if path.is_dir() else path)
        return super().find(address)

    def content(self, path: Path) -> bytes:
        """The file; a page gets a few lines that wait for changes."""
        content = path.read_bytes()
        if path.suffix != ".html":
            return content
        script = _RELOAD.replace("{{ has }}", _digest(content))
        before, end, after = content.rpartition(b"</body>")
        return before + f'<script type="module">\n{script}</script>\n'.encode() + end + after

    def etag(self, path: Path) -> str:
        """Changes with the file, even twice in the same moment."""
        return f'"{_digest(path.read_bytes())}"'

    def _changes(self, handler: BaseHTTPRequestHandler, _: Path) -> bool:
        """Answers the script: one line as soon as the page is another than the one it came with."""
        asked = urlsplit(handler.path)
        if asked.path != CHANGES:
            return False
        query = parse_qs(asked.query)
        page, has = query.get("page", ["/"])[0], query.get("has", [""])[0]
        handler.close_connection = True
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Cache-Control", "no-store")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(b"retry: 500\n\n")
        while True:
            number = self.pages.number
            found = self.find(page)
            if found and _digest(found.read_bytes()) != has:
                handler.wfile.write(b"data: changed\n\n")
                return True
            handler.wfile.write(b": waiting\n\n")
            handler.wfile.flush()
            with self.pages.changed:
                self.pages.changed.wait_for(lambda seen=number: self.pages.number != seen, timeout=_SECONDS)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:20]
