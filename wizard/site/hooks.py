"""With wizard/live/pages.py the only file that knows MkDocs: ties its events to the plain functions of wizard/site/."""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

# MkDocs loads hooks by path; our package is not on its path when it is not installed.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section

from wizard.languages import languages
from wizard.offline.publish import finish
from wizard.records.compile import all_facts
from wizard.site.ahead import ahead_html
from wizard.site.build import Builder
from wizard.site.country_switch import with_country_switch
from wizard.site.fallback import in_page_language
from wizard.site.generated import with_blocks
from wizard.site.isolate import isolated
from wizard.site.macros import MacroFault, expand
from wizard.site.open_data.for_programs import MenuPage, head_html
from wizard.site.outline import Entry, Outline, crumbs_html, outline, site_map_html
from wizard.site.places import sort_key
from wizard.site.report import ReportFault
from wizard.site.shell import shell
from wizard.site.site_map_page import LIST_TOKEN
from wizard.site.term_marks import WITHOUT_TERMS, with_terms
from wizard.translation.current import page_source

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_builder: Builder | None = None
# Of the language that is being built.
_nav: Navigation | None = None
_outline = Outline("")


def _made() -> Builder:
    assert _builder is not None
    return _builder


def on_startup(command: str, dirty: bool) -> None:
    """Stays so that MkDocs keeps this module over all rebuilds."""
    # A build keeps nearly all it makes: looking for garbage costs the more, the more pages there are.
    gc.set_threshold(100_000, 20, 20)


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
        try:
            email, form = (str(config.extra.get(name) or "") for name in ("report_email", "report_page"))
            all_facts.cache_clear()
            _builder = Builder(all_facts(), config.site_url or "/", email, form)
        except ReportFault as fault:
            raise PluginError(str(fault)) from fault
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
    global _nav
    _nav = nav
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
    file: Any = page.file
    # The list of facts stands below the page, outside of what is in another language.
    page.meta["used"] = blocks.pop("used")
    page.meta["blocks"] = blocks if file.locale == view.locale else in_page_language(markdown, blocks, view)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Sets the blocks into the rendered page."""
    made = _made().pages.get(page.file.src_uri)
    whole = with_blocks(html, made.blocks if made else page.meta.get("blocks", {}))
    # Links to a card on the page are right: MkDocs cannot see it.
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(re.findall(r'\bid="([^"]+)"', whole))
    if page.file.src_uri.endswith(WITHOUT_TERMS):
        return whole
    return with_terms(whole, _made().view(_locale(config)).at(page.file.url))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Puts all pages in order, now that their titles are known."""
    global _outline
    assert _nav is not None
    menu: dict[str, list[str]] = {}
    for item in _nav.items:
        name = str(item.title) if isinstance(item, Section) else ""
        below: list[Any] = item.children if isinstance(item, Section) else [item]
        # Of a section inside a section the first page stands in the list; the others belong to it by their address.
        firsts: list[Any] = [one.children[0] if isinstance(one, Section) else one for one in below]
        menu.setdefault(name, []).extend(_address(page.file) for page in firsts)
    in_order = {page.file.src_uri: place for place, page in enumerate(_nav.pages)}
    files_in_order = sorted(files.documentation_pages(), key=lambda file: in_order.get(file.src_uri, len(in_order)))
    entries = [
        Entry(_address(file), str(file.page.title), str(getattr(file, "locale", "en")))
        for file in files_in_order
        if file.page
    ]
    _outline = outline(_made().view(_locale(config)).language.folder, menu.items(), entries)
    return env


def _address(file: File) -> str:
    return file.url.removeprefix("./")


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Gives the template everything the frame shows."""
    locale = _locale(config)
    file: Any = page.file
    view = _made().view(locale).at(page.file.url)
    kind = "home" if _address(file) == view.language.folder else str(page.meta.get("page_kind", "prose"))
    alternates = {name: other.url.removeprefix("./") for name, other in file.alternates.items()}
    content = page.content or ""
    if LIST_TOKEN in content:
        content = content.replace(LIST_TOKEN, site_map_html(view, _outline))
    context["crumbs"] = Markup(crumbs_html(view, _outline, _address(file)))
    if file.locale == locale and kind != "home":
        _made().search.add(view, kind, str(page.title or ""), str(page.meta.get("description", "")), content)
    content = with_country_switch(content, view)
    context["shell"] = shell(
        view,
        title=str(page.title or ""),
        description=str(page.meta.get("description", "")),
        kind=kind,
        content=content,
        file_locale=file.locale,
        alternates=alternates,
        inline_style=_made().inline_style(kind),
        more_style_sheets=_made().more_style_sheets(kind),
        used=_used(page),
        terms=_made().terms_address(view, content),
        preview=_made().preview(view, str(page.title or ""), _used(page)),
    )
    context["ahead"] = ahead_html(view, _made().wizard) if kind == "home" else ""
    country = str(page.meta.get("country", "")) if kind == "country" else ""
    context["for_programs"] = head_html(view, page.file.src_uri, country)
    if page in nav.pages:
        frame = context["shell"]
        listed = MenuPage(nav.pages.index(page), page.url.removeprefix("./"), str(page.title), frame.description)
        _made().menu.setdefault(locale, []).append(listed)
    return context


def _used(page: Page) -> str:
    made = _made().pages.get(page.file.src_uri)
    return made.used if made else str(page.meta.get("used", ""))


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
    for path in Path(config.site_dir).glob("**/search/index.html"):
        path.write_text(_made().search.named(path.read_text(encoding="utf-8")), encoding="utf-8")
    # Last: what it writes names all files of the site.
    finish(Path(config.site_dir), _made().day, _made().transfer_sizes)


def go_on(builder: Builder | None = None, nav: Navigation | None = None) -> Builder:
    """For single pages after a build (wizard/live): with these facts, in the language of this menu; gives what is in use."""
    global _builder, _nav
    _builder, _nav = builder or _made(), nav or _nav
    return _builder


def menu_in_use() -> Navigation | None:
    """The menu of the language that is being built."""
    return _nav


def _locale(config: MkDocsConfig) -> str:
    plugin: Any = config.plugins["i18n"]
    return str(plugin.current_language)
