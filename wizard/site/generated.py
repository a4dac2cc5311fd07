"""Pages that are made, not written: Markdown with headings, and blocks of HTML set in afterwards."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from wizard.site.view import Html

# Markdown must not touch the HTML of a block, so a token stands for it until the page is rendered.
TOKEN = re.compile(r"(?:<p>)?wegweiserblock([0-9a-z-]+?)wegweiserend(?:</p>)?")


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
    return TOKEN.sub(lambda match: blocks[match[1]], html)
