"""Looks for people whom the surviving changes would touch: `python -m tests.mutants [tries for each]`."""

from __future__ import annotations

import sys

from tests.conftest import TODAY
from tests.core.general_cases import general_cases
from tests.core.law_cases import read_cases
from tests.mutants.score import checks_of, noticed
from tests.mutants.search import touched
from tests.mutants.slips import all_slips
from wizard.commands.plan import load

tries = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
written = read_cases()
checks = checks_of([*written, *general_cases(written)], TODAY)
figures = load("en").figures()
survivors = [slip for slip in all_slips() if not noticed(slip, checks, figures)]
for slip in survivors:
    found = touched(slip, checks, figures, tries)
    if found:
        answers, before, after = found
        print(f"{slip.name}\n  {before} becomes {after} for {answers}")
print(f"{len(survivors)} changes survive; the others in that list touch none of {tries} people.")
