"""Paper from Firefox. WebKit's driver cannot print."""

from __future__ import annotations

import base64
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selenium.webdriver.common.print_page_options import PrintOptions

from tests.engines.firefox import Firefox
from tests.engines.needed import program
from tests.engines.phone import Phone
from wizard.site.places import FOLDERS

A4 = (21.0, 29.7)  # cm
# Two that Firefox still leaves: it does not count the room that they take up.
MOST_ALONE = 2
BACK_HOME: dict[str, object] = {"situation": "back_home", "nationality": "GH", "needs": ["work"]}
HEADINGS = """
const words = (one) => one.textContent.replace(/\\s+/g, " ").trim();
return [...document.querySelectorAll(".content h2, .content h3")].map(words);
"""


pytestmark = pytest.mark.parametrize("phone", [Firefox], ids=["firefox"], indirect=True)


def printed(phone: Phone, folder: Path) -> Path:
    options = PrintOptions()
    options.page_width, options.page_height = A4
    file = folder / "printed.pdf"
    file.write_bytes(base64.b64decode(phone.driver.print_page(options)))
    return file


def last_lines(pdf: Path) -> list[str]:
    """The last line of each column."""
    made = subprocess.run([program("pdftotext"), "-bbox-layout", pdf, "-"], capture_output=True, text=True, check=True)
    html = re.sub(r' xmlns="[^"]*"|<!DOCTYPE[^>]*>', "", made.stdout)
    found: list[str] = []
    for page in ElementTree.fromstring(html).iter("page"):
        middle = float(page.attrib["width"]) / 2
        lines = list(page.iter("line"))
        for right in (False, True):
            column = [line for line in lines if (float(line.attrib["xMin"]) > middle - 10) is right]
            if column:
                last = max(column, key=lambda line: float(line.attrib["yMax"]))
                found.append(" ".join(word.text or "" for word in last.iter("word")))
    return found


def test_headings_stand_with_what_they_head(phone: Phone, tmp_path: Path) -> None:
    """Firefox knows no `break-after: avoid`: `print.css` helps it (without that, 22 headings end a column)."""
    alone: list[str] = []
    for country in FOLDERS.values():
        phone.open(f"{country}/")
        headings = phone.script(HEADINGS)
        last = last_lines(printed(phone, tmp_path))
        assert len(headings) > 10
        assert len(last) > 4
        alone += [f"{country}: {heading}" for heading in set(last) & set(headings)]
    assert len(alone) <= MOST_ALONE, alone


def test_plan_on_paper(phone: Phone, tmp_path: Path) -> None:
    phone.open("wizard/")
    phone.interview(BACK_HOME)
    titles = [one.text for one in phone.all("#wizard-plan .step > h3")]
    pdf = printed(phone, tmp_path)
    made = subprocess.run([program("pdftotext"), pdf, "-"], capture_output=True, text=True, check=True)
    words = " ".join(made.stdout.split())
    assert len(titles) > 2
    for title in titles:
        assert " ".join(title.split()).lstrip("0123456789 ") in words
    # Buttons are of no use on paper, and the address of the page is.
    assert phone.text("#wizard-delete") not in words
    assert "/wizard/" in words
