"""HTML of a plan: the same for the page made at build time, the wizard and the printer."""

from wizard.core.markup import escape, isolated, marked, words
from wizard.core.question_html import option_text
from wizard.core.verdict import CLOSED, NEARLY, OPEN, UNKNOWN

_CALLS = ("phone", "short_code", "whatsapp", "sms", "email")


def plan_html(plan, data, answers=None):
    """The whole plan as an HTML fragment. `answers`: shown with buttons to change them."""
    shown = set()
    parts = ['<div class="plan">', _intro(plan, data)]
    parts.append('<ol class="steps">')
    for step in plan["steps"]:
        parts.append(_step(step, plan, data, shown))
    parts.append("</ol>")
    parts.append(f'<p class="plan-end">{words(data, "plan.end")}</p></div>')
    return "".join(parts)


def _intro(plan, data):
    country = data.countries.get(plan["country"])
    lines = []
    if country:
        lines.append(f'<p class="plan-for">{words(data, "plan.for", country=isolated(country["name"]), date=isolated(data_day(data, plan)))}</p>')
    if plan["for_whom"] == "other":
        lines.append(f'<p class="plan-other">{words(data, "plan.other")}</p>')
    lines.append(f'<p class="plan-own">{words(data, "plan.own")}</p>')
    if not plan["steps"]:
        lines.append(f'<p class="plan-empty">{words(data, "plan.empty")}</p>')
    return "".join(lines)


def data_day(data, plan):
    """The day of the plan, as the page's language writes days (month names come with the data)."""
    year, month, day = plan["as_of"].split("-")
    return data.plain("date.day", day=str(int(day)), month=data.plain(f"date.month{int(month)}"), year=year)


def _step(step, plan, data, shown):
    urgent = f' <strong class="urgent">{words(data, "plan.urgent")}</strong>' if step["urgent"] else ""
    name = step["id"]
    parts = [
        f'<li class="step{" step--urgent" if step["urgent"] else ""}" id="step-{name}">',
        f"<h3>{words(data, f'step.{name}.title')}{urgent}</h3><p>{words(data, f'step.{name}.text')}</p>",
    ]
    if name == "routes":
        parts.append(routes_html(plan, data))
    contacts = [c for c in plan["contacts"] if c["id"] in step["contacts"]]
    if contacts:
        parts.append(f'<ul class="contacts">{"".join(_contact(c, data, shown, plan) for c in contacts)}</ul>')
    new = [one for one in step["records"] if one not in shown]
    shown.update(new)
    cards = "".join(data.records[one].get("card", "") for one in new)
    if cards:
        parts.append(f'<details class="facts"><summary>{words(data, "plan.facts", count=str(len(new)))}</summary>{cards}</details>')
    parts.append(f'<details class="because"><summary>{words(data, "plan.why")}</summary><p>{words(data, f"step.{name}.why")}</p>')
    parts.append(_sources(step["sources"], data) + "</details></li>")
    return "".join(parts)


def _sources(sources, data):
    if not sources:
        return ""
    rows = []
    for source in sources:
        title = f'<span lang="en" dir="ltr">{escape(source["title"])}</span>'
        if source.get("url"):
            title = f'<a href="{escape(source["url"])}" rel="noreferrer">{title}</a>'
        when = isolated(source["date"]) if source["date"] != "unknown" else words(data, "plan.no_date")
        rows.append(f"<li>{title} <small>({when})</small></li>")
    return f'<p>{words(data, "plan.sources")}</p><ul class="source-list">{"".join(rows)}</ul>'


def _name(record, data):
    return marked(f"<bdi>{escape(record['name'])}</bdi>", record.get("name_lang", data.lang), data)


