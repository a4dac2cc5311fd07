"""Facts as cards: offices, programmes, first steps, jobs, visas, notes."""

from __future__ import annotations

from html import escape

from wizard.core.law import law_text
from wizard.languages import languages
from wizard.records.read import Record
from wizard.records.shown import confirmed_contact, is_old, is_shown, shown_channels
from wizard.site.channels_html import channels_html, tap_html
from wizard.site.figures import figures_html, text_html
from wizard.site.next_best import next_best, reachable
from wizard.site.place_names import place_html
from wizard.site.sources_html import checked_html, foot_html, outside_link
from wizard.site.vcards import vcard_link
from wizard.site.view import Html, View

# Order in which the texts of a record are read, and which of them carry a label.
_PLAIN_TEXTS = ("special", "note", "note2", "note3", "note4", "note5", "note6")
_LABELLED_TEXTS = (
    "who",
    "when",
    "where",
    "cost",
    "how",
    "apply",
    "conditions",
    "documents",
    "limits",
    "waiting",
    "status",
    "history",
    "instead",
)
_GOOD, _BAD = ("operating", "in_force"), ("ended", "suspended")


def name_html(view: View, record: Record) -> Html:
    """The name in the page's language, or the title, or the name as the body writes it, marked with its language."""
    names: dict[str, str] = record.get("names", {})
    if view.locale in names:
        return Html(escape(names[view.locale]))
    if record.get("title"):
        return view.fact(record, record["title"])
    lang = "en" if "en" in names else next(iter(names))
    return Html(f'<bdi lang="{escape(lang)}">{escape(names[lang])}</bdi>')


def _spoken(view: View, record: Record) -> set[str]:
    """Languages in which a name can stand on the door: those of the record's countries, or German."""
    if not record.countries:
        return {"de"}
    homes = [one for one in view.facts.of_kind("country") if set(one.countries) & set(record.countries)]
    return {lang.split("-")[0] for one in homes for lang in one["profile"]["languages"]}


def other_names_html(view: View, record: Record) -> Html:
    """The names a visitor reads on the door: in the languages of the place and in English, each once."""
    names: dict[str, str] = record.get("names", {})
    first = names.get(view.locale) or names.get("en") or ""
    known = {row.locale: row.direction for row in languages()}
    spoken = _spoken(view, record) | {"en"}
    rest: dict[str, str] = {}
    for lang, name in names.items():
        # German names help nobody at the door in Accra, nor Arabic ones; the local and the English one do.
        if name != first and name not in rest.values() and lang.split("-")[0] in spoken:
            rest[lang] = name
    if not rest:
        return Html("")
    shown = " · ".join(
        f'<bdi lang="{escape(lang)}" dir="{known.get(lang, "auto")}">{escape(name)}</bdi>'
        for lang, name in rest.items()
    )
    return Html(f'<p class="local-name">{shown}</p>')


def told_state(view: View, record: Record) -> str:
    """State of an office or programme as it may be told today; empty when none is noted."""
    status = record.get("status")
    if not status:
        return ""
    seen_day = (status.get("seen", "") + "-01-01")[:10]
    if status["state"] == "operating" and is_old(seen_day if status.get("seen") else "0001-01-01", view.day):
        # `Works` would promise too much when nobody has seen it for a year.
        return "operating_then"
    return str(status["state"])


def status_html(view: View, record: Record) -> Html:
    """State of an office or programme with the day of the newest proof."""
    status = record.get("status")
    if not status:
        return Html("")
    state = told_state(view, record)
    tone = "good" if state in _GOOD else "bad" if state in _BAD else "open"
    chip = f'<span class="state state--{tone}">{view.t(f"site.state.{state}")}</span>'
    seen = ""
    if status.get("seen"):
        seen = f' <span class="seen">{view.t("site.seen", date=view.day_html(status["seen"]))}</span>'
    return Html(f'<p class="status">{chip}{seen}</p>')


def first_texts_html(view: View, record: Record) -> Html:
    """What everybody must read: what it is, and what to be careful about."""
    texts: dict[str, str] = record.get("texts", {})
    what = f"<p>{text_html(view, record, texts['what'])}</p>" if "what" in texts else ""
    return Html(what + caution_html(view, record))


