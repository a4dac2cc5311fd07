"""A site that stays in memory after its build: a page is made anew when it is asked for and something has changed.

With hooks.py the only file that knows MkDocs. Single pages go through the two functions that MkDocs' own build calls
for each page, so they come out as in a build.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _populate_page, build  # pyright: ignore[reportPrivateUsage]
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin, event_priority

from wizard.languages import languages
from wizard.live import ROOT
from wizard.live.sentence import sentence
from wizard.offline.publish import FOLDER, UNNAMED
from wizard.records.catalogue import Catalogue, english
from wizard.records.compile import all_facts
from wizard.site.build import Builder
from wizard.site.generated import Page as GeneratedPage
from wizard.site.search_index import FOLDER_TOKEN, SearchIndex

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

HOOKS = "wizard/site/hooks.py"
Say = Callable[[str], None]


class _Keeper(BasePlugin):
    """Takes from the build what single pages need afterwards."""

    def __init__(self) -> None:
        self.languages: dict[str, _Language] = {}
        self._nav: Navigation | None = None

    @event_priority(-300)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """The menu as templates know it."""
        self._nav = nav

    @event_priority(-300)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """All that one language has, when its pages are read."""
        assert self._nav is not None
        env.auto_reload = True
        plugin: Any = config.plugins["i18n"]
        self.languages[str(plugin.current_language)] = _Language(self._nav, _hooks().menu_in_use(), env, files)


@dataclass
class _Language:
    """What MkDocs made of one language: the menu as templates know it, as our hooks know it, templates and files."""

    nav: Navigation
    menu: Navigation
    env: Environment
    files: Files


@dataclass
class _Shown:
    """One page of one language, and of which state of the sources it is."""

    page: Page
    locale: str
    number: int = 0


class _OnDemand(Mapping[str, GeneratedPage]):
    """Generated pages by source address, each made when it is wanted."""

    def __init__(self, makers: dict[str, Callable[[], GeneratedPage]]) -> None:
        self._makers = makers
        self._made: dict[str, GeneratedPage] = {}

    def __getitem__(self, src_uri: str) -> GeneratedPage:
        if src_uri not in self._made:
            self._made[src_uri] = self._makers[src_uri]()
        return self._made[src_uri]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class Pages:
    """The site in `folder`: built once, then followed. `say` gets one sentence for each thing that is wrong."""

    def __init__(self, folder: Path, say: Say) -> None:
        self.folder, self.say = folder.resolve(), say
        # Grows with each change of the sources.
        self.number = 0
        self.changed = threading.Condition()
        self._lock = threading.RLock()
        self._pending: set[str] = set()
        self._files_of = 0
        self._warnings = _Warnings()
        logging.getLogger("mkdocs").addHandler(self._warnings)
        self._config: MkDocsConfig = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(self.folder), strict=False)
        keeper = _Keeper()
        self._config.plugins["wizard/live"] = keeper
        self._config.plugins.on_startup(command="serve", dirty=False)
        build(self._config)
        self._tell_warnings()
        self._languages = keeper.languages
        self._shown = {
            Path(file.abs_dest_path): _Shown(file.page, locale)
            for locale, one in self._languages.items()
            for file in one.files.documentation_pages()
            if file.page
        }
        self._builder: Builder = _hooks().go_on()
        self._search, self._builder.search = self._builder.search.folder, SearchIndex()
        self._version = f"{FOLDER}/{next(path.name for path in (self.folder / FOLDER).iterdir())}/"

    def __len__(self) -> int:
        return len(self._shown)

    def take_in(self, files: Iterable[str]) -> bool:
        """Follows a change of these sources. False when they are broken: all pages stay as they are until then."""
        with self._lock:
            self._pending |= set(files)
            _forget()
            try:
                english()
                for row in languages():
                    Catalogue(row.locale).text("site.name")
                if any(not name.startswith("docs/") for name in self._pending):
                    self._builder = self._next_builder()
            except Exception as error:
                self.say(sentence(error))
                return False
            written = {name.partition("/")[2].partition("/")[2] for name in self._pending if name.startswith("docs/")}
            self._pending.clear()
            self.number += 1
            # At once, so that a fault in them is told.
            for path, shown in self._shown.items():
                if shown.page.file.src_uri.partition("/")[2] in written:
                    self._make(path, shown)
        with self.changed:
            self.changed.notify_all()
        return True

    def fresh(self, path: Path) -> None:
        """Makes the page of that file, or the files that are no pages, as the sources are now."""
        shown = self._shown.get(path)
        with self._lock:
            if self._pending:
                return
            if shown and shown.number != self.number:
                self._make(path, shown)
            # What has the hash of its content in its name is right when it is there.
            elif not shown and self._files_of != self.number and not (path.is_file() and "assets" in path.parts):
                self._files_of = self.number
                self._write_files()

    def _make(self, path: Path, shown: _Shown) -> None:
        shown.number = self.number
        one, page, config = self._languages[shown.locale], shown.page, self._config
        plugin: Any = config.plugins["i18n"]
        plugin.current_language = shown.locale
        menu = {locale: list(rows) for locale, rows in self._builder.menu.items()}
        hooks = _hooks()
        try:
            hooks.go_on(self._builder, one.menu)
            hooks.on_env(one.env, config, one.files)
            _populate_page(page, config, one.files)
            _build_page(page, config, one.files.documentation_pages(), one.nav, one.env)
            page.validate_anchor_links(files=one.files, log_level=config.validation.links.anchors)
        except Exception as error:
            self.say(f"{page.file.src_uri} stays as it was. {sentence(error)}")
        else:
            html = path.read_text(encoding="utf-8")
            path.write_text(html.replace(FOLDER_TOKEN, self._search).replace(UNNAMED, self._version), encoding="utf-8")
        # Lists of the whole site are made from whole builds only.
        self._builder.menu, self._builder.search = menu, SearchIndex()
        self._tell_warnings()

    def _write_files(self) -> None:
        try:
            files = self._builder.files_beside()
        except Exception as error:
            self.say(f"Files that are no pages stay as they were. {sentence(error)}")
            return
        for address, content in files.items():
            path = self.folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def _next_builder(self) -> Builder:
        before = self._builder
        made = Builder(all_facts(), before.site_url)
        # The version that pages name is that of the last whole build: otherwise each change would change all pages.
        made.report, made.menu, made.search = before.report, before.menu, SearchIndex()
        for row in languages():
            view, known = made.view(row.locale), before.view(row.locale)
            view.homes.update(known.homes)
            view.homes_at.update(known.homes_at)
        names, makers = list(before.pages), list(made.page_makers())
        if len(names) != len(makers):
            raise ValueError("There are more or fewer pages than before: they come with the next whole build.")
        made.pages = _OnDemand(dict(zip(names, makers, strict=True)))
        return made

    def _tell_warnings(self) -> None:
        for line in self._warnings.taken():
            self.say(line)


class _Warnings(logging.Handler):
    """Keeps the warnings of MkDocs; its errors come as exceptions too."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno == logging.WARNING:
            self._lines.append(record.getMessage())

    def taken(self) -> list[str]:
        """The warnings since the last call, each once."""
        lines, self._lines = list(dict.fromkeys(self._lines)), []
        return lines


def _hooks() -> Any:
    module: ModuleType = sys.modules[HOOKS]
    return module


def _forget() -> None:
    """Empties all memories of our modules: what was read may have changed."""
    for name, module in list(sys.modules.items()):
        if name.startswith("wizard."):
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if callable(clear):
                    clear()
