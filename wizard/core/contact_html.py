"""HTML of a contact in a plan: ways to reach it, when it was checked, and whom to ask where none is confirmed."""

from __future__ import annotations

from wizard.core.markup import escape, isolated, marked, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.data import Data
    from wizard.core.shapes import Row


_CALLS = ("phone", "short_code", "whatsapp", "sms", "email")


def name_html(record: Row, data: Data) -> str:
    """Name of an office or route, in the language it has."""
    return marked(f"<bdi>{escape(record['name'])}</bdi>", record.get("name_lang", data.lang), data)


def place_name(place: str, data: Data) -> str:
    """A town or region in the reader's language where we have it."""
    return data.plain(f"option.place.{place}") if f"option.place.{place}" in data.texts else place


def channel_html(channel: Row, data: Data) -> str:
    """One way to reach an office: a link to tap, or a line to read."""
    note = " · ".join(
        escape(part)
        for part in (
            channel.get("service_show"),
            place_name(channel.get("place") or "", data),
            channel.get("cost_show"),
            channel.get("reach_show"),
        )
        if part
    )
    if channel.get("note"):
        given: str | list[str] = channel["note"]
        text, lang = (given, data.lang) if isinstance(given, str) else (given[0], given[1])
        note += (" · " if note else "") + marked(escape(text), lang, data)
    note = f' <span class="remark">{note}</span>' if note else ""
    shown = escape(channel["show"])
    label = words(data, "channel." + channel["type"])
    if channel["type"] in _CALLS:
        return (
            f'<li><a class="call" dir="ltr" href="{escape(channel["uri"])}" rel="noreferrer">'
            f'<span class="visually-hidden" dir="{data.direction}">{label}: </span>{shown}</a>{note}</li>'
        )
    if channel["type"] == "website":
        return f'<li><a dir="ltr" href="{escape(channel["value"])}" rel="noreferrer">{shown}</a>{note}</li>'
    return f"<li>{label}: {isolated(channel['show'], 'ltr' if channel['type'] == 'address' else None)}{note}</li>"


def contact_html(contact: Row, data: Data, shown: set[str], day: str) -> str:
    """A contact of the plan; one that was shown before is only named again. `shown` is added to."""
    record = data.records[contact["id"]]
    if f"contact:{contact['id']}" in shown:
        return (
            f'<li class="contact contact--again"><a href="#contact-{contact["id"]}">{name_html(record, data)}</a></li>'
        )
    shown.add(f"contact:{contact['id']}")
    parts = [f'<li class="contact" id="contact-{contact["id"]}"><p class="contact-name">{name_html(record, data)}</p>']
    if record.get("state") == "unknown":
        parts.append(f'<p class="not-confirmed">{words(data, "plan.state_unknown")}</p>')
    if contact["confirmed"]:
        parts.append(f'<ul class="taps">{"".join(channel_html(channel, data) for channel in record["channels"])}</ul>')
    else:
        parts.append(f'<p class="not-confirmed">{words(data, "plan.not_confirmed")}</p>')
        best = data.records.get(contact["instead"] or "")
        if best and f"contact:{best['id']}" in shown:
            parts.append(f'<p>{words(data, "plan.ask_instead")} <a href="#contact-{best["id"]}">')
            parts.append(f"{name_html(best, data)}</a></p>")
        elif best:
            channels = "".join(channel_html(channel, data) for channel in best["channels"][:2])
            parts.append(
                f'<p>{words(data, "plan.ask_instead")} {name_html(best, data)}</p><ul class="taps">{channels}</ul>'
            )
    if record.get("page"):
        parts.append(f'<p class="about"><a href="{escape(record["page"])}">{words(data, "plan.about")}</a></p>')
    elif record.get("card"):
        parts.append(f'<details class="facts"><summary>{words(data, "plan.about")}</summary>{record["card"]}</details>')
    # The page made at build time gets the mark from its script when the day on the phone is late enough.
    old = f' <strong class="old">{words(data, "plan.old")}</strong>' if is_old(contact["checked"], day) else ""
    when = words(data, "plan.checked", date=isolated(record["checked_show"]))
    parts.append(f'<p class="checked" data-checked="{contact["checked"]}">{when}{old}</p></li>')
    return "".join(parts)


def is_old(checked: str, day: str) -> bool:
    """True if the check is twelve months ago or more (days as YYYY-MM-DD)."""
    return f"{int(checked[:4]) + 1}{checked[4:]}" <= day
