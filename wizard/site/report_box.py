"""The box on the page `report`: the text of a report, and where to send it."""

from __future__ import annotations

from html import escape

from wizard.site.sources_html import outside_link
from wizard.site.tools import labels, on_demand
from wizard.site.view import Html, View


def report_box_html(view: View) -> Html:
    """What the operator has set: mail, a form, or neither; the script fills in the fact that stands behind `#`."""
    to = view.report
    ways = ""
    if to.email:
        ways += f'<p><a class="button" href="{escape(to.mail())}">{view.t("trust.report.mail")}</a></p>'
    if to.page:
        ways += f"<p>{view.t('trust.report.form')}: {outside_link(to.page)}</p>"
    if not ways:
        ways = f'<p class="note">{view.t("trust.report.no_address")}</p>'
    words = labels(view, "trust.report", "copy", "copied", "by_hand", "send")
    return Html(
        f'<div class="report-box" data-report="{on_demand(view, "send")}" data-version="{escape(to.version)}"{words}>'
        f'{ways}<p class="report-box__which">{view.t("trust.report.which")}</p>'
        f'<label hidden>{view.t("trust.report.label")}<textarea readonly rows="3" dir="ltr"></textarea></label></div>'
    )
