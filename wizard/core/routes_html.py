"""HTML of the verdicts: what is open, nearly open, not known yet or closed, with the reasons."""

from __future__ import annotations

from wizard.core.compare_html import compare_html
from wizard.core.contact_html import name_html
from wizard.core.law import law_text
from wizard.core.markup import escape, isolated, marked, words
from wizard.core.points import KIND_OF_ROW
from wizard.core.verdict import CLOSED, NEARLY, OPEN, UNKNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.data import Data
    from wizard.core.shapes import Row, Sequence


def routes_html(plan: Row, data: Data) -> str:
    """Verdicts on the routes: open, nearly, not known yet; what is closed is folded away, never hidden."""
    parts = [f'<p class="verdict-note">{words(data, "plan.verdict_note")}</p>']
    if data.pages:
        parts.append(f'<p><a href="{escape(data.pages)}routes/">{words(data, "plan.all_routes")}</a></p>')
    assumed = "".join(f"<li>{words(data, 'assumed.' + one['field'])}</li>" for one in plan["assumptions"])
    if assumed:
        parts.append(
            f'<details class="assumed"><summary>{words(data, "plan.assumed")}</summary><ul>{assumed}</ul></details>'
        )
    parts.append(compare_html(plan["routes"], data))
    for verdict in (OPEN, NEARLY, UNKNOWN, CLOSED):
        rows: list[Row] = [route for route in plan["routes"] if route["verdict"] == verdict]
        if not rows:
            continue
        near: list[Row] = [route for route in rows if verdict in (UNKNOWN, CLOSED) or not route["aside"]]
        first = verdict in (OPEN, NEARLY)
        inner = "".join(_route(route, plan, data, unfolded=first and i == 0) for i, route in enumerate(near))
        others = [route for route in rows if route not in near]
        if others:
            folded = "".join(_route(route, plan, data) for route in others)
            key = "plan.other_open" if verdict == OPEN else "plan.other_routes"
            summary = words(data, key, count=str(len(others)))
            inner += f'<details class="others"><summary>{summary}</summary>{folded}</details>'
        heading = words(data, f"verdict.{verdict}", count=str(len(near))) if near else ""
        if verdict in (OPEN, NEARLY):
            heading = f"<h4>{heading}</h4>" if heading else ""
            parts.append(f'<section class="verdict verdict--{verdict}">{heading}{inner}</section>')
        else:
            parts.append(f'<details class="verdict verdict--{verdict}"><summary>{heading}</summary>{inner}</details>')
    return "".join(parts)


def _still(route: Row, data: Data) -> str:
    """How much stands between the person and the route, in the line that opens it."""
    lacking = sum(1 for row in route["missing"] if row["result"] == "no")
    find_out = len(route["missing"]) - lacking
    counts = (("plan.count_missing", lacking), ("plan.count_find_out", find_out))
    shown = " · ".join(words(data, key, count=str(count)) for key, count in counts if count)
    return f' <small class="still">{shown}</small>' if shown and route["verdict"] == NEARLY else ""


