"""Small pictures that messengers show beside a shared link: title and date of the page, drawn at build time.

resvg shapes Arabic and needs no system library; the letters are DejaVu Sans (npm), which has Latin, Cyrillic and Arabic.
"""

from __future__ import annotations

import hashlib
import textwrap
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import resvg_py
from babel.core import get_global

from wizard.site import assets
from wizard.site.view import View

WIDTH, HEIGHT = 600, 315
_ROOT = Path(__file__).resolve().parents[2]
_FONT = _ROOT / "node_modules" / "dejavu-fonts-ttf" / "ttf" / "DejaVuSans-Bold.ttf"
_CACHE = _ROOT / "build" / "previews"
# Letters in a line of the title, and lines: longer titles end in dots.
_LETTERS, _LINES = 23, 3
_MARGIN = 40


@dataclass
class Previews:
    """The pictures of one build, each drawn once: pages with the same title and day share it, and later builds too."""

    files: dict[str, str | bytes] = field(default_factory=dict)

    def add(self, svg: str) -> str:
        """Address of the picture."""
        name = f"{hashlib.sha256(svg.encode()).hexdigest()[:16]}.png"
        address = f"assets/previews/{name}"
        if address not in self.files:
            self.files[address] = _drawn(svg, _CACHE / name)
        return address


def _drawn(svg: str, cached: Path) -> bytes:
    if cached.is_file():
        return cached.read_bytes()
    if not _FONT.is_file():
        raise FileNotFoundError(f"{_FONT} is missing. Run `npm ci` (make does it).")
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(_FONT)]))
    cached.parent.mkdir(parents=True, exist_ok=True)
    # A build that is stopped must not leave half a picture.
    part = cached.with_suffix(".part")
    part.write_bytes(png)
    part.replace(cached)
    return png


def preview_svg(view: View, title: str, date_line: str) -> str:
    """The drawing: sign and name, title, day, and that we are no office."""
    rtl = view.language.direction == "rtl"
    lines = textwrap.wrap(title, _LETTERS, max_lines=_LINES, placeholder=" …")
    rows = [
        _text("Wegweiser", 78, 26, "#0b5c5e", rtl, beside=56),
        *(_text(line, 140 + 44 * i, 34, "#17262a", rtl) for i, line in enumerate(lines)),
        _text(date_line, 264, 18, "#17262a", rtl),
        _text(view.plain("trust.preview.who"), 292, 15, "#4d5f63", rtl),
    ]
    x = WIDTH - _MARGIN - 42 if rtl else _MARGIN
    sign = assets.site_icon().content.strip().replace("<svg ", f'<svg x="{x}" y="46" width="42" height="42" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f6f7f4"/><rect width="{WIDTH}" height="12" fill="#0b5c5e"/>'
        f"{sign}{''.join(rows)}</svg>"
    )


def _text(text: str, y: int, size: int, colour: str, rtl: bool, beside: int = 0) -> str:
    # resvg starts every line from left to right: the embedding turns the ones of right-to-left languages.
    shown = f"\u202b{text}\u202c" if rtl else text
    x, anchor = (WIDTH - _MARGIN - beside, "end") if rtl else (_MARGIN + beside, "start")
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-family="DejaVu Sans" font-weight="bold" '
        f'font-size="{size}" fill="{colour}">{escape(shown)}</text>'
    )


def og_locale(lang: str) -> str:
    """`ar` -> `ar_EG`: the form that messengers know."""
    language, _, rest = lang.partition("-")
    if len(rest) == 2:
        return f"{language}_{rest}"
    parts = str(get_global("likely_subtags").get(language, language)).split("_")
    return f"{language}_{parts[-1]}" if len(parts) > 1 else language
