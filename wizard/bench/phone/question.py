"""The first question of the wizard, read from the built page, so that every peer shows the same one."""

from __future__ import annotations

import html
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

_SECTION = re.compile(r'<section class="question" id="q-situation".*?</section>', re.DOTALL)
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>")
_OPTION = re.compile(r'<input type="radio" name="situation" value="(\w+)"><span>(.*?)</span>')


@dataclass(frozen=True)
class Question:
    """Heading and options (value and text)."""

    heading: str
    options: list[tuple[str, str]]

    def json(self) -> str:
        """As a Python and JavaScript literal."""
        return json.dumps(asdict(self))

    def html(self) -> str:
        """As plain HTML, the least that can be shown."""
        rows = "".join(
            f'<p><label><input type="radio" name="situation" value="{value}"> {html.escape(text)}</label>'
            for value, text in self.options
        )
        return f'<h1>{html.escape(self.heading)}</h1><form id="question">{rows}<p><button>Continue</button></form>'


def first_question(site: Path) -> Question:
    """Reads it from wizard/index.html."""
    section = _SECTION.search((site / "wizard" / "index.html").read_text(encoding="utf-8"))
    heading = section and _HEADING.search(section[0])
    if not section or not heading:
        raise SystemExit(f"{site}/wizard/ has no first question. Run `make site`.")
    options = [(value, html.unescape(text)) for value, text in _OPTION.findall(section[0])]
    return Question(html.unescape(heading[1]), options)
