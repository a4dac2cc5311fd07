"""HTML of the wizard page: the first questions, one of them visible, and the ways out without Python."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup

from wizard.browser.publish import Published
from wizard.core.data import Data
from wizard.core.interview import ORDER, head
from wizard.core.markup import words
from wizard.core.question_html import question_html
from wizard.site.places import sort_key

SITUATION = "situation"
FOLDERS = {"in_germany_thinking_of_return": "returning", "back_home": "back-home", "thinking_of_leaving": "leaving"}
# Texts that stand in page.html; the scripts need the others.
_FOR_HTML = (
    "browser.noscript",
    "browser.old",
    "browser.situation.",
    "browser.leave",
    "browser.privacy",
    "browser.script_missing",
    "browser.consent.heading",
)


def wizard_html(data: Data, published: Published, root: str, home: str) -> str:
    """The content of the wizard page.

    `data` holds the common part of the page's language; `root` leads from the page to the root of the site,
    `home` to the home page of the language.
    """
    countries = [{"code": code, **country} for code, country in data.countries.items()]
    return _template().render(
        t=lambda text_id: Markup(words(data, f"browser.{text_id}")),
        scripts=published.scripts,
        script=published.script,
        root=root,
        home=home,
        questions=_questions(data),
        countries=sorted(countries, key=lambda country: sort_key(country["name"])),
        situations=[
            {"value": value, "folder": folder, "name": data.plain(f"browser.situation.{value}")}
            for value, folder in FOLDERS.items()
        ],
        config=_config(data, published, root),
    )


@cache
def _template() -> Template:
    folder = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=folder, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("page.html")


def fields() -> list[str]:
    """Fields of the questions that stand in the page: asked before the rules are there, which bring the others."""
    return list(dict.fromkeys(field for situation in ORDER for field in head(situation)))


def _questions(data: Data) -> list[Markup]:
    sections = [question_html(SITUATION, data, first=True), question_html(SITUATION, data, other=True)]
    return [Markup(section) for section in sections + [question_html(field, data) for field in fields()]]


def _config(data: Data, published: Published, root: str) -> Markup:
    used = [name for name in data.texts if name.startswith("browser.") and not name.startswith(_FOR_HTML)]
    files = {name: asdict(file) for name, file in published.python_files(data.locale).items()}
    for file in files.values():
        file["url"] = root + file["url"]
    others = {field: f"question.{field}.heading.other" for field in fields()}
    config = {
        "lang": data.lang,
        "texts": {name: data.plain(name) for name in used},
        "heads": {situation: head(situation) for situation in ORDER},
        "headings_other": {field: data.plain(name) for field, name in others.items() if name in data.texts},
        "country_field": "nationality",
        "worker": root + published.worker,
        "lock_info": published.manifest.lock_info,
        "files": files,
    }
    # "<" must not end the script element.
    return Markup(json.dumps(config, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
