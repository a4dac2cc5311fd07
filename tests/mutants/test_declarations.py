"""Every declared rule is protected: a small change of it fails a case from the law, or is explained."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.conftest import TODAY, Report
from tests.core.general_cases import general_cases
from tests.core.law_cases import FOLDER, read_cases
from tests.mutants.score import checks_of, holds, noticed
from tests.mutants.slips import all_slips
from wizard.core.data import Data
from wizard.core.routes.table import BY_ID

EXPLAINED = Path(__file__).with_name("explained.yaml")
# Fewer mean that the changes no longer reach the rules.
AT_LEAST = 3000


def _explained() -> list[tuple[str, re.Pattern[str]]]:
    """Kind and pattern of each explained survivor."""
    groups = yaml.safe_load((FOLDER / "family_titles.yaml").read_text(encoding="utf-8"))["groups"]
    groups["closed"] = [*groups["shut_out"], "s25_2_subsidiary", "none"]
    rows = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))["survivors"]
    found: list[tuple[str, re.Pattern[str]]] = []
    for row in rows:
        assert row["why"]
        for pattern in row["slips"]:
            whole = re.sub(r"\{(\w+)\}", lambda match: f"({'|'.join(groups[match[1]])})", pattern)
            found.append((row["kind"], re.compile(whole)))
    return found


def test_each_changed_rule_fails_a_case(data: Data, report: Report) -> None:
    """Each requirement left out or turned, each number moved by one, each value, variant and waiver taken or added."""
    written = read_cases()
    checks = checks_of([*written, *general_cases(written)], TODAY)
    figures = data.figures()
    broken = [route for route in BY_ID for check in checks[route] if not holds(check, BY_ID[route], figures)]
    if broken:
        pytest.skip("the cases fail on the rules as they are; see tests/core/test_cases.py")
    slips = list(all_slips())
    survivors = [slip.name for slip in slips if not noticed(slip, checks, figures)]
    explained = _explained()
    kinds = {name: [kind for kind, pattern in explained if pattern.fullmatch(name)] for name in survivors}
    assert [name for name in survivors if not kinds[name]] == []
    unused = [pattern.pattern for _, pattern in explained if not any(pattern.fullmatch(name) for name in survivors)]
    assert unused == []
    assert len(slips) >= AT_LEAST
    count = Counter(kinds[name][0] for name in survivors)
    real = len(slips) - count["equivalent"]
    killed = len(slips) - len(survivors)
    report(
        f"Changed rules: {len(slips)}, of which {count['equivalent']} change nothing for anybody; of the others "
        f"{killed} of {real} fail a case ({100 * killed / real:.1f} %), {count['open']} are left open."
    )
    assert killed / real >= 0.95
