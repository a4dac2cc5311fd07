"""Builds of the site that differ in one thing: a fact, or the service worker switched off."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from wizard.bench.project_copy import copy_of_project

CENTRE = "Ghanaian-European Centre for Jobs, Migration and Development (GEC)"
NEW_CENTRE = "Centre with the new name (CNN)"


def build(project: Path, **settings: str) -> Path:
    """Builds a checkout; its site."""
    site = project / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    environment = {**os.environ, **settings}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return site


def with_new_fact(folder: Path) -> Path:
    """The site after the advice centre in Ghana has got another name."""
    facts = copy_of_project(folder) / "wizard/facts/countries/ghana.yaml"
    text = facts.read_text(encoding="utf-8")
    assert CENTRE in text
    facts.write_text(text.replace(CENTRE, NEW_CENTRE), encoding="utf-8")
    return build(folder)
