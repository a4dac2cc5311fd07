"""The other tests hear errors: these make some."""

from __future__ import annotations

import pytest

from tests.engines.phone import Phone

MADE = {
    "script": "setTimeout(() => { throw new Error('made by us') })",
    "promise": "Promise.reject(new Error('made by us'))",
    "said": "console.error('made by us')",
}


@pytest.mark.parametrize("kind", MADE)
def test_error_is_heard(phone: Phone, kind: str) -> None:
    phone.open("about/")
    assert phone.engine.faults == []
    phone.script(MADE[kind])
    phone.wait(lambda: any("made by us" in fault for fault in phone.engine.faults), "the error")
