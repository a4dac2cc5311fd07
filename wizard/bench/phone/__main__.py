"""`python -m wizard.bench.phone SITE`: our wizard, its peers and a bare page on a slow phone; prints JSON.

Exit code 1 when a ratio is over its limit. Takes minutes; each line of progress goes to the error stream.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from datetime import date
from pathlib import Path
from statistics import median

from wizard.bench.last_run import BARE, OURS
from wizard.bench.phone.line import PROFILES
from wizard.bench.phone.peers import make_pages
from wizard.bench.phone.question import first_question
from wizard.bench.phone.ratios import LIMITS, over_limit, ratios
from wizard.bench.phone.visit import Phone, Visit, visit


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.phone", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--profiles", nargs="+", choices=PROFILES, default=["slow"])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cores", type=float, default=0.5, help="share of one core that the browser gets")
    parser.add_argument("--out", type=Path, help="also writes the JSON into this file")
    options = parser.parse_args()
    pages = {OURS: options.site, **make_pages(first_question(options.site))}
    kind = "none"
    rows: dict[str, dict[str, dict[str, float | None]]] = {}
    for name in options.profiles:
        phone = Phone(PROFILES[name], options.cores)
        visits: dict[str, list[Visit]] = {peer: [] for peer in pages}
        for run in range(options.runs):
            # By turns: what else this machine does changes from minute to minute.
            for peer, folder in pages.items():
                ours = peer == OURS
                measured, kind = visit(folder, "wizard/" if ours else "", phone, ready=ours)
                visits[peer].append(measured)
                print(f"{name} {run + 1}/{options.runs} {peer}: {measured}", file=sys.stderr, flush=True)
        rows[name] = {peer: _middle(values) for peer, values in visits.items()}
    report = {
        "date": date.today().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, browser held to {options.cores} core ({kind})",
        "runs": options.runs,
        "profiles": {
            name: {"megabits": PROFILES[name].megabits, "delay_ms": PROFILES[name].delay_ms, "peers": peers}
            for name, peers in rows.items()
        },
        "ratios": {name: ratios(peers, OURS, BARE) for name, peers in rows.items()},
        "limits": LIMITS,
    }
    report["over_limit"] = over_limit(report["ratios"].get("slow", {}))
    text = json.dumps(report, indent=2) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text, end="")
    return 1 if report["over_limit"] else 0


def _middle(visits: list[Visit]) -> dict[str, float | None]:
    ready = [one.ready_ms for one in visits if one.ready_ms is not None]
    return {
        "question_ms": round(median(one.question_ms for one in visits)),
        "ready_ms": round(median(ready)) if ready else None,
        "bytes": round(median(one.bytes for one in visits)),
        "peak_mb": round(median(one.peak_mb for one in visits), 1),
    }


if __name__ == "__main__":
    sys.exit(main())
