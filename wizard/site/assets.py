"""Style sheet, script and icon of the guide: small files with the hash of their content in the name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wizard.site.icons import icons_css
from wizard.site.small_scripts import small_scripts

FOLDER = Path(__file__).resolve().parent.parent.parent / "overrides" / "assets"
# Order matters: later sheets build on earlier ones, print comes last.
SHEETS = (
    "colours.css",
    "base.css",
    "frame.css",
    "prose.css",
    "cards.css",
    "plan.css",
    "routes.css",
    "home.css",
    "guide.css",
    "glossary.css",
    "finding.css",
    "trust.css",
    "offline.css",
    "print.css",
)
# The page of the questions has its styles inside, and nothing of what these sheets and other drawings are for.
NOT_FOR_QUESTIONS = ("home.css", "guide.css", "glossary.css", "routes.css", "trust.css")
ICONS_OF_QUESTIONS = ("magnify", "menu", "printer-outline", "translate")
# Scripts that a page loads only when they are wanted.
ON_DEMAND = ("send", "read-aloud")


@dataclass(frozen=True)
class Asset:
    """One file to write into the site, and its address there."""

    address: str
    content: str


def smaller_css(css: str) -> str:
    """The sheet without comments and needless space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}").strip() + "\n"


def small_script(name: str) -> str:
    """A script of the guide as phones load it."""
    return small_scripts(FOLDER, sorted(path.name for path in FOLDER.glob("*.js")))[f"{name}.js"]


def named(folder: str, stem: str, ending: str, content: str) -> Asset:
    """A file with the hash of its content in its name."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return Asset(f"{folder}/{stem}.{digest}.{ending}", content)


@cache
def style_sheet() -> Asset:
    """All sheets of the guide as one."""
    return named("assets", "guide", "css", _joined(SHEETS) + icons_css(site_icon().content))


def style_of_questions() -> str:
    """Those of the sheets that the page of the questions needs, to be written into it."""
    sheets = [name for name in SHEETS if name not in NOT_FOR_QUESTIONS]
    return _joined(sheets) + icons_css(site_icon().content, ICONS_OF_QUESTIONS)


def _joined(sheets: Iterable[str]) -> str:
    return smaller_css("\n".join((FOLDER / name).read_text(encoding="utf-8") for name in sheets))


@cache
def script() -> Asset:
    """The small script of the guide: old facts, folded parts in print, share and listen. No page needs it."""
    return named("assets", "guide", "js", small_script("guide"))


def search_script() -> Asset:
    """The script of the search page, which no other page loads."""
    return named("assets", "find", "js", small_script("search"))


def search_style_sheet() -> Asset:
    """The sheet of the search page."""
    return named("assets", "find", "css", smaller_css((FOLDER / "search.css").read_text(encoding="utf-8")))


@cache
def site_icon() -> Asset:
    """The signpost in the browser's tab."""
    return named("assets", "signpost", "svg", (FOLDER / "signpost.svg").read_text(encoding="utf-8"))


def read_again() -> None:
    """Forgets what was read: `mkdocs serve` builds again in the same program after a change."""
    for one in (style_sheet, script, site_icon):
        one.cache_clear()
