"""Which strings of a record are English texts that are shown and translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wizard.records.read import Place


def texts_of(record: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    """Pairs of (place in the record, English text). Names, addresses and conflicts are not texts."""
    if record.get("title"):
        yield ("title",), record["title"]
    for key, text in record.get("texts", {}).items():
        yield ("texts", key), text
    if record.get("status", {}).get("text"):
        yield ("status", "text"), record["status"]["text"]
    for i, channel in enumerate(record.get("channels", [])):
        if channel.get("note"):
            yield ("channels", i, "note"), channel["note"]
    for key, figure in record.get("figures", {}).items():
        yield ("figures", key, "label"), figure["label"]
    for i, text in enumerate(record.get("not_known", [])):
        yield ("not_known", i), text


def reasons_of(record: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    """Reasons for withholding: shown to editors only, so not translated."""
    if record.get("withheld"):
        yield ("withheld", "reason"), record["withheld"].get("reason", "")
    for i, channel in enumerate(record.get("channels", [])):
        if channel.get("withheld"):
            yield ("channels", i, "withheld", "reason"), channel["withheld"].get("reason", "")
