"""Two builds with different facts, one after the other: a page is never shown with rules or facts of another build."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.offline_visits import Phone
from tests.browser.other_builds import CENTRE, NEW_CENTRE, build, with_new_fact
from tests.browser.visitor import PATIENCE, Visitor
from wizard.bench.project_copy import copy_of_project

BACK_HOME: dict[str, object] = {"situation": "back_home", "nationality": "GH", "needs": ["work"]}
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
PAIRS = """async () => {
  const found = {};
  const named = /assets\\/[\\w./-]+\\.(?:css|js|mjs|wasm|zip|whl|txt)/g;
  for (const request of await (await caches.open("wegweiser-pages")).keys()) {
    const text = await (await caches.match(request)).text();
    found[new URL(request.url).pathname] = [...text.matchAll(named)].map(([address]) => address);
  }
  return found;
}"""


WORKER_WAITS = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 100));
}"""


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with one fact changed."""
    return with_new_fact(tmp_path_factory.mktemp("newer"))


@pytest.fixture(scope="module")
def switched_off(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that takes the service worker off all phones."""
    project = copy_of_project(tmp_path_factory.mktemp("off"))
    return build(project, WEGWEISER_SERVICE_WORKER="off", BUILD_ONLY_LOCALE="en")


def plan_in(phone: Phone, page: Page) -> str:
    visitor = Visitor(page, phone.host)
    visitor.interview(BACK_HOME)
    visitor.expect_plan()
    return page.locator("#wizard-plan-body").inner_text()


def expect_whole(phone: Phone) -> None:
    """Every kept page has all the files it names, so it can only run with those of its own build."""
    kept = set(phone.kept())
    for page, files in phone.page.evaluate(PAIRS).items():
        if not page.endswith(".json"):
            assert set(files) <= kept, (page, set(files) - kept)


def test_two_tabs_of_two_builds(phone: Phone, newer: Path) -> None:
    phone.open("ghana/")
    phone.settle("ghana/")
    phone.save()
    old_tab = phone.page
    phone.open("wizard/")
    phone.settle("wizard/")
    # A tab that was hidden before it came to rest would look for its script on the new host, and not listen.
    loaded = "performance.getEntriesByType('resource').some(one => one.name.endsWith('/keep.js'))"
    old_tab.wait_for_function(loaded, timeout=PATIENCE)
    phone.host.folder = newer
    # The old tab was open before the new build came, its plan is asked for after it.
    new_tab = phone.open("wizard/", phone.context.new_page())
    assert NEW_CENTRE in plan_in(phone, new_tab)
    old_tab.bring_to_front()
    old_plan = plan_in(phone, old_tab)
    assert CENTRE in old_plan
    assert NEW_CENTRE not in old_plan
    expect(old_tab.locator("#offline-new")).to_be_visible(timeout=PATIENCE)
    expect(new_tab.locator("#offline-new")).to_have_count(0)
    old_tab.locator("#offline-new button").click()
    expect(old_tab.locator("#offline-new")).to_have_count(0)
    assert NEW_CENTRE in plan_in(phone, old_tab)


def test_saved_copy_stays_whole_until_it_is_updated_by_a_tap(phone: Phone, newer: Path) -> None:
    phone.open("ghana/")
    phone.settle("ghana/")
    phone.save()
    phone.host.folder = newer
    page = phone.open("ghana/")
    expect(page.locator("main")).to_contain_text(NEW_CENTRE)
    expect(phone.card).to_contain_text("There are new facts")
    phone.settle("ghana/")
    phone.page.wait_for_timeout(1500)
    # Closing all tabs lets the new worker start; it takes away what no kept page names.
    page.close()
    phone.page = phone.context.new_page()
    phone.open("about/")
    phone.page.wait_for_timeout(1500)
    phone.fly()
    # The questions were saved with the old build, the page of the country was opened in the new one.
    visitor = Visitor(phone.page, phone.host)
    visitor.open()
    assert CENTRE in plan_in(phone, phone.page)
    phone.open("ghana/")
    expect(phone.page.locator("main")).to_contain_text(NEW_CENTRE)
    phone.fly(off=False)
    phone.open("ghana/")
    phone.host.seen.clear()
    phone.card.get_by_role("button", name="Update").click()
    expect(phone.card).to_contain_text("This loads", timeout=PATIENCE)
    phone.load()
    expect(phone.card).to_contain_text("It now works", timeout=PATIENCE)
    assert not [line for line in phone.host.seen if "/assets/python/" in line], "Python is the same and stays"
    expect_whole(phone)
    phone.fly()
    visitor.open()
    assert NEW_CENTRE in plan_in(phone, phone.page)


