"""Citations of the law as the reader's language writes them: `s.18g(1) AufenthG` is `§ 18g(1) AufenthG` in German."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = (
    (" ss.", "law.section"),
    (" s.", "law.section"),
    (" no.", "law.number"),
    (" sentence ", "law.sentence"),
    (" and ", "law.and"),
    (" Annex ", "law.annex"),
)


def law_text(law: str, text: Callable[[str], str]) -> str:
    """The citation in words of the language; `text` gives a text by its id. `~` in a text stands for a space."""
    shown = " " + law.replace("s. ", "s.")
    for english, text_id in _WORDS:
        shown = shown.replace(english, text(text_id).replace("~", " "))
    return shown.strip()
