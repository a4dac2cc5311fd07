"""The only file that knows MkDocs: ties its events to the plain functions of wizard/site/."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

# MkDocs loads hooks by path; our package is not on its path when it is not installed.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section

from wizard.languages import languages
from wizard.offline.publish import finish
from wizard.records.read import read_facts
from wizard.site.build import Builder
from wizard.site.generated import with_blocks
from wizard.site.isolate import isolated
from wizard.site.macros import MacroFault, expand
from wizard.site.places import sort_key
from wizard.site.shell import shell
from wizard.translation.current import page_source

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_builder: Builder | None = None


def _made() -> Builder:
    assert _builder is not None
    return _builder


def on_startup(command: str, dirty: bool) -> None:
    """Exists so that MkDocs keeps this module over all rebuilds."""


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks the languages against the table and reads the facts, once per build."""
    global _builder
    plugin: Any = config.plugins["i18n"]
    if not plugin.building:
        rows = [(row.locale, row.name) for row in languages()]
        named = [(row.locale, row.name) for row in plugin.config.languages]
        if rows != named:
            raise PluginError(f"mkdocs.yml has the languages {named}, wizard/languages.yaml {rows}. Make them agree.")
        _builder = Builder(read_facts(), config.site_url or "/")
    return config


@event_priority(100)
def _add_pages(files: Files, config: MkDocsConfig) -> Files:
    for page in _made().pages.values():
        if files.get_file_from_path(page.src_uri) is None:
            # Not File.generated: static-i18n needs a path below docs/ and loses the content (see on_page_read_source).
            files.append(File(page.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)
def _drop_theme_files(files: Files, config: MkDocsConfig) -> Files:
    # The theme's script, styles, icons and search are not used: what nobody loads is not shipped.
    for file in list(files):
        if file.src_uri.startswith("assets/") and file.generated_by is None and not _own(file, config):
            files.remove(file)
    return files


def _own(file: File, config: MkDocsConfig) -> bool:
    return (Path(config.docs_dir) / file.src_uri).is_file()


on_files = CombinedEvent(_add_pages, _drop_theme_files)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Gives out the source of the pages that stand in no file."""
    made = _made().pages.get(page.file.src_uri)
    return made.markdown if made else page_source(Path(config.docs_dir), page.file.src_uri)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Sorts the countries by their names in the language."""
    for item in nav.items:
        if isinstance(item, Section) and item.title == "site.nav.countries":
            pages = _made().pages
            item.children.sort(key=lambda child: sort_key(pages[child.file.src_uri].title))  # pyright: ignore
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts facts in the place of macros."""
    view = _made().view(_locale(config)).at(page.file.url)
    source = Path(config.docs_dir) / page.file.src_uri
    if not source.is_file():
        return markdown
    name = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
    # Without its front matter the text starts further down in the file.
    first = source.read_text(encoding="utf-8-sig").rstrip().count("\n") - markdown.rstrip().count("\n") + 1
    try:
        markdown, blocks = expand(markdown, view, name, first_line=first)
    except MacroFault as fault:
        raise PluginError(str(fault)) from fault
    page.meta["blocks"] = blocks
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Sets the blocks into the rendered page."""
    made = _made().pages.get(page.file.src_uri)
    return with_blocks(html, made.blocks if made else page.meta.get("blocks", {}))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Gives the template everything the frame shows."""
    locale = _locale(config)
    file: Any = page.file
    view = _made().view(locale).at(page.file.url)
    kind = "home" if page.is_homepage else str(page.meta.get("page_kind", "prose"))
    alternates = {name: other.url.removeprefix("./") for name, other in file.alternates.items()}
    context["shell"] = shell(
        view,
        title=str(page.title or ""),
        description=str(page.meta.get("description", "")),
        kind=kind,
        content=page.content or "",
        file_locale=file.locale,
        alternates=alternates,
        more_style_sheets=_made().more_style_sheets(kind),
    )
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Isolates left-to-right text in right-to-left pages."""
    view = _made().view(_locale(config))
    return isolated(output) if view.language.direction == "rtl" else output


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Writes what stands beside the pages, when the last language is done."""
    plugin: Any = config.plugins["i18n"]
    if plugin.building:
        return
    for address, content in _made().files().items():
        path = Path(config.site_dir) / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    # Last: what it writes names all files of the site.
    finish(Path(config.site_dir), _made().day, _made().transfer_sizes)


def _locale(config: MkDocsConfig) -> str:
    plugin: Any = config.plugins["i18n"]
    return str(plugin.current_language)
