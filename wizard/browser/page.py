"""HTML of the wizard page: all questions, the first one visible, and the ways out without Python."""

from __future__ import annotations

import json
from dataclasses import asdict

from wizard.browser.publish import Published
from wizard.core.data import Data
from wizard.core.interview import ORDER, head
from wizard.core.markup import escape, words
from wizard.core.question_html import question_html

SITUATION = "situation"
FOLDERS = {"in_germany_thinking_of_return": "returning", "back_home": "back-home", "thinking_of_leaving": "leaving"}
# Texts that only the HTML below uses, not the scripts.
_FOR_HTML = ("browser.noscript", "browser.old", "browser.situation.")


def wizard_html(data: Data, published: Published, root: str, home: str) -> str:
    """The content of the wizard page.

    `data` holds the common part of the page's language; `root` leads from the page to the root of the site,
    `home` to the home page of the language.
    """
    parts = [
        # All scripts at once instead of one after another.
        "".join(f'<link rel="modulepreload" href="{root}{path}">' for path in published.scripts),
        f'<div id="wizard" data-shows="question">{_without_scripts(data)}',
        f'<p id="wizard-notice" class="notice" role="alert" hidden></p>{_problems(data)}',
        f'<div id="wizard-steps">{_questions(data)}{_question_buttons(data)}</div>',
        f"{_waiting(data)}{_failed(data)}{_plan(data)}{_leave(data)}",
        f'<p id="wizard-announce" class="visually-hidden" role="status"></p></div>',
        without_python(data, home),
        f'<script type="application/json" id="wizard-config">{_config(data, published, root)}</script>',
        # A tap on "Continue" before the script has come must not be lost.
        "<script>addEventListener('click',function(e){if(e.target.matches('.continue'))window.wizardEarly=e.target})</script>",
        f'<script type="module" src="{root}{published.script}" onerror="{_broken_script()}"></script>',
        "<script nomodule>document.getElementById('wizard').className='too-old'</script>",
    ]
    return "".join(parts)


def _t(data: Data, text_id: str) -> str:
    return words(data, f"browser.{text_id}")


def _broken_script() -> str:
    return "document.getElementById('wizard').className='too-old'"


def _without_scripts(data: Data) -> str:
    hide = "#wizard-steps{display:none}"
    return (
        f'<noscript><style>{hide}</style><p class="notice">{_t(data, "noscript")} '
        f'<a href="#wizard-without">{_t(data, "without.all")}</a></p></noscript>'
        f'<p class="notice old">{_t(data, "old")} <a href="#wizard-without">{_t(data, "without.all")}</a></p>'
    )


def _fields() -> list[str]:
    """All fields that may be asked, each once."""
    return list(dict.fromkeys(field for fields in ORDER.values() for field in fields))


def _questions(data: Data) -> str:
    sections = [question_html(SITUATION, data, first=True), question_html(SITUATION, data, other=True)]
    return "".join(sections + [question_html(field, data) for field in _fields()])


def _button(data: Data, name: str, text_id: str, look: str = "button button--quiet", hidden: bool = False) -> str:
    state = " hidden" if hidden else ""
    return f'<button type="button" class="{look}" id="wizard-{name}"{state}>{_t(data, text_id)}</button>'


def _question_buttons(data: Data) -> str:
    return (
        f'<p class="step-buttons">{_button(data, "back", "back", "link-button", True)}'
        f'{_button(data, "delete-early", "delete", "link-button", True)}</p>'
        f'<p id="wizard-loading" class="loading" hidden><progress max="1" aria-labelledby="wizard-loading-text"></progress>'
        f'<small id="wizard-loading-text"></small></p>'
        f'<p class="private"><small>{_t(data, "privacy")}</small></p>'
    )


def _problems(data: Data) -> str:
    heading = _t(data, "problem.heading")
    return f'<div id="wizard-problems" class="notice" role="alert" hidden><p>{heading}</p><ul id="wizard-problems-list"></ul></div>'


def _waiting(data: Data) -> str:
    return (
        f'<section id="wizard-wait" class="panel" hidden><h2 id="wizard-wait-heading" tabindex="-1">{_t(data, "wait.heading")}</h2>'
        f'<progress max="1" aria-labelledby="wizard-wait-text"></progress><p id="wizard-wait-text"></p></section>'
    )


def _failed(data: Data) -> str:
    return (
        f'<section id="wizard-failed" class="panel" hidden><h2 id="wizard-failed-heading" tabindex="-1">{_t(data, "failed.heading")}</h2>'
        f'<p id="wizard-failed-text" role="alert"></p><p class="step-buttons">{_button(data, "retry", "retry", "button")}</p>'
        f'<p><a id="wizard-failed-link" href="#wizard-without">{_t(data, "without")}</a></p></section>'
    )


def _plan(data: Data) -> str:
    return (
        f'<section id="wizard-plan" hidden><h2 id="wizard-plan-heading" tabindex="-1">{_t(data, "plan.heading")}</h2>'
        f'<div id="wizard-plan-body"></div><div class="plan-tools"><p class="step-buttons">'
        f'{_button(data, "print", "print")}{_button(data, "copy", "copy")}{_button(data, "delete", "delete")}</p>'
        f'<div id="wizard-copied" hidden><p id="wizard-copied-text" role="status"></p>'
        f'<p id="wizard-link-row" hidden><input id="wizard-link" readonly dir="ltr" aria-labelledby="wizard-copied-text"></p>'
        f'<p><small>{_t(data, "copy.warning")}</small></p></div></div>'
        f'<section class="own-answers"><h3>{_t(data, "answers.heading")}</h3><div id="wizard-plan-answers"></div></section></section>'
    )


def _leave(data: Data) -> str:
    label = f'{_t(data, "leave")}<small>{_t(data, "leave.why")}</small>'
    return f'<button type="button" class="leave" id="wizard-leave" hidden>{label}</button>'


def without_python(data: Data, home: str) -> str:
    """Plain links to the next steps of each country and situation."""
    situations = {value: _t(data, f"situation.{value}") for value in FOLDERS}
    rows: list[str] = []
    for code, country in sorted(data.countries.items(), key=lambda item: item[1]["name"]):
        name = escape(country["name"])
        links = "".join(
            f'<li><a href="{home}{country["slug"]}/{FOLDERS[value]}/" data-country="{code}" data-situation="{value}" '
            f'data-country-name="{name}" data-situation-name="{escape(data.plain(f"browser.situation.{value}"))}">{shown}</a></li>'
            for value, shown in situations.items()
        )
        rows.append(f"<li><b>{name}</b><ul>{links}</ul></li>")
    return (
        f'<section id="wizard-without"><h2>{_t(data, "without.all")}</h2><ul class="without">{"".join(rows)}</ul></section>'
    )


def _config(data: Data, published: Published, root: str) -> str:
    used = {name: text for name, text in data.texts.items() if name.startswith("browser.") and not name.startswith(_FOR_HTML)}
    files = {name: asdict(file) for name, file in published.python_files(data.locale).items()}
    for file in files.values():
        file["url"] = root + file["url"]
    others = {field: data.plain(text_id) for field in _fields() if (text_id := f"question.{field}.heading.other") in data.texts}
    config = {
        "lang": data.lang,
        "texts": {name: text if isinstance(text, str) else text[0] for name, text in used.items()},
        "heads": {situation: head(situation) for situation in ORDER},
        "headings_other": others,
        "country_field": "nationality",
        "worker": root + published.worker,
        "lock_info": published.manifest.lock_info,
        "files": files,
    }
    # "<" must not end the script element.
    return json.dumps(config, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
