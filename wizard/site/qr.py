"""QR codes as inline SVG, drawn at build time."""

from __future__ import annotations

from html import escape

import segno

from wizard.site.view import Html


def qr_svg(address: str, label: str) -> Html:
    """The QR code of an address, scalable, with a label for screen readers."""
    code = segno.make(address, micro=False, error="m")
    drawing = code.svg_inline(scale=1, border=2, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass="")
    return Html(drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1))
