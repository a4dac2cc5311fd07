"""Keeps the PO catalogues in step with the English source and tells what is missing, outdated or orphaned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polib
import yaml

from wizard.languages import languages
from wizard.records.catalogue import LOCALE, SOURCE, TEXTS
from wizard.records.read import read_facts
from wizard.records.texts_of import texts_of

Message = tuple[str, str, str]  # context, English, place in the source


@dataclass
class State:
    """How far one catalogue is. Missing: not translated. Outdated: English changed. Orphaned: no English left."""

    locale: str
    catalogue: str
    total: int = 0
    missing: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    orphaned: list[str] = field(default_factory=list)
    machine_drafted: int = 0


def sources() -> dict[str, list[Message]]:
    """All English messages by catalogue name (`questions`, `facts/ghana`)."""
    found: dict[str, list[Message]] = {}
    for path in sorted(TEXTS.glob("*.yaml")):
        rows = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        found[path.stem] = [(text_id, str(text).strip(), f"wizard/texts/{path.name}") for text_id, text in rows.items()]
    for file in read_facts().files:
        rows = [(record.id, text, record.file) for record in file.records for _, text in texts_of(record)]
        found[f"facts/{file.path.stem}"] = list(dict.fromkeys(rows))
    return found


def catalogue_path(locale: str, name: str) -> Path:
    """File of a catalogue."""
    return LOCALE / locale / f"{name}.po"


def _empty(locale: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=120)
    catalogue.metadata = {
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return catalogue


def update(locales: Iterable[str] | None = None) -> int:
    """Writes the catalogues anew: keeps translations, marks changed ones fuzzy. Returns the number of files written."""
    written = 0
    for locale in locales or [one.locale for one in languages() if one.locale != SOURCE]:
        for name, messages in sources().items():
            path = catalogue_path(locale, name)
            old = polib.pofile(str(path)) if path.exists() else _empty(locale)
            new = _merged(locale, old, messages)
            text = str(new)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
                written += 1
    return written


def _merged(locale: str, old: polib.POFile, messages: list[Message]) -> polib.POFile:
    known = {(e.msgctxt or "", e.msgid): e for e in old if not e.obsolete}
    wanted = {(context, text) for context, text, _ in messages}
    spare = {
        context: entry for (context, text), entry in known.items() if (context, text) not in wanted and entry.msgstr
    }
    new = _empty(locale)
    for context, text, place in messages:
        entry = known.get((context, text))
        if entry is None:
            entry = polib.POEntry(msgctxt=context, msgid=text)
            before = spare.get(context) if sum(1 for c, _, _ in messages if c == context) == 1 else None
            if before is not None:
                entry.msgstr, entry.previous_msgid, entry.tcomment = before.msgstr, before.msgid, before.tcomment
                entry.flags = ["fuzzy"]
        entry.occurrences = [(place, "")]
        new.append(entry)
    return new


def states(locales: Iterable[str] | None = None) -> list[State]:
    """State of every catalogue of every language but the source."""
    rows: list[State] = []
    by_name = sources()
    for locale in locales or [one.locale for one in languages() if one.locale != SOURCE]:
        for name, messages in by_name.items():
            path = catalogue_path(locale, name)
            known = {(e.msgctxt or "", e.msgid): e for e in polib.pofile(str(path))} if path.exists() else {}
            state = State(locale, name, total=len(messages))
            for context, text, _ in messages:
                entry = known.get((context, text))
                if entry is not None and entry.fuzzy:
                    state.outdated.append(f"{context}: {text}")
                elif entry is None or not entry.msgstr:
                    state.missing.append(f"{context}: {text}")
                elif "machine-drafted" in (entry.tcomment or ""):
                    state.machine_drafted += 1
            wanted = {(context, text) for context, text, _ in messages}
            state.orphaned = [f"{c}: {t}" for (c, t), e in known.items() if (c, t) not in wanted and not e.obsolete]
            rows.append(state)
        folder = LOCALE / locale
        for path in sorted(folder.rglob("*.po")) if folder.exists() else []:
            name = path.relative_to(folder).with_suffix("").as_posix()
            if name not in by_name:
                rows.append(State(locale, name, orphaned=[f"whole catalogue {path.name}"]))
    return rows
