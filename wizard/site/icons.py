"""Icons, read from the theme's own set. They are drawn by the style sheet, which comes once, so no page pays for them again."""

from __future__ import annotations

import re
from collections.abc import Iterable
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


def icons_css(signpost: str, names: Iterable[str] = NAMES) -> str:
    """A rule for each drawing, and for the signpost of the site; how they are painted stands in `base.css`."""
    rules = [f".icon--{name}{{--drawing:url({_address(name)})}}\n" for name in names]
    return "".join([*rules, f".signpost{{--drawing:url({_data(signpost)})}}\n"])


def _address(name: str) -> str:
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    path = re.search(r'<path d="([^"]*)"\s*/>', drawing)
    assert path, name
    return _data(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{path.group()}</svg>')


def _data(svg: str) -> str:
    """The drawing inside the style sheet."""
    written = svg.strip().replace('"', "'").replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
    return f'"data:image/svg+xml,{written}"'
