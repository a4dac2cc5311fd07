"""What the build writes for use without internet: hashed names, lists, manifests, worker; and the packed files."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import struct
from datetime import date
from pathlib import Path

import brotli
import pytest

from tests.site.conftest import ROOT, Site
from wizard.languages import languages
from wizard.offline.publish import UNNAMED, finish
from wizard.site.compress import compress
from wizard.site.places import FOLDERS

HASHED = re.compile(r"[0-9a-f]{8,}")


def lists(site: Site) -> dict[str, list[list[object]]]:
    folder = next((site.folder / "assets/offline").iterdir())
    return {group: json.loads((folder / f"{group}.json").read_text()) for group in ["common", *FOLDERS.values()]}


def test_all_that_is_kept_for_ever_has_its_hash_in_its_address(site: Site) -> None:
    files = [path for path in (site.folder / "assets").rglob("*") if path.is_file()]
    assert len(files) > 30
    for path in files:
        assert HASHED.search(path.relative_to(site.folder).as_posix()), path


def test_every_page_names_one_version(site: Site) -> None:
    versions = [path.name for path in (site.folder / "assets/offline").iterdir()]
    assert len(versions) == 1
    for page in site.pages:
        script = next(node for node in page.root.find("script") if "data-offline" in node.attrs)
        assert script.attrs["data-offline"].endswith(f"assets/offline/{versions[0]}/")
        assert UNNAMED not in page.html


def test_pages_say_what_they_are_saved_with(site: Site) -> None:
    def group(url: str) -> str | None:
        return next(n for n in site.page(url).root.find("script") if "data-offline" in n.attrs).attrs.get("data-group")

    assert group("ar/ghana/leaving/") == "ghana"
    assert group("de/wizard/") == "wizard"
    assert group("about/") is None
    assert group("routes/") is None


def test_lists_are_complete_and_true(site: Site) -> None:
    for group, rows in lists(site).items():
        assert rows, group
        for address, size, load, check in rows:
            path = site.folder / str(address)
            content = (path / "index.html" if path.is_dir() else path).read_bytes()
            assert len(content) == size
            assert hashlib.sha256(content).hexdigest().startswith(str(check))
            assert 0 < int(str(load)) <= len(content) + 100


def test_a_country_has_all_its_pages_in_all_languages(site: Site) -> None:
    found = lists(site)
    for country in FOLDERS.values():
        below = (f"{country}/", f"sources/{country}/")
        pages = {page.url for page in site.pages if page.url.removeprefix(page.language.folder).startswith(below)}
        saved = {row[0] for row in found[country]}
        assert {address for address in saved if address.endswith("/")} == pages
        # And their texts for the search, nothing else.
        assert all(address.endswith(("/", ".pf_fragment")) for address in saved)
        assert saved - pages
        assert len(pages) == 5 * len(languages())


def test_common_list_has_what_a_plan_needs(site: Site) -> None:
    names = " ".join(str(row[0]) for row in lists(site)["common"])
    needed = (".wasm", "python_stdlib.zip", ".whl", "worker.js", "guide.", "keep.js", *(f"data.{r.locale}." for r in languages()))
    assert [name for name in needed if name not in names] == []
    assert [row.folder for row in languages() if f"{row.folder}wizard/" not in names] == []


def test_texts_of_all_languages(site: Site) -> None:
    folder = next((site.folder / "assets/offline").iterdir())
    used = set(re.findall(r'text\(\s*"([a-z_.]+)"', "".join(path.read_text() for path in (ROOT / "wizard/offline").glob("*.js"))))
    assert len(used) > 8
    for row in languages():
        texts = json.loads((folder / f"{row.lang}.json").read_text(encoding="utf-8"))
        assert used <= texts.keys()


def test_manifest_of_each_language(site: Site) -> None:
    for row in languages():
        content = json.loads((site.folder / f"manifest.{row.locale}.webmanifest").read_text(encoding="utf-8"))
        assert (content["lang"], content["dir"]) == (row.lang, row.direction)
        assert content["start_url"] == content["id"] == f"./{row.folder}"
        link = next(site.page(f"{row.folder}ghana/").root.find("link", rel="manifest")).attrs["href"]
        assert link.endswith(f"manifest.{row.locale}.webmanifest")
        for icon in content["icons"]:
            png = (site.folder / icon["src"]).read_bytes()
            width, height = struct.unpack(">II", png[16:24])
            assert icon["sizes"] == f"{width}x{height}"
        assert {icon["purpose"] for icon in content["icons"]} == {"any", "maskable"}


def test_service_worker_is_short_and_knows_no_file(site: Site) -> None:
    source = (ROOT / "wizard/offline/service-worker.js").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 100
    built = (site.folder / "service-worker.js").read_text(encoding="utf-8")
    assert "{{" not in built
    assert not re.search(r"\.(css|wasm|html)\b", built)


def small_site(folder: Path, said: str, style: str = "a") -> str:
    """A tiny site with one page; its edition after `finish`."""
    folder.mkdir()
    page = f'<html><head>{style}<script data-offline="{UNNAMED}"></script></head><main>{said}</main></html>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    finish(folder, date(2026, 11, 22), {})
    found = re.search(r'"([0-9a-f]{16})"', (folder / "service-worker.js").read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_new_facts_are_news_new_days_and_styles_are_not(tmp_path: Path) -> None:
    first = small_site(tmp_path / "a", 'Call 1 <time datetime="2026-11-22">22 November</time>')
    assert first == small_site(tmp_path / "b", 'Call 1 <time datetime="2026-11-22">today</time>')
    assert first == small_site(tmp_path / "c", 'Call 1 <time datetime="2026-11-22">x</time>', style="b")
    assert first != small_site(tmp_path / "d", 'Call 2 <time datetime="2026-11-22">22 November</time>')
    assert small_site(tmp_path / "e", "Call 233302000000") != small_site(tmp_path / "f", "Call 233302000001")
    versions = {next((tmp_path / name / "assets/offline").iterdir()).name for name in "abcdef"}
    assert len(versions) == 6


def test_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWEISER_SERVICE_WORKER", "off")
    (tmp_path / "index.html").write_text("<html></html>", encoding="utf-8")
    finish(tmp_path, date(2026, 11, 22), {})
    assert "unregister" in (tmp_path / "service-worker.js").read_text(encoding="utf-8")
    assert not (tmp_path / "assets").exists()
    monkeypatch.setenv("WEGWEISER_SERVICE_WORKER", "of")
    with pytest.raises(SystemExit, match="can be `on` or `off`"):
        finish(tmp_path, date(2026, 11, 22), {})


def test_packed_files_stand_beside_and_are_remembered(tmp_path: Path) -> None:
    site, remembered = tmp_path / "site", tmp_path / "remembered"
    site.mkdir()
    text = "Wegweiser " * 200
    (site / "index.html").write_text(text, encoding="utf-8")
    (site / "same.html").write_text(text, encoding="utf-8")
    (site / "tiny.css").write_text("a{}", encoding="utf-8")
    (site / "icon.png").write_bytes(b"x" * 5000)
    first = compress(site, remembered)
    assert brotli.decompress((site / "index.html.br").read_bytes()).decode() == text
    assert gzip.decompress((site / "index.html.gz").read_bytes()).decode() == text
    assert first.brotli < first.bytes / 10
    assert sorted(path.name for path in site.iterdir() if path.suffix in (".br", ".gz")) == [
        "index.html.br", "index.html.gz", "same.html.br", "same.html.gz",
    ]
    assert compress(site, remembered).fresh == 0
    (site / "index.html").write_text(text + "!", encoding="utf-8")
    assert compress(site, remembered).fresh == 1
    assert brotli.decompress((site / "index.html.br").read_bytes()).decode() == text + "!"
