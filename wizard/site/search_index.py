"""The search index: made by Pagefind from the text of the finished pages, one per language, read on the phone."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from html import escape
from pathlib import Path

from wizard.site.search_text import page_text
from wizard.site.view import View

# Stands in the search pages until the index is made, since its name depends on all other pages.
FOLDER_TOKEN = "wegweisersearchfolder"
# These have nothing to find, or only what stands better elsewhere.
_LEFT_OUT = {"search", "site-map", "sources", "wizard"}
# All 13 countries have the same steps with the same offices, and what changed is full of old numbers: headings are enough.
_HEADINGS_ONLY = {"next-steps", "changes"}
# A list of sources answers no question; the page has it.
_SECTIONS_LEFT_OUT = {"sources"}
_NEEDED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "index/*", "fragment/*")


@dataclass(frozen=True)
class SearchRecord:
    """One thing that can be found: a page, or a section of a page. The address is relative to the language's folder."""

    language: str
    address: str
    title: str
    section: str
    text: str


@dataclass
class SearchIndex:
    """Collects the records of all pages, then makes the files."""

    records: list[SearchRecord] = field(default_factory=list)

    def add(self, view: View, kind: str, title: str, description: str, content: str) -> None:
        """Takes in one page: its title, what it says about itself, and the HTML below `main`."""
        if kind in _LEFT_OUT:
            return
        address = view.url.removeprefix(view.language.folder)
        page = page_text(content)
        lead = " ".join(section.text for section in page.sections if not section.heading) or description
        if kind in _HEADINGS_ONLY:
            lead = " ".join(f"{step}." for step in page.third_headings)
        self.records.append(SearchRecord(view.language.lang, address, title, "", lead))
        if kind not in _HEADINGS_ONLY:
            self.records += [
                SearchRecord(view.language.lang, f"{address}#{section.anchor}", title, section.heading, section.text)
                for section in page.sections
                if section.heading and section.anchor not in _SECTIONS_LEFT_OUT
            ]

    @property
    def folder(self) -> str:
        """Where the files stand below the site's root: a new name for each new content, so that phones keep them."""
        rows = json.dumps([asdict(record) for record in self.records], ensure_ascii=False)
        return f"assets/search/{hashlib.sha256(rows.encode()).hexdigest()[:10]}"

    def named(self, html: str) -> str:
        """The search page with the name of the folder in it."""
        return html.replace(FOLDER_TOKEN, self.folder)

    def files(self) -> dict[str, bytes]:
        """All files that the search page loads, by address from the site's root."""
        with tempfile.TemporaryDirectory() as folder:
            texts, made = Path(folder) / "texts", Path(folder) / "made"
            texts.mkdir()
            for number, record in enumerate(self.records):
                (texts / f"{number}.html").write_text(_html(record), encoding="utf-8")
            command = [sys.executable, "-m", "pagefind", "--site", str(texts), "--output-path", str(made), "--quiet"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                raise RuntimeError(f"Pagefind could not make the search index: {done.stdout}{done.stderr}")
            own = self.folder
            found = sorted({*(path for pattern in _NEEDED for path in made.glob(pattern)), *_programs(made)})
            return {f"{own}/{path.relative_to(made).as_posix()}": _always_the_same(path) for path in found}


def _programs(made: Path) -> set[Path]:
    """The WebAssembly that our languages load. Pagefind also writes one for languages whose endings it does not know."""
    entry = json.loads((made / "pagefind-entry.json").read_bytes())
    return {made / f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}


def _always_the_same(path: Path) -> bytes:
    """The file; Pagefind writes the languages of its list in another order each time, which would look like new content."""
    if path.name != "pagefind-entry.json":
        return path.read_bytes()
    entry = json.loads(path.read_bytes())
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _html(record: SearchRecord) -> str:
    """The record as Pagefind reads it: what is found in attributes is kept beside the text, not in it."""
    meta = {"title": record.title, "section": record.section, "at": record.address}
    names = ", ".join(f"{name}[data-{name}]" for name, value in meta.items() if value)
    values = " ".join(f'data-{name}="{escape(value)}"' for name, value in meta.items())
    # Who types the name of a page wants its beginning.
    title = "" if record.section else f'<p data-pagefind-weight="8">{escape(record.title)}.</p>'
    return (
        f'<!doctype html><html lang="{record.language}"><title></title>'
        f'<body><i data-pagefind-meta="{names}" {values}></i>{title}<p>{escape(record.text)}</p></body></html>'
    )
