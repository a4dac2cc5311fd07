"""The search, whose program is WebAssembly too."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from tests.engines.phone import Phone

ASKED = {"en": ("", "advice centre Ghana"), "ar": ("ar/", "مركز الاستشارة غانا")}


@pytest.mark.parametrize("locale", ASKED)
def test_finds_and_leads_there(phone: Phone, locale: str) -> None:
    folder, words = ASKED[locale]
    phone.open(f"{folder}search/")
    phone.one("#search input").send_keys(words + Keys.ENTER)
    phone.wait(lambda: phone.all("#search ol > li mark"), "results")
    phone.picture(f"{locale}-search")
    assert phone.sideways <= 0
    phone.tap('#search ol a[href*="ghana/"]')
    phone.wait(lambda: "/ghana/" in phone.driver.current_url, "the page found")
    phone.driver.back()
    phone.wait(lambda: phone.all("#search ol > li mark"), "results again")
    assert phone.one("#search input").get_attribute("value") == words
    assert phone.engine.faults == []
