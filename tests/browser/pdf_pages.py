"""As much of a PDF as the tests need: its pages, how full they are, and where their links lead."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

# CSS pixels: how tall a line is counted, and where the second column starts.
_BAND, _MIDDLE, _BANDS = 16, 350, 66


@dataclass(frozen=True)
class PdfPage:
    """One sheet."""

    used: float
    scale: float
    links: list[str]


def pdf_pages(pdf: bytes) -> list[PdfPage]:
    """The pages of a PDF that Chromium printed, in order."""
    objects = {int(m[1]): m[2] for m in re.finditer(rb"(\d+) 0 obj\s(.*?)\sendobj", pdf, re.DOTALL)}
    sheets = [body for _, body in sorted(objects.items()) if re.search(rb"/Type /Page\b", body)]
    return [_page(objects, sheet) for sheet in sheets]


def _page(objects: dict[int, bytes], sheet: bytes) -> PdfPage:
    found = re.search(rb"/Contents (\d+) 0 R", sheet)
    assert found
    drawn = zlib.decompress(objects[int(found[1])].split(b"stream\n", 1)[1])
    scale = re.search(rb"^q\n([\d.]+) 0 0 \1 [-\d.]+ [-\d.]+ cm", drawn, re.MULTILINE)
    assert scale
    return PdfPage(_used(drawn), float(scale[1]), _links(objects, sheet))


def _used(drawn: bytes) -> float:
    """Share of the lines of both columns in which a text starts."""
    starts = re.findall(rb"1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm", drawn)
    lines = {(float(x) >= _MIDDLE, int(float(y)) // _BAND) for x, y in starts}
    return len(lines) / (2 * _BANDS)


def _links(objects: dict[int, bytes], sheet: bytes) -> list[str]:
    found = re.search(rb"/Annots \[([^\]]*)\]", sheet)
    numbers = re.findall(rb"(\d+) 0 R", found[1]) if found else []
    addresses = (re.search(rb"/URI \(([^)]*)\)", objects[int(number)]) for number in numbers)
    return [match[1].decode("latin-1") for match in addresses if match]
