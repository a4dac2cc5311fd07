"""Licences and third parties: the table of THIRD-PARTY.md as a list, and links to the licences that are shipped."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from wizard.site.view import Html, View, relative

_ROOT = Path(__file__).resolve().parents[2]
# Address below the site's root, and the file of the repository.
SHIPPED = {
    "program": ("licences/program.txt", "LICENSE"),
    "texts": ("licences/texts.txt", "LICENSE-TEXTS"),
    "third-parties": ("licences/third-parties.txt", "THIRD-PARTY.md"),
}
_ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)
_URL = re.compile(r"https://[^\s,;)]+")


def licence_files() -> dict[str, str | bytes]:
    """The licences as they stand in the repository, to be read beside the pages."""
    return {address: (_ROOT / file).read_bytes() for address, file in SHIPPED.values()}


def licence_link(view: View, name: str) -> Html:
    """A link to one of them."""
    address = escape(relative(view.url, SHIPPED[name][0]))
    return Html(f'<a href="{address}" hreflang="en">{view.t(f"trust.licence.{name}")}</a>')


def third_parties_html(view: View) -> Html:
    """What others made and the site ships, with its licence. The words are those of THIRD-PARTY.md, in English."""
    rows = [
        [cell.strip() for cell in row.split("|")]
        for row in _ROW.findall((_ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8"))
    ]
    items = "".join(
        f"<li><strong>{_inline(part)}</strong><br>{_inline(licence)} · {_inline(where)}</li>"
        for part, licence, where in rows[2:]
    )
    return Html(f'<ul class="third-parties" lang="en" dir="ltr">{items}</ul>')


def _inline(cell: str) -> str:
    shown = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(cell))
    return _URL.sub(lambda m: f'<a href="{m.group()}" rel="noreferrer">{m.group().removeprefix("https://")}</a>', shown)
