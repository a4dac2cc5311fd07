"""Icons, read from the theme's own set. They are drawn by the style sheet, which comes once, so no page pays for them again."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import material

_FOLDER = Path(material.__file__).parent / "templates" / ".icons" / "material"
# All that pages use: `icon` refuses others, because the style sheet would not have them.
NAMES = (
    "airplane-takeoff",
    "arrow-right",
    "email-outline",
    "home-heart",
    "home-import-outline",
    "lock-outline",
    "magnify",
    "menu",
    "message-text-outline",
    "phone",
    "printer-outline",
    "share-variant-outline",
    "translate",
    "volume-high",
    "whatsapp",
)


def icon(name: str) -> str:
    """The place of the drawing of that name. It is empty for screen readers: the text beside it says the same."""
    assert name in NAMES, name
    return f'<i class="icon icon--{name}"></i>'


@cache
def icons_css() -> str:
    """A rule for each drawing; how they are painted stands in `base.css`."""
    return "".join(f".icon--{name}{{--drawing:url({_address(name)})}}\n" for name in NAMES)


def _address(name: str) -> str:
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    path = re.search(r'<path d="([^"]*)"\s*/>', drawing)
    assert path, name
    svg = f"%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='{path[1]}'/%3E%3C/svg%3E"
    return f'"data:image/svg+xml,{svg}"'
