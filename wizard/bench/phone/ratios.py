"""What the figures of one line say: ours against the bare page and against each Python peer."""

from __future__ import annotations

Figures = dict[str, float | None]

# For the line of 1.6 Mbit/s and 150 ms. A stock page is "ready" when it shows its question: Python made it.
LIMITS = {
    "question_to_bare_at_most": 2.0,
    "question_sooner_than_python_peers_at_least": 12.0,
    "ready_to_stock_same_at_most": 0.50,
    "ready_to_stock_newest_at_most": 0.43,
    "tab_mb_at_most": 120.0,
}


def ratios(rows: dict[str, Figures], ours: str, bare: str) -> dict[str, float]:
    """Our ratios and the memory of our tab, by the name of their limit."""
    own = rows[ours]
    peers = {name: _number(row, "question_ms") for name, row in rows.items() if name not in (ours, bare)}
    same, newest = (value for name, value in peers.items() if name.startswith("stock"))
    question, ready = _number(own, "question_ms"), _number(own, "ready_ms")
    found = {
        "question_to_bare_at_most": question / _number(rows[bare], "question_ms"),
        "question_sooner_than_python_peers_at_least": min(peers.values()) / question,
        "ready_to_stock_same_at_most": ready / same,
        "ready_to_stock_newest_at_most": ready / newest,
        "tab_mb_at_most": _number(own, "peak_mb"),
    }
    return {name: round(value, 3) for name, value in found.items()}


def _number(row: Figures, name: str) -> float:
    value = row[name]
    assert value is not None, f"{name} was not measured"
    return value


def over_limit(found: dict[str, float]) -> list[str]:
    """Names of the limits that are missed."""
    return [
        name
        for name, value in found.items()
        if (value > LIMITS[name] if name.endswith("at_most") else value < LIMITS[name])
    ]
