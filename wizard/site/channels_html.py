"""Ways to reach an office: big links to tap for calls and messages, plain lines for the rest."""

from __future__ import annotations

from html import escape
from typing import Any

from wizard.records.read import Record
from wizard.records.shown import format_phone, region, shown_channels
from wizard.site.dates import hours_text
from wizard.site.icons import icon
from wizard.site.places import language_name
from wizard.site.place_names import place_html
from wizard.site.sources_html import outside_link
from wizard.site.view import Html, View

_ICONS = {
    "phone": "phone",
    "short_code": "phone",
    "whatsapp": "whatsapp",
    "sms": "message-text-outline",
    "email": "email-outline",
}


def call_link(record: Record, channel: dict[str, Any]) -> tuple[str, str]:
    """Number as shown and the address a tap opens."""
    kind, value = channel["type"], str(channel["value"])
    if kind == "short_code":
        return value, "tel:" + "".join(c for c in value if c.isdigit() or c in "*#")
    if kind == "sms" and not value.startswith("+"):
        return value, f"sms:{value}"
    if kind == "email":
        return value, f"mailto:{value}"
    shown, tel = format_phone(value, region(record.countries))
    # A free number stands as on its posters; the library would group its digits in another way.
    shown = shown if value.startswith("+") else value
    number = tel.removeprefix("tel:")
    if kind == "whatsapp":
        return shown, "https://wa.me/" + number.lstrip("+")
    return shown, f"sms:{number}" if kind == "sms" else tel


def _remarks(view: View, record: Record, channel: dict[str, Any]) -> Html:
    parts: list[Html] = []
    if channel.get("service"):
        parts.append(view.t(f"site.service.{channel['service']}"))
    if channel.get("place") and channel["place"] != record.get("city") and channel["type"] != "address":
        parts.append(place_html(view, str(channel["place"])))
    if channel.get("cost"):
        parts.append(view.t(f"site.cost.{channel['cost']}"))
    if channel.get("reach") == "inside_country":
        parts.append(view.t("site.reach.inside_country"))
    if channel["type"] == "whatsapp":
        parts.append(view.t("site.whatsapp.note"))
    if channel.get("note"):
        parts.append(view.fact(record, channel["note"]))
    return Html(" · ".join(parts))


def tap_html(view: View, record: Record, channel: dict[str, Any], big: bool = False) -> Html:
    """A call, message or mail as a link of at least 44 px."""
    view.used.note(record.id)
    shown, address = call_link(record, channel)
    kind = channel["type"]
    label = view.t(f"site.channel.{kind}")
    remarks = _remarks(view, record, channel)
    note = f'<span class="remark">{remarks}</span>' if remarks else ""
    css = "call call--big" if big else "call"
    return Html(
        f'<li><a class="{css}" dir="ltr" href="{escape(address)}" rel="noreferrer">{icon(_ICONS[kind])}'
        f'<span class="visually-hidden" dir="{view.language.direction}">{label}: </span>{escape(shown)}</a>{note}</li>'
    )


def _line(view: View, record: Record, channel: dict[str, Any]) -> Html:
    kind, value = channel["type"], channel["value"]
    if kind == "website":
        shown = outside_link(str(value))
    elif kind == "hours":
        if value == "24/7":
            shown = view.t("site.hours.always")
        else:
            text = hours_text(str(value), view.locale)
            shown = Html(f"<span>{escape(text)}</span>" if text else f'<bdi dir="ltr">{escape(str(value))}</bdi>')
    elif kind == "languages":
        codes = value if isinstance(value, list) else [value]
        separator = "، " if view.language.direction == "rtl" else ", "
        shown = Html(escape(separator.join(language_name(str(code), view.locale) for code in codes)))
    else:
        shown = Html(f'<bdi class="address">{escape(str(value))}</bdi>')
    remarks = _remarks(view, record, channel)
    note = f' <span class="remark">{remarks}</span>' if remarks else ""
    return Html(f"<div><dt>{view.t(f'site.channel.{kind}')}</dt><dd>{shown}{note}</dd></div>")


def channels_html(view: View, record: Record) -> Html:
    """All channels of a record that may be shown; empty when there is none."""
    shown = shown_channels(record)
    taps = "".join(tap_html(view, record, c) for c in shown if c["type"] in _ICONS)
    lines = "".join(_line(view, record, c) for c in shown if c["type"] not in _ICONS)
    taps = f'<ul class="taps">{taps}</ul>' if taps else ""
    lines = f'<dl class="lines">{lines}</dl>' if lines else ""
    return Html(taps + lines)
