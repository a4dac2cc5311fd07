"""`make serve` in a copy with English and German: what an editor changes is on the page, faults are told."""

from __future__ import annotations

import os
import urllib.request
from collections.abc import Iterator

import pytest

from tests.conftest import Report
from wizard.bench.serve import EDITS, MARK, Edit, Editor, copy_without
from wizard.live.watch import Change, difference

CODE = "wizard/site/site_map_page.py"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """The running server, when the site is built."""
    with Editor(copy_without(tmp_path_factory.mktemp("live"))) as made:
        made.wait_for("Wegweiser is at")
        yield made


@pytest.mark.parametrize("name", ["sentence", "text", "fact_in_plan"])
def test_a_change_is_seen_and_taken_back(editor: Editor, report: Report, name: str) -> None:
    edit = EDITS[name]
    path = editor.project / edit.file
    before, page = path.read_text(encoding="utf-8"), editor.page(edit.page)
    assert MARK not in page
    editor.write(edit)
    report(f"make serve, {name}: seen after {editor.seen(MARK, edit.page):.1f} s")
    path.write_text(before, encoding="utf-8")
    editor.seen(MARK, edit.page, there=False)
    assert editor.page(edit.page) == page


def test_pages_made_alone_are_those_of_the_whole_build(editor: Editor) -> None:
    addresses = ("", "de/", "ghana/", "de/ghana/leaving/", "wizard/", "de/glossary/", "routes/", "changes/", "search/",
                 "site-map/", "de/returning/money/")  # fmt: skip
    before = {address: editor.page(address) for address in addresses}
    heard = len(editor.said)
    # The file stays as it is, but what was read from it is forgotten: each page is made anew.
    os.utime(editor.project / "wizard/texts/site.yaml")
    editor.wait_for("site.yaml: taken in", after=heard)
    assert {address: editor.page(address) for address in addresses} == before


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (Edit("docs/en/about.md", "\n## ", "\n{{ nonsense }}\n\n## ", "about/"), "There is no macro `nonsense`."),
        (Edit("wizard/texts/site.yaml", "site.name:", "site.name: [", "about/"), "wizard/texts/site.yaml:"),
        (Edit("wizard/facts/countries/ghana.yaml", "records:", "records: }", "ghana/"), "This is not valid YAML"),
        (Edit("overrides/main.html", "<main ", "{% if %}<main ", "ghana/"), "overrides/main.html:"),
    ],
    ids=["macro", "text", "fact", "template"],
)
def test_a_fault_is_told_and_the_page_stays_until_it_is_mended(editor: Editor, broken: Edit, told: str) -> None:
    path = editor.project / broken.file
    before, page, heard = path.read_text(encoding="utf-8"), editor.page(broken.page), len(editor.said)
    editor.write(broken)
    if broken.file.startswith("overrides/"):
        editor.wait_for("taken in", after=heard)
        assert editor.page(broken.page) == page
    editor.wait_for(told, after=heard)
    assert "Traceback" not in editor.said
    assert editor.page(broken.page) == page
    heard = len(editor.said)
    path.write_text(before, encoding="utf-8")
    editor.wait_for("taken in", after=heard)
    assert editor.page(broken.page) == page


def test_an_open_page_hears_of_its_change_and_no_built_page_listens(editor: Editor) -> None:
    edit = EDITS["sentence"]
    has = editor.page(edit.page).partition("&has=")[2].partition("`")[0]
    path = editor.project / edit.file
    before = path.read_text(encoding="utf-8")
    address = f"http://127.0.0.1:{editor.port}/-/changes?page=/{edit.page}&has={has}"
    with urllib.request.urlopen(address, timeout=60) as line:
        assert line.readline() == b"retry: 500\n"
        editor.write(edit)
        assert b"data: changed\n" in line.read()
    path.write_text(before, encoding="utf-8")
    editor.seen(MARK, edit.page, there=False)
    built = list((editor.project / "build").glob("serve-*/about/index.html"))
    assert built
    assert not [path for path in built if "/-/changes" in path.read_text(encoding="utf-8")]


def test_a_change_of_code_builds_the_whole_site_while_pages_stay(editor: Editor) -> None:
    path, heard = editor.project / CODE, len(editor.said)
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\nnonsense(\n", encoding="utf-8")
    editor.wait_for("this touches all pages", after=heard)
    editor.wait_for("All pages stay as they were", after=heard)
    assert "data-site-map" not in editor.page("site-map/")
    path.write_text(before.replace('Html(f"<p>{', 'Html(f"<p data-mended>{'), encoding="utf-8")
    editor.wait_for("Wegweiser is at", after=heard)
    assert "data-mended" in editor.page("site-map/")


def test_what_touches_all_pages_is_known() -> None:
    def one(name: str) -> Change:
        return Change(frozenset([name]))

    for name in ("docs/de/about.md", "wizard/texts/a.yaml", "wizard/facts/risks/a.yaml", "overrides/assets/home.css"):
        assert not one(name).touches_all, name
    for name in ("wizard/site/build.py", "mkdocs.yml", "wizard/languages.yaml", "wizard/facts/schema/a.schema.json"):
        assert one(name).touches_all == name
    new = frozenset(["docs/en/new.md"])
    assert Change(new, new).touches_all == "docs/en/new.md"
    assert one("wizard/core/plan.py").touches_phones
    assert not one("wizard/site/build.py").touches_phones


def test_the_same_files_are_no_change() -> None:
    assert difference({"a": (1, 1)}, {"a": (1, 1)}) is None
    assert difference({"a": (1, 1)}, {"a": (2, 1), "b": (1, 1)}) == Change(frozenset("ab"), frozenset("b"))
