"""Pages of running text on going back and on being back home: help first, choices open, facts and links that hold."""

from __future__ import annotations

from collections.abc import Iterator

import brotli
import pytest

from tests.site.conftest import BuiltPage, Site
from tests.site.html_tree import Node
from wizard.languages import languages
from wizard.records.catalogue import SOURCE, Catalogue
from wizard.records.read import Facts, read_facts
from wizard.site.by_country import TOPICS, records_on
from wizard.site.macros import MacroFault, expand
from wizard.site.places import FOLDERS
from wizard.site.view import View

SITUATIONS = ("returning", "back-home")
# Where violence, illness of the mind or children may be the reason for reading.
DANGER_FIRST = (
    "returning/",
    "returning/families/",
    "returning/violence-and-trafficking/",
    "returning/young-people-alone/",
    "returning/contacts-in-germany/",
    "back-home/",
    "back-home/first-week/",
    "back-home/when-things-go-wrong/",
    "back-home/health/",
)
# Not read as running text: cards, tables, lists that are folded, the sources for paper, buttons.
_APART = {"article", "table", "details", "nav", "dl"}
_APART_CLASSES = {"printed-sources", "countries", "start", "onwards", "danger"}
_SENT_BYTES = 15_000


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts()


def guide_pages(site: Site) -> Iterator[BuiltPage]:
    """Pages of both situations in all languages."""
    for page in site.pages:
        if page.url.removeprefix(page.language.folder).startswith(tuple(f"{name}/" for name in SITUATIONS)):
            yield page


def main_of(page: BuiltPage) -> Node:
    return next(page.root.find("main"))


def elements_in_order(node: Node) -> list[Node]:
    return list(node.find())


def words(node: Node) -> int:
    """Words a visitor reads from top to bottom without opening anything."""
    count = 0
    for child in node.children:
        if isinstance(child, str):
            count += len(child.split())
        elif child.name not in _APART and not _APART_CLASSES & set(child.attrs.get("class", "").split()):
            count += words(child)
    return count


def test_there_are_pages_of_both_situations(site: Site) -> None:
    urls = [page.url for page in guide_pages(site)]
    assert len(urls) == len(set(urls)) > 20 * len(languages())


@pytest.mark.parametrize("url", DANGER_FIRST)
def test_help_in_danger_stands_before_everything_else(site: Site, url: str) -> None:
    for row in languages():
        order = elements_in_order(main_of(site.page(f"{row.folder}{url}")))
        box = next(i for i, node in enumerate(order) if "danger" in node.attrs.get("class", "").split())
        heading = next(i for i, node in enumerate(order) if node.name == "h2")
        assert box < heading, f"{row.folder}{url}"


def test_box_in_germany_has_the_numbers_of_the_facts(site: Site, facts: Facts) -> None:
    for url in (url for url in DANGER_FIRST if url.startswith("returning/")):
        box = next(main_of(site.page(url)).find("section", class_="danger"))
        calls = [link.attrs["href"] for link in box.find("a", class_="call")]
        wanted = [facts.by_id(name)["channels"][0]["value"] for name in ("emergency-110", "emergency-112")]
        assert calls[:2] == [f"tel:{number}" for number in wanted]
        assert calls[2:] == ["tel:116016"], "the helpline against violence"


def test_box_at_home_names_every_country(site: Site, facts: Facts) -> None:
    box = next(main_of(site.page("back-home/")).find("section", class_="danger"))
    rows = list(box.find("tr"))
    assert len(rows) == len(FOLDERS)
    for code, folder in FOLDERS.items():
        row = next(row for row in rows if any(folder in link.attrs["href"] for link in row.find("a")))
        shown = {
            channel["value"]
            for record in facts.of_country(code, "contact")
            if record["role"] == "emergency" and not record.get("withheld")
            for channel in record.get("channels", [])
            if channel["type"] == "short_code" and not channel.get("withheld") and channel["confidence"] != "low"
        }
        assert {link.text for link in row.find("a", class_="call")} >= shown, code
        assert shown or "No number is confirmed" in row.text, code


def test_staying_and_advice_is_always_a_choice(site: Site) -> None:
    for page in guide_pages(site):
        rest = page.url.removeprefix(page.language.folder)
        if rest.startswith("returning/") and rest != "returning/legal-advice/":
            links = [link.attrs.get("href", "") for link in main_of(page).find("a")]
            assert any("legal-advice/" in link for link in links), page.url