def _route(route: Row, plan: Row, data: Data, unfolded: bool = False) -> str:
    record: Row = data.records.get(route["id"], {})
    name = name_html(record or route, data) + _still(route, data)
    parts = [f'<details class="route" id="route-{route["id"]}"{" open" if unfolded else ""}><summary>{name}</summary>']
    if route["suspended_until"]:
        end = isolated(data.day(route["suspended_until"]))
        parts.append(f"<p>{words(data, 'closed.suspended', date=end)}</p>")
    elif route["closed_text"]:
        parts.append(f"<p>{words(data, 'closed.no_agreement')}</p>")
    closing: list[Row] = [r for r in route["reasons"] if r["closes"]]
    if route["verdict"] == CLOSED and closing:
        parts.append(f"<p>{words(data, 'plan.closed_by')}</p>{reason_list(closing, data)}")
    if route["verdict"] == NEARLY:
        lacking: list[Row] = [r for r in route["missing"] if r["result"] == "no"]
        find_out: list[Row] = [r for r in route["missing"] if r["result"] == "unknown"]
        if lacking:
            parts.append(f"<p>{words(data, 'plan.missing')}</p>{reason_list(lacking, data)}")
        if find_out:
            parts.append(f"<p>{words(data, 'plan.find_out')}</p>{reason_list(find_out, data)}")
    for result in ("yes", "pending"):
        rows: list[Row] = [r for r in route["reasons"] if r["result"] == result and not r["assumed"]]
        if rows and route["verdict"] != UNKNOWN:
            parts.append(
                f"<p>{words(data, 'plan.' + ('met' if result == 'yes' else 'pending'))}</p>{reason_list(rows, data)}"
            )
    if route["verdict"] == UNKNOWN:
        parts.append(f"<p>{words(data, 'plan.unknown_needs')}</p>{reason_list(route['missing'], data)}")
    if route["id"] == "opportunity_card" and route["verdict"] != CLOSED:
        parts.append(points_html(plan["points"], data))
    if record.get("card"):
        parts.append(
            f'<details class="facts"><summary>{words(data, "plan.about_route")}</summary>{record["card"]}</details>'
        )
    law = isolated(law_text(route["law"], data.plain), "ltr")
    parts.append(f'<p class="law">{words(data, "plan.law", law=law)}</p>{_page_link(route["id"], data)}</details>')
    return "".join(parts)


def _page_link(route_id: str, data: Data) -> str:
    """Link to the page of the route, where the plan stands beside the guide."""
    if not data.pages:
        return ""
    address = f"{data.pages}routes/{route_id.replace('_', '-')}/"
    return f'<p><a class="route-page" href="{address}">{words(data, "plan.route_page")}</a></p>'


def reason_list(rows: Sequence[Row], data: Data) -> str:
    """Reasons with the section of the law each comes from."""
    items: list[str] = []
    for row in rows:
        practice = (
            f' <small class="chip">{words(data, "plan.practice")}</small>' if row.get("hard") == "practice" else ""
        )
        law = f" <small>{isolated(law_text(row['law'], data.plain), 'ltr')}</small>" if row["law"] else ""
        text = marked(escape(row["text"]), row["text_lang"], data)
        items.append(f"<li>{text}{practice}{law}</li>")
    return f'<ul class="reasons">{"".join(items)}</ul>'


def _adds_nothing(row: Row, rows: Sequence[Row]) -> bool:
    """True if a row of the same kind, with as many points or more, counts already."""
    kind = KIND_OF_ROW[row["row"]]
    best = [one["points"] for one in rows if one["counts"] and kind and KIND_OF_ROW[one["row"]] == kind]
    return bool(best) and max(best) >= row["points"]


def points_html(points: Row, data: Data) -> str:
    """The table of points with the visitor's own."""
    rows: list[str] = []
    for row in points["rows"]:
        state = "counted" if row["counts"] else row["result"]
        # "Not known" would ask for an answer that can add nothing.
        if state == "unknown" and _adds_nothing(row, points["rows"]):
            state = "idle"
        mark = words(data, f"points.{state}")
        rows.append(
            f'<tr><th scope="row">{words(data, "points.row" + str(row["row"]))}</th><td>{row["points"]}</td>'
            f"<td>{mark}</td></tr>"
        )
    total = words(
        data, "points.total", total=str(points["total"]), needed=str(points["needed"]), possible=str(points["possible"])
    )
    heads = "".join(f'<th scope="col">{words(data, f"points.{key}")}</th>' for key in ("feature", "points", "yours"))
    return (
        f'<table class="points"><caption>{total}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>" + _ways_html(points, data)
    )


def _ways_html(points: Row, data: Data) -> str:
    """The smallest additions that reach the points."""
    if not points["ways"]:
        return ""
    ways: list[str] = []
    for way in points["ways"]:
        rows = "".join(
            f"<li>{words(data, 'points.row' + str(one['row']))} {isolated('+' + str(one['adds']), 'ltr')}</li>"
            for one in way
        )
        ways.append(f"<li><ul>{rows}</ul></li>")
    heading = words(data, "points.ways", needed=str(points["needed"]))
    note = words(data, "points.ways_note")
    return f'<p><b>{heading}</b></p><p>{note}</p><ol class="point-ways">{"".join(ways)}</ol>'