def channel_html(channel, data):
    """One way to reach an office: a link to tap, or a line to read."""
    note = " · ".join(
        escape(part) for part in (channel.get("service_show"), channel.get("place"), channel.get("cost_show"), channel.get("reach_show")) if part
    )
    if channel.get("note"):
        text, lang = channel["note"] if isinstance(channel["note"], list) else (channel["note"], data.lang)
        note += (" · " if note else "") + marked(escape(text), lang, data)
    note = f' <span class="remark">{note}</span>' if note else ""
    if channel["type"] in _CALLS:
        return (
            f'<li><a class="call" dir="ltr" href="{escape(channel["uri"])}" rel="noreferrer"><span class="visually-hidden" '
            f'dir="{data.direction}">{words(data, "channel." + channel["type"])}: </span>{escape(channel["show"])}</a>{note}</li>'
        )
    if channel["type"] == "website":
        return f'<li><a dir="ltr" href="{escape(channel["value"])}" rel="noreferrer">{escape(channel["show"])}</a>{note}</li>'
    way = "ltr" if channel["type"] in ("address", "hours") else None
    return f'<li>{words(data, "channel." + channel["type"])}: {isolated(channel["show"], way if channel["type"] == "address" else None)}{note}</li>'


def _contact(contact, data, shown, plan):
    record = data.records[contact["id"]]
    if contact["id"] in shown:
        return f'<li class="contact contact--again"><a href="#contact-{contact["id"]}">{_name(record, data)}</a></li>'
    shown.add(contact["id"])
    parts = [f'<li class="contact" id="contact-{contact["id"]}"><p class="contact-name">{_name(record, data)}</p>']
    if contact["confirmed"]:
        parts.append(f'<ul class="taps">{"".join(channel_html(channel, data) for channel in record["channels"])}</ul>')
    else:
        parts.append(f'<p class="not-confirmed">{words(data, "plan.not_confirmed")}</p>')
        best = data.records.get(contact["instead"] or "")
        if best:
            channels = "".join(channel_html(channel, data) for channel in best["channels"][:2])
            parts.append(f'<p>{words(data, "plan.ask_instead")} {_name(best, data)}</p><ul class="taps">{channels}</ul>')
    if record.get("card"):
        parts.append(f'<details class="facts"><summary>{words(data, "plan.about")}</summary>{record["card"]}</details>')
    old = words(data, "plan.old") if is_old(contact["checked"], plan["as_of"]) else ""
    when = words(data, "plan.checked", date=isolated(record["checked_show"]))
    parts.append(f'<p class="checked" data-checked="{contact["checked"]}">{when}{f" <strong>{old}</strong>" if old else ""}</p></li>')
    return "".join(parts)


def is_old(checked, day):
    """True if the check is twelve months ago or more (days as YYYY-MM-DD)."""
    return f"{int(checked[:4]) + 1}{checked[4:]}" <= day


def routes_html(plan, data):
    """Verdicts on the routes: open, nearly, not known yet; what is closed is folded away, never hidden."""
    parts = [f'<p class="verdict-note">{words(data, "plan.verdict_note")}</p>']
    for assumption in plan["assumptions"][:1]:
        rows = "".join(f"<li>{words(data, 'assumed.' + one['field'])}</li>" for one in plan["assumptions"])
        parts.append(f'<details class="assumed"><summary>{words(data, "plan.assumed")}</summary><ul>{rows}</ul></details>' if assumption else "")
    for verdict in (OPEN, NEARLY, UNKNOWN, CLOSED):
        rows = [route for route in plan["routes"] if route["verdict"] == verdict]
        if not rows:
            continue
        near = [route for route in rows if verdict == OPEN or not route["aside"]]
        inner = "".join(_route(route, plan, data) for route in (near if verdict == NEARLY else rows))
        others = [route for route in rows if route not in near]
        if verdict == NEARLY and others:
            folded = "".join(_route(route, plan, data) for route in others)
            inner += f'<details class="others"><summary>{words(data, "plan.other_routes", count=str(len(others)))}</summary>{folded}</details>'
        heading = words(data, f"verdict.{verdict}", count=str(len(rows)))
        if verdict in (OPEN, NEARLY):
            parts.append(f'<section class="verdict verdict--{verdict}"><h4>{heading}</h4>{inner}</section>')
        else:
            parts.append(f'<details class="verdict verdict--{verdict}"><summary>{heading}</summary>{inner}</details>')
    return "".join(parts)


