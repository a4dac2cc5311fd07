"""A fault in one clear sentence for the terminal."""

from __future__ import annotations

import yaml
from jinja2 import TemplateSyntaxError

from wizard.live import ROOT
from wizard.records.catalogue import UnknownText
from wizard.records.read import BrokenFile


def sentence(error: BaseException) -> str:
    """What is wrong and, where it is known, in which file and line."""
    if isinstance(error, SystemExit) and error.__context__:
        # MkDocs ends with "Aborted"; why, it only logs.
        error = error.__context__
    if isinstance(error, BrokenFile | SystemExit) or type(error).__module__.startswith("mkdocs."):
        said = str(error)
    elif isinstance(error, UnknownText):
        said = str(error.args[0])
    elif isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        place = f"{error.problem_mark.name}:{error.problem_mark.line + 1}"
        said = f"{place}: This is not valid YAML: {error.problem or error.context}."
    elif isinstance(error, TemplateSyntaxError):
        said = f"{error.filename or error.name}:{error.lineno}: {error.message}"
    else:
        said = f"{type(error).__name__}: {error}"
    return " ".join(said.replace(f"{ROOT}/", "").split())
