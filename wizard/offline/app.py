"""The app on the start screen: one manifest per language, icons made from the signpost."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from resvg_py import svg_to_bytes

from wizard.languages import Language
from wizard.site.assets import site_icon
from wizard.site.view import View

# Background and bar of the app: --paper and --accent of overrides/assets/colours.css.
PAPER, ACCENT = "#f6f7f4", "#0b5c5e"
SIZES = (192, 512)


def app_address(own: Language) -> str:
    """Address of a language's manifest from the root of the site."""
    return f"manifest.{own.locale}.webmanifest"


@cache
def icons() -> dict[str, bytes]:
    """Address -> PNG. A maskable icon is cut to a circle by some phones: its drawing keeps to the middle."""
    drawing = site_icon().content
    body = drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")]
    full = f'<rect width="32" height="32" fill="{ACCENT}"/><g transform="translate(4.8 4.8) scale(.7)">{body}</g>'
    maskable = f"{drawing[: drawing.index('>') + 1]}{full}</svg>"
    made = {f"app-{size}": _png(drawing, size) for size in SIZES}
    made[f"app-maskable-{SIZES[-1]}"] = _png(maskable, SIZES[-1])
    return {f"assets/{name}.{hashlib.sha256(png).hexdigest()[:8]}.png": png for name, png in made.items()}


def _png(svg: str, size: int) -> bytes:
    return bytes(svg_to_bytes(svg_string=svg, width=size, height=size))


def manifest(view: View) -> str:
    """The manifest: the app starts in the language the visitor installed it from."""
    own = view.language
    start = f"./{own.folder}"
    rows = [
        {"src": address, "type": "image/png", "sizes": f"{size}x{size}", "purpose": purpose}
        for address, size, purpose in zip(icons(), (*SIZES, SIZES[-1]), ("any", "any", "maskable"), strict=True)
    ]
    content = {
        "id": start,
        "name": "Wegweiser",
        "short_name": "Wegweiser",
        "description": view.plain("site.offline.app.description"),
        "lang": own.lang,
        "dir": own.direction,
        "start_url": start,
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": rows,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
