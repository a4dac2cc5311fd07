"""Splits a page of docs/ into its front matter and its sections, one per heading."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

import yaml

FRONT = "front-matter"  # stands for title and description where section ids are listed
WHOLE_PAGE = "(page)"

_FRONT_MATTER = re.compile(r"\A---\n(?P<yaml>.*?\n)---\n", re.DOTALL)
_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*(?:(?<!\{)\{(?P<attributes>[^{}]*)\}(?!\}))?[ \t]*$")
_FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass(frozen=True)
class Section:
    """A heading and what follows it, up to the next heading of any level."""

    id: str
    level: int
    text: str
    line: int
    heading: str
    classes: frozenset[str] = frozenset()

    @property
    def harmful_if_old(self) -> bool:
        """True where old advice could cost a right, money or health: `{ #id .safety }` in the English page."""
        return "safety" in self.classes

    @property
    def body(self) -> str:
        """The section without its heading."""
        return self.text.partition("\n")[2]

    @property
    def hash(self) -> str:
        """Changes with the words, not with line breaks or with the attributes of the heading."""
        return hash_of(self.heading + self.body)


@dataclass(frozen=True)
class PageText:
    """One Markdown page, taken apart."""

    front_text: str
    front: dict[str, Any]
    body: str
    lead: str
    sections: tuple[Section, ...]

    def section(self, section_id: str) -> Section | None:
        """The section of that id."""
        return next((section for section in self.sections if section.id == section_id), None)

    @property
    def front_hash(self) -> str:
        """Hash of what is translated in the front matter."""
        return hash_of(f"{self.front.get('title', '')}|{self.front.get('description', '')}")

    @property
    def hashes(self) -> dict[str, str]:
        """Hash of every section, and of the front matter, by id."""
        return {FRONT: self.front_hash} | {section.id: section.hash for section in self.sections}

    @property
    def stamps(self) -> dict[str, str]:
        """Which English a translation was made from: the hashes in its front matter."""
        stamps = self.front.get("sections")
        return {str(key): str(value) for key, value in stamps.items()} if isinstance(stamps, dict) else {}


def hash_of(text: str) -> str:
    """Short hash of a text without its whitespace."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:12]


def split(markdown: str) -> PageText:
    """Takes a page apart. A heading without an id makes a section with an empty id."""
    markdown = markdown.removeprefix("\ufeff").replace("\r\n", "\n")
    match = _FRONT_MATTER.match(markdown)
    front_text = match["yaml"] if match else ""
    front = yaml.safe_load(front_text) or {}
    body = markdown[match.end() :] if match else markdown
    first_line = markdown.count("\n", 0, match.end()) + 1 if match else 1

    lead: list[str] = []
    sections: list[Section] = []
    open_lines = lead
    open_heading: tuple[re.Match[str], int] | None = None
    fence = ""

    def close() -> None:
        if open_heading:
            sections.append(_section(open_heading[0], open_heading[1], open_lines))

    for number, line in enumerate(body.split("\n"), start=first_line):
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        heading = None if fence else _HEADING.match(line)
        if heading:
            close()
            open_heading, open_lines = (heading, number), []
        open_lines.append(line)
    close()
    return PageText(front_text, front, body, "\n".join(lead), tuple(sections))


def _section(heading: re.Match[str], line: int, lines: list[str]) -> Section:
    words = (heading["attributes"] or "").split()
    ids = [word[1:] for word in words if word.startswith("#")]
    classes = frozenset(word[1:] for word in words if word.startswith("."))
    text = "\n".join(lines).rstrip() + "\n"
    return Section(ids[0] if ids else "", len(heading["marks"]), text, line, heading["text"], classes)
