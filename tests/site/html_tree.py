"""A small tree of a built page, for tests that look at text and the elements around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Node:
    """One element: its name, attributes, children and texts in order."""

    name: str
    attrs: dict[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def find(self, name: str = "", **attrs: str) -> Iterator[Node]:
        """All elements below with that name and those attributes (`class_` matches one of the classes)."""
        for child in self.children:
            if isinstance(child, Node):
                if (not name or child.name == name) and all(child._has(key, value) for key, value in attrs.items()):
                    yield child
                yield from child.find(name, **attrs)

    def _has(self, key: str, value: str) -> bool:
        if key == "class_":
            return value in self.attrs.get("class", "").split()
        return self.attrs.get(key) == value

    def texts(self) -> Iterator[tuple[str, Node]]:
        """All texts below with the element they stand in."""
        for child in self.children:
            if isinstance(child, str):
                yield child, self
            else:
                yield from child.texts()

    @property
    def text(self) -> str:
        """All text below as one line."""
        return " ".join(" ".join(text for text, _ in self.texts()).split())

    def up(self) -> Iterator[Node]:
        """The element and all around it."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.now = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {key: value or "" for key, value in attrs}, self.now)
        self.now.children.append(node)
        if tag not in VOID:
            self.now = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.now.children.append(Node(tag, {key: value or "" for key, value in attrs}, self.now))

    def handle_endtag(self, tag: str) -> None:
        for node in self.now.up():
            if node.name == tag and node.parent is not None:
                self.now = node.parent
                return

    def handle_data(self, data: str) -> None:
        self.now.children.append(data)


def tree(html: str) -> Node:
    """The tree of a page."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root
