"""What the German terms mean: a script per language, loaded by a page when one of its terms is tapped."""

from __future__ import annotations

from wizard.languages import language
from wizard.records.read import Record
from wizard.site.assets import Asset
from wizard.site.glossary import anchor, terms
from wizard.site.on_demand import with_words
from wizard.site.view import View


def terms_script(view: View) -> Asset:
    """The script with the explanation of each term by its anchor in the glossary."""
    return with_words("terms", view.locale, {anchor(term): _explanation(view, term) for term in terms(view.facts)})


def _explanation(view: View, term: Record) -> tuple[str, str, str, str]:
    """Meaning, explanation, and the language and direction they are in."""
    meaning, text = (view.catalogue.fact(term.id, english) for english in (term["title"], term["texts"]["what"]))
    told_in = language(text.lang)
    return str(meaning), str(text), told_in.lang, told_in.direction