def test_pages_end_with_where_to_go_next(site: Site) -> None:
    for page in guide_pages(site):
        main = main_of(page)
        links = [link.attrs.get("href", "") for link in main.find("a")]
        assert any("wizard/" in link for link in links), f"{page.url}: the questions"
        assert any("returningfromgermany.de" in link for link in links), f"{page.url}: the official page"
        assert all(any(f"/{folder}/" in link for link in links) for folder in FOLDERS.values()), (
            f"{page.url}: countries"
        )
        if page.url.removeprefix(page.language.folder).removesuffix("/") not in SITUATIONS:
            headings = [node.attrs["id"] for node in main.find("h2") if "id" in node.attrs]
            assert headings[-1] == "next", page.url


def test_links_into_pages_find_their_place(site: Site) -> None:
    ids: dict[str, set[str]] = {}
    checked = 0
    for page in guide_pages(site):
        for link in main_of(page).find("a"):
            path, _, anchor = link.attrs.get("href", "").partition("#")
            if not anchor or ":" in path or anchor.startswith(("a=", "fact=")):
                continue
            target = (site.folder / page.url / path).resolve().relative_to(site.folder.resolve()).as_posix()
            url = "" if target == "." else f"{target}/"
            if url not in ids:
                ids[url] = {node.attrs["id"] for node in site.page(url).root.find() if "id" in node.attrs}
            assert anchor in ids[url], f"{page.url} links to {url}#{anchor}"
            checked += 1
    assert checked > 500


def test_table_of_programmes_says_what_the_facts_say(site: Site, facts: Facts) -> None:
    texts = Catalogue(SOURCE)
    table = next(main_of(site.page("returning/programmes/")).find("table", class_="ways--by-country"))
    rows = list(next(table.find("tbody")).find("tr"))
    assert len(rows) == len(FOLDERS)
    for code, folder in FOLDERS.items():
        row = next(row for row in rows if any(folder in link.attrs["href"] for link in row.find("a")))
        record = facts.by_id(f"return-options-{code.lower()}")
        states = [node.text for node in row.find("span", class_="state")]
        assert states == [str(texts.text(f"site.offer.{key}.{value}")) for key, value in record["offers"].items()], code
        assert "not known for this country" in row.text, f"{code}: no source gives a waiting time"


def test_every_programme_says_conditions_and_waiting_time_or_that_it_is_not_known(site: Site) -> None:
    table = next(main_of(site.page("returning/programmes/")).find("table", class_="ways--each"))
    for row in next(table.find("tbody")).find("tr"):
        cells = [cell.text for cell in row.find("td")]
        assert len(cells) == 5 and all(len(cell.split()) > 5 or cell.endswith("not known") for cell in cells), row.text
    assert "up to 8 weeks" in table.text


@pytest.mark.parametrize("name", TOPICS)
def test_lists_by_country_hold_only_facts_of_that_country(facts: Facts, name: str) -> None:
    view = View(SOURCE, facts, Catalogue(SOURCE), "returning/")
    found = {code: records_on(view, TOPICS[name], code) for code in FOLDERS}
    assert sum(1 for records in found.values() if records) > 2, "the topic is nearly empty"
    assert all(record.countries == [code] for code, records in found.items() for record in records)
    assert not any(record.get("withheld") for records in found.values() for record in records)


@pytest.mark.parametrize("macro", ["by_country:cars", "danger:moon", "onward:staying", "germany_contacts:all"])
def test_unknown_word_of_a_macro_is_refused_with_the_known_ones(facts: Facts, macro: str) -> None:
    view = View(SOURCE, facts, Catalogue(SOURCE), "returning/")
    with pytest.raises(MacroFault, match=r"page\.md:2: There is no `.*` here\. There are: \w+"):
        expand(f"First.\n{{{{ {macro} }}}}\n", view, "page.md")


def test_pages_are_short(site: Site) -> None:
    for page in guide_pages(site):
        if page.language == languages()[0] and page.url.removesuffix("/") not in SITUATIONS:
            assert 200 <= words(main_of(page)) <= 700, f"{page.url}: {words(main_of(page))} words"


def test_pages_are_light(site: Site) -> None:
    for page in guide_pages(site):
        sent = len(brotli.compress(page.html.encode(), quality=11))
        assert sent <= _SENT_BYTES, f"{page.url}: {sent} bytes"


def test_menu_shows_the_pages_of_a_situation_only_there(site: Site) -> None:
    def menu(url: str) -> list[str]:
        links = next(site.page(url).root.find("nav", class_="menu__panel")).find("a")
        return [(site.folder / url / link.attrs["href"]).resolve().name for link in links]

    assert "your-decision" in menu("returning/papers/") and "first-week" not in menu("returning/papers/")
    assert "first-week" in menu("back-home/work/") and "your-decision" not in menu("back-home/work/")
    assert {"returning", "back-home"} <= set(menu("about/"))
    assert not {"your-decision", "first-week"} & set(menu("about/"))
