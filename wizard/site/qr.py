"""QR codes as inline SVG, drawn at build time; kept in build/qr/, because drawing one takes longer than making its page."""

from __future__ import annotations

import hashlib
import os
import threading
from html import escape
from pathlib import Path

import segno

from wizard.site.view import Html

_KEPT = Path(__file__).resolve().parents[2] / "build" / "qr"
# In the name of each kept drawing: another version may draw another one.
_DRAWN_BY = f"segno {segno.__version__} l"


def qr_svg(address: str, label: str) -> Html:
    """The QR code of an address, scalable, with a label for screen readers."""
    name = hashlib.sha256(f"{_DRAWN_BY} {address}".encode()).hexdigest()[:24]
    kept = _KEPT / f"{name}.svg"
    drawing = kept.read_text(encoding="utf-8") if kept.is_file() else _drawn(address, kept)
    return Html(drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1))


def _drawn(address: str, kept: Path) -> str:
    # The least correction of errors: fewer and so larger squares on the same 18 mm, and 100 bytes less on each page. segno
    # corrects more where that needs no more squares.
    code = segno.make(address, micro=False, error="l")
    drawing = code.svg_inline(scale=1, border=2, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass="")
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Another build may be drawing the same: each writes its own file and puts it in place at once.
    part = kept.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    part.write_text(drawing, encoding="utf-8")
    part.replace(kept)
    return drawing
