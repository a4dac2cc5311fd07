"""What of a translated page may be shown: an old or missing section gives way to the English one, marked."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from wizard.languages import language, source_language
from wizard.records.catalogue import Catalogue
from wizard.translation.sections import Section, split

_MACRO = re.compile(r"\{\{[^{}]*\}\}")
_BLOCK_MACRO = re.compile(r"^\s*\{\{[^{}]*\}\}\s*$")


def page_source(docs: Path, src_uri: str) -> str | None:
    """What MkDocs is to read for a page below docs/; None where the file itself will do."""
    locale, _, name = src_uri.partition("/")
    source = source_language().locale
    path, english = docs / locale / name, docs / source / name
    if locale == source or not path.is_file() or not english.is_file():
        return None
    return current_page(locale, path.read_text(encoding="utf-8"), english.read_text(encoding="utf-8"))


def current_page(locale: str, translation: str, english: str) -> str:
    """The page to show in that language, in the order of the English one. Both texts come with their front matter.

    A missing section is shown in English. So is an outdated one that could do harm (`.safety` in English); any other
    outdated section stays and says that it may be old. Sections that English has no longer are dropped.
    """
    target, source = split(translation), split(english)
    catalogue = Catalogue(locale)
    parts: list[str] = []
    for section in source.sections:
        own = target.section(section.id)
        if own is None:
            parts.append(_in_english(section, locale, _notice(catalogue, "pages.section_missing")))
        elif target.stamps.get(section.id) == section.hash:
            parts.append(own.text)
        elif section.harmful_if_old:
            parts.append(_in_english(section, locale, _notice(catalogue, "pages.section_outdated")))
        else:
            heading, _, body = own.text.partition("\n")
            parts.append(f"{heading}\n\n{_notice(catalogue, 'pages.section_may_be_old')}\n{body}")
    return f"---\n{target.front_text}---\n\n" + "\n".join(part.rstrip() + "\n" for part in parts)


def _notice(catalogue: Catalogue, text_id: str) -> str:
    text = catalogue.text(text_id)
    real = language(text.lang)
    shown = escape(text, quote=False)
    return f'<p class="notice notice--language" lang="{real.lang}" dir="{real.direction}">{shown}</p>\n'


def _in_english(section: Section, locale: str, notice: str) -> str:
    """The English section with its language and direction. Facts in it stay in the reader's language."""
    heading, _, body = section.text.partition("\n")
    parts = [_wrapped(heading), notice]
    text: list[str] = []
    for paragraph in re.split(r"\n\s*\n", body.strip("\n")):
        if _BLOCK_MACRO.match(paragraph):
            parts += [_wrapped("\n\n".join(text)), paragraph + "\n"]
            text = []
        else:
            text.append(_marked(paragraph, locale))
    parts.append(_wrapped("\n\n".join(text)))
    return "\n".join(part for part in parts if part)


def _marked(paragraph: str, locale: str) -> str:
    own = language(locale)
    return _MACRO.sub(lambda m: f'<span lang="{own.lang}" dir="{own.direction}">{m[0]}</span>', paragraph)


def _wrapped(text: str) -> str:
    source = source_language()
    return f'<div lang="{source.lang}" dir="{source.direction}" markdown>\n\n{text}\n\n</div>\n' if text.strip() else ""
