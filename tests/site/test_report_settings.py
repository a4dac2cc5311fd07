"""The operator's address for reports, set when the site is built."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.site.conftest import ROOT


def build(target: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(target)]
    told = os.environ | {"BUILD_ONLY_LOCALE": "en", "NO_MKDOCS_2_WARNING": "1"} | settings
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)


def test_with_an_address_every_report_is_a_mail_draft(tmp_path: Path) -> None:
    form = "https://example.org/report"
    done = build(tmp_path, WEGWEISER_REPORT_EMAIL="facts@example.org", WEGWEISER_REPORT_PAGE=form)
    assert done.returncode == 0, done.stderr
    country = (tmp_path / "sources/ghana/index.html").read_text(encoding="utf-8")
    drafts = re.findall(r'href="mailto:facts@example\.org\?subject=([^&"]+)&amp;body=([^"]+)"', country)
    assert len(drafts) > 20
    for subject, body in drafts:
        assert re.fullmatch(r"Wegweiser%3A%20[\w-]+", subject)
        assert re.fullmatch(re.escape(subject) + r"%0AVersion%3A%20[\d-]{11}[0-9a-f]{8}%0A", body)
    assert "#fact=" not in country
    report = (tmp_path / "report/index.html").read_text(encoding="utf-8")
    assert 'href="mailto:facts@example.org?' in report
    assert f'href="{form}"' in report
    assert "has set no address" not in report


def test_an_address_that_is_none_stops_the_build_with_one_sentence(tmp_path: Path) -> None:
    done = build(tmp_path, WEGWEISER_REPORT_EMAIL="nobody")
    assert done.returncode != 0
    assert "WEGWEISER_REPORT_EMAIL is `nobody`. Write one e-mail address" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
