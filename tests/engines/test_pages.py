"""Pages of each kind on a small screen: nothing sticks out, nothing fails, and what can be tapped opens."""

from __future__ import annotations

import re

import pytest
from selenium.webdriver.common.keys import Keys

from tests.engines.phone import Phone

PAGES = {
    "country": "ghana/",
    "steps": "ghana/returning/",
    "ways": "routes/",
    "guide": "leaving/recognition/",
    "sources": "sources/ghana/",
    "figures": "figures/",
}
# What can be seen and is wider than the screen, but for boxes that scroll by themselves.
STICKING_OUT = """
const scrolls = (one) => one && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
const wide = ({ left, right, width, height }) => width > 1 && height > 1 && (left < -1 || right > innerWidth + 1);
return [...document.querySelectorAll("body *:not(svg *)")]
  .filter((one) => one.checkVisibility() && wide(one.getBoundingClientRect()) && !scrolls(one.parentElement))
  .map((one) => one.outerHTML.slice(0, 120));
"""


@pytest.mark.parametrize("folder", ["", "ar/"], ids=["en", "ar"])
def test_page_fits_the_screen(phone: Phone, folder: str) -> None:
    for name, address in PAGES.items():
        assert phone.host.find(folder + address), address
        phone.open(folder + address)
        assert phone.script("return document.documentElement.dir || 'ltr'") == ("rtl" if folder else "ltr")
        phone.picture(f"{folder.strip('/') or 'en'}-page-{name}")
        assert phone.sideways <= 0, address
        assert phone.script(STICKING_OUT) == [], address
        # Firefox calls it an error when a page is left while it loads something.
        phone.rest()
    assert phone.engine.faults == []


def test_menu_opens_and_closes(phone: Phone) -> None:
    phone.open("ar/ghana/")
    phone.tap("details.menu > summary")
    link = phone.one("details.menu a")
    phone.wait(link.is_displayed, "the menu")
    phone.picture("ar-menu")
    assert phone.script(STICKING_OUT) == []
    phone.one("details.menu > summary").send_keys(Keys.ESCAPE)
    phone.wait(lambda: not link.is_displayed(), "the menu closed")


@pytest.mark.parametrize("folder", ["", "ar/"], ids=["en", "ar"])
def test_german_word_is_explained(phone: Phone, folder: str) -> None:
    phone.open(f"{folder}leaving/recognition/")
    phone.tap("button.term")
    phone.wait(lambda: phone.all(".term__box"), "the explanation")
    box = phone.one(".term__box")
    phone.wait(box.is_displayed, "the explanation on the screen")
    phone.picture(f"{folder.strip('/') or 'en'}-term")
    place = box.rect
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= phone.engine.width
    word = phone.one("button.term").rect
    beside = abs(place["y"] - word["y"] - word["height"]), abs(place["y"] + place["height"] - word["y"])
    assert min(beside) < 10, "right below the word or right above it"
    assert phone.engine.faults == []


def test_other_page_of_the_same_country(phone: Phone) -> None:
    """Back and forward keep working: pages come from what the engine keeps of them."""
    phone.open("ghana/")
    phone.tap('main a[href$="returning/"]')
    phone.wait(lambda: re.search(r"/ghana/returning/", phone.driver.current_url), "the next steps")
    phone.driver.back()
    phone.wait(lambda: phone.driver.current_url.endswith("/ghana/"), "the country")
    assert phone.one("h1").text == "Ghana"
