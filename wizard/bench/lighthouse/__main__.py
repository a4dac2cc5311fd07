"""`python -m wizard.bench.lighthouse SITE`: Lighthouse as on a slow phone; prints JSON, exit 1 below a score of 99.

Accessibility, best practices and SEO come out the same each time. Performance depends on what else the machine does:
the middle of several runs counts. Takes about 20 seconds a run and page; progress goes to the error stream.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
from datetime import date
from pathlib import Path
from statistics import median

from wizard.bench.lighthouse.audit import CATEGORIES, Audit, audit
from wizard.bench.lighthouse.install import install
from wizard.serve import StaticHost

LEAST = 99
# The kinds of page that there are: home, country, guide, way to Germany, questions; the most visited first.
KINDS = ("", "ghana/", "wizard/", "returning/", "routes/opportunity-card/")
PAGES = tuple(f"{locale}{kind}" for kind in KINDS for locale in ("", "ar/"))


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m wizard.bench.lighthouse", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--pages", type=int, default=len(PAGES), help="only the first so many of the pages")
    parser.add_argument("--runs", type=int, default=5, help="runs of each page; the middle one counts")
    parser.add_argument("--out", type=Path, help="also writes the JSON into this file")
    options = parser.parse_args()
    if options.runs < 1 or options.pages < 1:
        parser.error("--runs and --pages start at 1.")
    pages = PAGES[: options.pages]
    for page in pages:
        if not (options.site / page / "index.html").is_file():
            parser.error(f"There is no page {page or 'index.html'} in {options.site}. Run `make site` first.")
    if not (options.site / "index.html.br").is_file():
        parser.error(f"{options.site} is not compressed. Run `python -m wizard.site.compress {options.site}` first.")
    lighthouse = install()
    audits: dict[str, list[Audit]] = {page: [] for page in pages}
    with StaticHost(options.site) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        # By turns: what else this machine does changes from minute to minute.
        for run in range(options.runs):
            for page, found in audits.items():
                found.append(audit(lighthouse, host.address + page))
                print(f"{run + 1}/{options.runs} /{page}: {found[-1].scores}", file=sys.stderr, flush=True)
        host.shutdown()
    rows = {f"/{page}": _middle(found) for page, found in audits.items()}
    below = below_least(rows)
    report = {"date": date.today().isoformat(), "runs": options.runs, "least": LEAST, "pages": rows, "below": below}
    text = json.dumps(report, indent=2, ensure_ascii=False) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text, end="")
    return 1 if below else 0


def below_least(rows: dict[str, dict[str, object]]) -> list[str]:
    """Page and category of each score that is too low."""
    return [f"{page} {name}" for page, row in rows.items() for name in CATEGORIES if float(str(row[name])) < LEAST]


def _middle(audits: list[Audit]) -> dict[str, object]:
    failed = {title: None for one in audits for titles in one.failed.values() for title in titles}
    return {
        **{name: median(one.scores[name] for one in audits) for name in CATEGORIES},
        **{name: median(one.timings[name] for one in audits) for name in audits[0].timings},
        "failed": list(failed),
    }


if __name__ == "__main__":
    sys.exit(main())