def test_files_of_the_old_build_go_when_nobody_needs_them(phone: Phone, newer: Path) -> None:
    phone.open("wizard/")
    phone.page.locator("#wizard-announce", has_text="loaded").wait_for(state="attached", timeout=PATIENCE)
    phone.settle("wizard/")
    phone.page.wait_for_timeout(1000)
    old = set(phone.kept("assets/wizard/data."))
    assert old
    phone.host.folder = newer
    phone.open("wizard/")
    phone.page.locator("#wizard-announce", has_text="loaded").wait_for(state="attached", timeout=PATIENCE)
    # Chromium looks for a new worker some time after it has shown the page.
    phone.page.evaluate(WORKER_WAITS)
    assert old < set(phone.kept("assets/wizard/data.")), "while tabs are open nothing is taken away"
    phone.page.close()
    phone.page = phone.context.new_page()
    phone.open("wizard/")
    phone.page.wait_for_timeout(2000)
    assert not old & set(phone.kept("assets/wizard/data."))
    expect_whole(phone)


def test_saving_during_an_update_of_the_server_saves_nothing(phone: Phone, newer: Path) -> None:
    phone.open("ghana/")
    phone.settle("ghana/")
    phone.host.folder = newer
    phone.card.get_by_role("button", name="Save on this phone").click()
    expect(phone.card).to_contain_text("just been updated", timeout=PATIENCE)
    assert not phone.kept("offline/saved/")


def test_kill_switch_removes_worker_and_copies(phone: Phone, switched_off: Path) -> None:
    phone.open("ghana/")
    phone.settle("ghana/", "de/ghana/")
    phone.host.folder = switched_off
    page = phone.open("ghana/")
    assert page.locator("script[data-offline]").count() == 0
    for _ in range(100):
        if phone.kept() == [] and page.evaluate(WORKERS) == 0:
            break
        page.wait_for_timeout(100)
    assert phone.kept() == []
    phone.open("ghana/")
    page.wait_for_timeout(500)
    assert page.evaluate(WORKERS) == 0
    assert phone.kept() == []


def test_kill_switch_is_also_a_file_to_copy(phone: Phone, tmp_path: Path) -> None:
    off = (phone.host.folder / "service-worker-off.js").read_bytes()

    def instead(handler: object, file: Path) -> bool:
        if file.name != "service-worker.js":
            return False
        handler.send_response(200)  # type: ignore[attr-defined]
        handler.send_header("Content-Type", "text/javascript")  # type: ignore[attr-defined]
        handler.send_header("Content-Length", str(len(off)))  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]
        handler.wfile.write(off)  # type: ignore[attr-defined]
        return True

    phone.open("about/")
    phone.settle("about/", "offline/")
    # What a page still keeps while everything is removed goes with its next visit; here all is at rest.
    before: list[str] = []
    while (now := phone.kept()) != before:
        before = now
        phone.page.wait_for_timeout(2000)
    phone.host.disturb = instead
    phone.page.evaluate("navigator.serviceWorker.getRegistration().then(registration => registration.update())")
    for _ in range(100):
        if phone.kept() == []:
            break
        phone.page.wait_for_timeout(100)
    assert phone.kept() == []
