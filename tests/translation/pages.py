"""A small English page and its translation, as they should be."""

from __future__ import annotations

from pathlib import Path

from wizard.translation.stamp import stamp

ENGLISH = """---
title: Going home
description: What to do first.
---
# Going home { #top }

Take your time.

## Deadlines { #deadlines .safety }

Look at the [letter](papers.md). You have {{ figure:rule.days }}.

{{ fact:rule }}

## Papers { #papers }

- a passport
- a photo

!!! note

    Keep copies.
"""

GERMAN = """---
title: Nach Hause
description: Was Sie zuerst tun.
machine_drafted: true
---
# Nach Hause { #top }

Lassen Sie sich Zeit.

## Fristen { #deadlines }

Sehen Sie den [Brief](papers.md) an. Sie haben {{ figure:rule.days }}.

{{ fact:rule }}

## Papiere { #papers }

- ein Pass
- ein Foto

!!! note

    Behalten Sie Kopien.
"""


def folder(tmp_path: Path, english: str = ENGLISH, german: str | None = GERMAN, stamped: bool = True) -> Path:
    """A docs folder with that one page; the translation is stamped with the good English."""
    docs = tmp_path / "docs"
    for locale, text in (("en", ENGLISH), ("de", german)):
        (docs / locale).mkdir(parents=True)
        if text is not None:
            (docs / locale / "home.md").write_text(text, encoding="utf-8")
    if stamped and german == GERMAN:
        stamp("de", "home.md", docs=docs)
    (docs / "en" / "home.md").write_text(english, encoding="utf-8")
    return docs
