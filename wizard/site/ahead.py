"""What the home page loads ahead for the questions, on Wi-Fi and cable only."""

from __future__ import annotations

import json

from wizard.browser.publish import Published
from wizard.site import assets
from wizard.site.view import Html, View, relative


def ahead_html(view: View, published: Published) -> Html:
    """The list of Python's files in the language, and the script that asks for them."""
    addresses = [relative(view.url, file.url) for file in published.python_files(view.locale).values()]
    script = assets.small_script("ahead").strip()
    return Html(
        f'<script type="application/json" id="ahead">{json.dumps(addresses, separators=(",", ":"))}</script>'
        f'<script type="module">{script}</script>'
    )
