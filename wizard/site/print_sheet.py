"""What a printed page needs and a phone does not: address, QR code, date."""

from __future__ import annotations

from html import escape

from wizard.site.qr import qr_svg
from wizard.site.view import Html, View


def print_sheet(view: View, address: str) -> Html:
    """The block at the top of the paper."""
    label = view.plain("site.qr.label")
    date = view.t("site.page_date", date=view.day_html(view.day.isoformat()))
    return Html(
        f'<aside class="print-sheet" aria-hidden="true">{qr_svg(address, label)}'
        f'<div><p><bdi dir="ltr">{escape(address)}</bdi></p>'
        f"<p>{date}</p><p>{view.t('site.not_government')}</p></div></aside>"
    )
