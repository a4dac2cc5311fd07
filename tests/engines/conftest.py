"""Firefox and WebKit, each new for every test, and the built site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Report
from tests.engines.firefox import Firefox
from tests.engines.phone import Engine, Phone
from tests.engines.webkit import WebKit
from tests.site.conftest import Site, site

__all__ = ["site"]

ENGINES: list[type[Engine]] = [Firefox, WebKit]
SIZE = (360, 740)


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.name)
def phone(request: pytest.FixtureRequest, site: Site, tmp_path: Path, report: Report) -> Iterator[Phone]:
    """A browser that has never been here."""
    engine = request.param(tmp_path, *SIZE)
    made = Phone(engine, site.folder)
    yield made
    made.close()
