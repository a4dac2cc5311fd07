"""The page on speed and weight: it shows what the committed run says, and nothing that the run does not say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import brotli
import pytest

from tests.site.conftest import Site
from wizard.bench.last_run import COMMAND, FILE, OURS, RunFault, read_run
from wizard.bench.phone.ratios import over_limit
from wizard.languages import language, languages
from wizard.records.compile import compile_texts
from wizard.site.bench_chart import MEASURED


def test_every_page_and_line_of_the_run_is_in_the_table(site: Site) -> None:
    main = next(site.page("figures/").root.find("main"))
    tables = list(main.find("table", class_="ways"))
    lines = read_run().lines
    assert len(tables) == len(lines)
    for table, line in zip(tables, lines, strict=True):
        rows = list(next(table.find("tbody")).find("tr"))
        assert len(rows) == len(line.pages)
        for row, page in zip(rows, line.pages, strict=True):
            assert f"{page.question_ms / 1000:.1f} seconds" in row.text, page.name
            assert f"{page.peak_mb:.1f} MB" in row.text, page.name


def test_bars_are_as_long_as_their_numbers_and_begin_where_reading_begins(site: Site) -> None:
    line = read_run().lines[0]
    with_python = [page for page in line.pages if page.python_ms is not None]
    assert with_python[0].name == OURS  # The page says: ours is the first one.
    longest = max(page.python_ms or 0 for page in with_python)
    for url, rtl in (("figures/", False), ("ar/figures/", True)):
        bars = re.findall(r'<rect x="([\d.]+)" width="([\d.]+)"', site.page(url).html)
        assert len(bars) == 2 * sum(page.python_ms is not None for one in read_run().lines for page in one.pages)
        for (start, width), page in zip(bars, with_python, strict=False):
            assert float(width) == pytest.approx(100 * (page.python_ms or 0) / longest, abs=0.1), page.name
            assert float(start) == pytest.approx(100 - float(width) if rtl else 0)


def test_missed_aims_are_said(site: Site) -> None:
    aims = read_run().aims
    data = json.loads(FILE.read_text(encoding="utf-8"))
    assert [aim.name for aim in aims if not aim.met] == data["over_limit"] == over_limit(data["ratios"]["slow"])
    shown = next(site.page("figures/").root.find("main")).text
    assert shown.count("not reached.") == len(data["over_limit"])


def test_about_leads_to_it_and_the_menu_does_not(site: Site) -> None:
    assert any(link.attrs["href"] == "../figures/" for link in site.page("about/").root.find("a"))
    menu = next(site.page("").root.find("nav", class_="menu__panel"))
    assert not [link for link in menu.find("a") if "figures" in link.attrs["href"]]


@pytest.mark.parametrize("locale", [row.locale for row in languages()])
def test_it_says_when_on_what_and_how_in_each_language(site: Site, locale: str) -> None:
    run = read_run()
    page = site.page(f"{language(locale).folder}figures/")
    main = next(page.root.find("main"))
    assert f'datetime="{run.date}"' in page.html
    assert any(node.text == COMMAND for node in main.find("code"))
    assert any(node.text == run.machine for node in main.find("bdi"))
    # Whole in this language: only the computer is described in English.
    assert not [node for node in main.find("span") if "in-other-language" in node.attrs.get("class", "")]


def test_it_weighs_at_most_15_kilobytes_and_its_words_are_not_sent_with_the_questions(site: Site) -> None:
    for row in languages():
        assert len(brotli.compress(site.page(f"{row.folder}figures/").html.encode(), quality=11)) <= 15 * 1024
        assert not [text_id for text_id in compile_texts(row.locale) if "figures." in text_id]


@pytest.mark.parametrize("spoil", ["date", "machine", "profiles", "ours", "json"])
def test_a_spoilt_run_says_what_to_do(spoil: str, tmp_path: Path) -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    if spoil == "ours":
        del data["profiles"]["slow"]["peers"][OURS]
    elif spoil != "json":
        del data[spoil]
    file = tmp_path / "run.json"
    file.write_text(json.dumps(data)[: 100 if spoil == "json" else None], encoding="utf-8")
    with pytest.raises(RunFault, match="wizard.bench.phone --out"):
        read_run(file)


def test_all_kinds_are_used(site: Site) -> None:
    prose = (Path(__file__).resolve().parents[2] / "docs" / "en" / "figures.md").read_text(encoding="utf-8")
    assert {f"{{{{ measured:{kind} }}}}" in prose for kind in MEASURED} == {True}