def caution_html(view: View, record: Record) -> Html:
    """The warning of a record, boxed; empty when there is none."""
    text = record.get("texts", {}).get("caution")
    return Html(f'<p class="caution">{text_html(view, record, text)}</p>' if text else "")


def more_texts_html(view: View, record: Record) -> Html:
    """The record's other sentences: plain ones first, then those with a label."""
    texts: dict[str, str] = record.get("texts", {})
    status = record.get("status", {}).get("text")
    plain = f"<p>{text_html(view, record, status)}</p>" if status else ""
    plain += "".join(f"<p>{text_html(view, record, texts[key])}</p>" for key in _PLAIN_TEXTS if key in texts)
    rows = "".join(
        f"<div><dt>{view.t(f'site.text.{key}')}</dt><dd>{text_html(view, record, texts[key])}</dd></div>"
        for key in _LABELLED_TEXTS
        if key in texts
    )
    return Html(plain + (f'<dl class="lines">{rows}</dl>' if rows else ""))


def ask_instead_html(view: View, record: Record) -> Html:
    """What to do when no way to reach the office is confirmed."""
    country = record.countries[0] if len(record.countries) == 1 else ""
    other = next_best(view.facts, country, besides=record)
    if other is None:
        return Html(f'<p class="ask-instead">{view.t("site.no_channel")}</p>')
    taps = [c for c in shown_channels(other) if c["type"] in ("phone", "short_code", "whatsapp", "email")][:1]
    sites = [c for c in shown_channels(other) if c["type"] == "website"][:1]
    reach = f'<ul class="taps">{"".join(tap_html(view, other, c) for c in taps)}</ul>'
    if not taps:
        reach = "".join(f"<p>{outside_link(str(c['value']))}</p>" for c in sites)
    lead = view.t("site.no_channel.ask_instead", name=Html(f"<strong>{name_html(view, other)}</strong>"))
    return Html(f'<div class="ask-instead"><p>{lead}</p>{reach}</div>')


def kind_html(view: View, record: Record) -> Html:
    """The line below the name: what the office is, its city, or the law."""
    parts = [view.t(f"site.role.{record['role']}")] if record.get("role") else []
    parts += [place_html(view, record["city"])] if record.get("city") else []
    parts += [Html(f'<bdi dir="ltr">{escape(law_text(record["law"], view.plain))}</bdi>')] if record.get("law") else []
    return Html(f'<p class="kind">{" · ".join(parts)}</p>' if parts else "")


def card_html(view: View, record: Record, level: int = 3, ask_instead: bool = False) -> Html:
    """One record as a card: first what matters, the rest folded. Withheld ones never show a way to reach them."""
    body = [other_names_html(view, record), kind_html(view, record), status_html(view, record)]
    body.append(first_texts_html(view, record))
    if is_shown(record):
        body += [channels_html(view, record), vcard_link(view, record), figures_html(view, record)]
    if record["kind"] in ("centre", "contact"):
        if ask_instead and not reachable(record):
            body.append(ask_instead_html(view, record))
        elif not confirmed_contact(record):
            body.append(Html(f'<p class="ask-instead">{view.t("site.no_channel")}</p>'))
    if record.get("official_page"):
        body.append(Html(f"<p>{view.t('site.official_page')} {outside_link(record['official_page'])}</p>"))
    return Html(
        f'<article class="card" id="{escape(record.id)}">'
        f"<h{level}>{name_html(view, record)}</h{level}>{''.join(body)}"
        f"{foot_html(view, record, more_texts_html(view, record))}</article>"
    )


def inner_card_html(view: View, record: Record) -> Html:
    """A record inside a step of a plan: all it says. Ways to reach it and sources the plan shows itself."""
    heading = "" if record["kind"] in ("centre", "contact") else f"<h4>{name_html(view, record)}</h4>"
    body = [kind_html(view, record), status_html(view, record), first_texts_html(view, record)]
    body += [more_texts_html(view, record), figures_html(view, record)]
    if record.get("official_page"):
        body.append(Html(f"<p>{view.t('site.official_page')} {outside_link(record['official_page'])}</p>"))
    if heading:
        body.append(checked_html(view, record["checked"]))
    return Html(f'<article class="card card--inner">{heading}{"".join(body)}</article>')
