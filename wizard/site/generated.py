"""Pages that are made, not written: Markdown with headings, and blocks of HTML set in afterwards."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from wizard.site.view import Html

# Markdown must not touch the HTML of a block, so a token stands for it until the page is rendered.
TOKEN = re.compile(r"(?P<open><p>)?wegweiserblock(?P<name>[0-9a-z-]+?)wegweiserend(?P<close></p>)?")
_SENTENCE = re.compile(r"\s*(?:[^<\s]|<(?:a|b|bdi|em|small|span|strong|time)\b)")


def token(name: str) -> str:
    """What stands in the Markdown for the block of that name."""
    return f"wegweiserblock{name}wegweiserend"


@dataclass
class Page:
    """One generated page of one language."""

    src_uri: str
    title: str
    description: str
    heading: Html
    parts: list[str] = field(default_factory=list)
    blocks: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    # The list of facts below the page, made when all else is there.
    used: str = ""

    def section(self, anchor: str, heading: str, block: str) -> None:
        """Adds a section with a heading; nothing is added for an empty block."""
        if block:
            self.parts.append(f"## {heading} {{ #{anchor} }}")
            self.block(anchor, block)

    def block(self, name: str, block: str) -> None:
        """Adds a block of HTML without a heading."""
        self.parts.append(token(name))
        self.blocks[name] = block

    @property
    def markdown(self) -> str:
        """The page's source as MkDocs reads it."""
        rows = {"title": self.title, "description": self.description, **self.meta}
        front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items())
        body = "\n\n".join([f"# {self.heading} {{ #top }}", *self.parts])
        return f"---\n{front}\n---\n\n{body}\n"


def with_blocks(html: str, blocks: dict[str, str]) -> str:
    """The rendered page with its blocks set in."""

    def set_in(match: re.Match[str]) -> str:
        block = blocks[match["name"]]
        # Markdown makes a paragraph of a token that stands alone; only a sentence stays in one.
        alone = match["open"] and match["close"] and not _SENTENCE.match(block)
        return block if alone else f"{match['open'] or ''}{block}{match['close'] or ''}"

    return TOKEN.sub(set_in, html)
