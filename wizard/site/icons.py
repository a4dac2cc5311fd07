"""Icons as inline SVG, read from the theme's own set: no request, no copied drawing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import material

_FOLDER = Path(material.__file__).parent / "templates" / ".icons" / "material"


@cache
def icon(name: str) -> str:
    """The drawing of that name, hidden from screen readers: the text beside it says the same."""
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    path = re.search(r"<path[^>]*>", drawing)
    assert path, name
    return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{path.group()}</svg>'