def _route(route, plan, data):
    record = data.records.get(route["id"], {})
    parts = [f'<details class="route" id="route-{route["id"]}"><summary>{_name(record or {"name": route["name"]}, data)}</summary>']
    if route["closed_text"]:
        key = "closed.suspended" if route["suspended_until"] else "closed.no_agreement"
        parts.append(f"<p>{words(data, key)}</p>")
    closing = [r for r in route["reasons"] if r["closes"]]
    if route["verdict"] == CLOSED and closing:
        parts.append(f'<p>{words(data, "plan.closed_by")}</p>{_reason_list(closing, data)}')
    if route["verdict"] == NEARLY:
        lacking = [r for r in route["missing"] if r["result"] == "no"]
        find_out = [r for r in route["missing"] if r["result"] == "unknown"]
        if lacking:
            parts.append(f'<p>{words(data, "plan.missing")}</p>{_reason_list(lacking, data)}')
        if find_out:
            parts.append(f'<p>{words(data, "plan.find_out")}</p>{_reason_list(find_out, data)}')
    for result in ("yes", "pending"):
        rows = [r for r in route["reasons"] if r["result"] == result and not r["assumed"]]
        if rows and route["verdict"] != UNKNOWN:
            parts.append(f'<p>{words(data, "plan." + ("met" if result == "yes" else "pending"))}</p>{_reason_list(rows, data)}')
    if route["verdict"] == UNKNOWN:
        parts.append(f'<p>{words(data, "plan.unknown_needs")}</p>{_reason_list(route["missing"], data)}')
    if route["id"] == "opportunity_card" and route["verdict"] != CLOSED:
        parts.append(points_html(plan["points"], data))
    if record.get("card"):
        parts.append(f'<details class="facts"><summary>{words(data, "plan.about_route")}</summary>{record["card"]}</details>')
    law = isolated(route["law"], "ltr")
    parts.append(f'<p class="law">{words(data, "plan.law", law=law)}</p></details>')
    return "".join(parts)


def _reason_list(rows, data):
    items = []
    for row in rows:
        practice = f' <small class="chip">{words(data, "plan.practice")}</small>' if row.get("hard") == "practice" else ""
        law = f' <small>{isolated(row["law"], "ltr")}</small>' if row["law"] else ""
        items.append(f"<li>{escape(row['text'])}{practice}{law}</li>")
    return f'<ul class="reasons">{"".join(items)}</ul>'


def points_html(points, data):
    rows = []
    for row in points["rows"]:
        mark = words(data, f"points.{'counted' if row['counts'] else row['result']}")
        rows.append(f'<tr><td>{words(data, "points.row" + str(row["row"]))}</td><td>{row["points"]}</td><td>{mark}</td></tr>')
    total = words(data, "points.total", total=str(points["total"]), needed=str(points["needed"]), possible=str(points["possible"]))
    return (
        f'<table class="points"><caption>{total}</caption><thead><tr><th>{words(data, "points.feature")}</th>'
        f'<th>{words(data, "points.points")}</th><th>{words(data, "points.yours")}</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def answers_html(given, data, fields):
    """The visitor's own answers, each with a button to change it."""
    rows = []
    for field in fields:
        if field not in given:
            continue
        value = given[field]
        values = value if isinstance(value, list) else [value]
        shown = ", ".join(_answer(field, one, data) for one in values) or words(data, "option.none")
        question = words(data, f"question.{field}.heading")
        rows.append(
            f'<div class="answer"><dt>{question}</dt><dd>{shown}</dd><dd><button type="button" data-change="{field}">'
            f'{words(data, "interface.change")}<span class="visually-hidden">: {question}</span></button></dd></div>'
        )
    return f'<dl class="answers">{"".join(rows)}</dl>'


def _answer(field, value, data):
    if value is None:
        return words(data, "option.unknown")
    if isinstance(value, bool):
        return words(data, "option.true" if value else "option.false")
    text_id = option_text(field, str(value))
    return words(data, text_id) if text_id in data.texts else isolated(value)
