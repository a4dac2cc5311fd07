"""Ties a finished site together: one version for its pages and their lists, and the service worker at its root."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from wizard.languages import languages
from wizard.offline.groups import addresses, described
from wizard.records.catalogue import Catalogue, english
from wizard.site.places import FOLDERS, country_name
from wizard.site.small_scripts import small_scripts

HERE = Path(__file__).parent
WORKER = "service-worker.js"
WORKER_OFF = "service-worker-off.js"
MODULES = ("keep.js", "card.js", "saving.js", "list.js")
FOLDER = "assets/offline"
# Stands in the pages until all of them are there: the version is made from all pages.
UNNAMED = f"{FOLDER}/{'0' * 16}/"
_TEXTS = "site.offline."
# Texts that stand in the HTML of a page.
_IN_HTML = re.compile(r"title|description|heading|what\..*|how(\..*)?|no_script|app\..*")


def is_on() -> bool:
    """False for a build that takes the service worker off all phones (WEGWEISER_SERVICE_WORKER=off)."""
    value = os.environ.get("WEGWEISER_SERVICE_WORKER", "on")
    if value not in ("on", "off"):
        raise SystemExit(f"WEGWEISER_SERVICE_WORKER is `{value}`. It can be `on` or `off`.")
    return value == "on"


def finish(site: Path, day: date, sizes: Mapping[str, int]) -> None:
    """Names the version in all pages, then writes modules, texts, lists and worker. `sizes`: known transfer sizes."""
    (site / WORKER_OFF).write_text(_script(WORKER_OFF), encoding="utf-8")
    if not is_on():
        (site / WORKER).write_text(_script(WORKER_OFF), encoding="utf-8")
        return
    paths = sorted(site.rglob("index.html"))
    pages = {path: path.read_text(encoding="utf-8") for path in paths}
    edition = _edition(site, pages.values(), day)
    own = {name: _script(name, edition=edition) for name in MODULES}
    own |= {f"{row.lang}.json": _texts(row.locale) for row in languages()}
    version = _digest(*pages.values(), *own.values(), *_searched(site))
    folder = f"{FOLDER}/{version}/"
    for path, html in pages.items():
        path.write_text(html.replace(UNNAMED, folder), encoding="utf-8")
    (site / folder).mkdir(parents=True)
    for name, content in own.items():
        (site / folder / name).write_text(content, encoding="utf-8")
    for group, members in addresses(site).items():
        rows = [described(site, address, sizes) for address in members]
        (site / folder / f"{group}.json").write_text(json.dumps(rows, separators=(",", ":")), encoding="utf-8")
    folders = " ".join(row.folder for row in languages())
    (site / WORKER).write_text(_script(WORKER, edition=edition, folders=folders), encoding="utf-8")


def _edition(site: Path, pages: Iterable[str], day: date) -> str:
    """Changes with what the guide says: not with the day of the build, with styles or scripts."""
    stamps = re.compile(rf'<time datetime="{day.isoformat()}">.*?</time>|assets/[\w./-]*?[0-9a-f]{{8,}}')
    said = [stamps.sub("", html.partition("<main")[2].partition("</main>")[0]) for html in pages]
    files = sorted(path.name for path in (site / "assets").rglob("*"))
    rules = [name for name in files if name.endswith(".whl") or name.startswith("data.")]
    return _digest(*said, *rules)


def _searched(site: Path) -> list[str]:
    """Check sums of the search index, if the site has one: it is saved with the pages."""
    files = sorted(path for path in (site / "assets" / "search").rglob("*") if path.is_file())
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode())
    return digest.hexdigest()[:16]


def _script(name: str, **values: str) -> str:
    script = small_scripts(HERE, (*MODULES, WORKER, WORKER_OFF))[name]
    for key, value in values.items():
        script = script.replace("{{ " + key + " }}", value)
    return script


@cache
def _texts(locale: str) -> str:
    catalogue = Catalogue(locale)
    ids = [text_id for text_id in english() if text_id.startswith(_TEXTS)]
    texts = {text_id.removeprefix(_TEXTS): str(catalogue.text(text_id)) for text_id in ids}
    texts = {text_id: text for text_id, text in texts.items() if not _IN_HTML.fullmatch(text_id)}
    texts |= {f"name.{folder}": country_name(code, locale) for code, folder in FOLDERS.items()}
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
