"""The home page loads Python ahead where megabytes cost nothing, and nowhere else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from wizard.serve import StaticHost

PARTS = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", ".whl", ".txt")


def pretend(page: Page, connection: str) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {connection} }})")


@pytest.mark.parametrize("locale", ["", "ar/"])
def test_loaded_ahead_on_wifi(page: Page, host: StaticHost, locale: str) -> None:
    pretend(page, "{ type: 'wifi', saveData: false }")
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(host.address + locale, wait_until="networkidle")
    page.wait_for_function("document.querySelectorAll('link[rel=prefetch]').length === 6")
    page.wait_for_load_state("networkidle")
    for part in PARTS:
        assert any(url.endswith(part) for url in seen), part
    # The very same addresses are those that the questions ask for: nothing is loaded twice.
    ahead = [url.rsplit("/", 1)[1] for url in seen if url.endswith(PARTS)]
    page.goto(f"{host.address}{locale}wizard/")
    config = page.locator("#wizard-config").text_content() or ""
    assert len(ahead) == len(PARTS)
    assert all(name in config for name in ahead)


@pytest.mark.parametrize("connection", ["{ type: 'cellular' }", "{ type: 'wifi', saveData: true }", "{}", "undefined"])
def test_nothing_is_loaded_ahead_elsewhere(page: Page, host: StaticHost, connection: str) -> None:
    pretend(page, connection)
    page.goto(host.address, wait_until="networkidle")
    page.wait_for_timeout(500)
    assert page.locator("link[rel=prefetch]").count() == 0
