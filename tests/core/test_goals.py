"""Goals: every route serves one, a visitor is asked only for theirs, and no interview is long."""

from __future__ import annotations

import itertools
import random
from collections import Counter

import pytest

from tests.conftest import TODAY, MakePlan, Report
from tests.core.interview_walk import ABROAD, Given, Walk
from wizard.core.answers import read_answers
from wizard.core.data import Data
from wizard.core.fields import FIELDS
from wizard.core.interview import ORDER, needed
from wizard.core.routes.general import general_requirements
from wizard.core.routes.goals import ASKED_IF, GOALS, asked_routes, chosen_routes
from wizard.core.routes.table import ASKED_ROUTES, BY_ID, ROUTES
from wizard.core.verdict import judge

# Few enough states to count every path in seconds; the others are sampled.
COUNTED = ("study", "research_or_business")
SAMPLE = 120
# Median and most questions, as the design wants them; "most" holds where everything is "I don't know", too.
MEDIAN, MOST = 20, 36
# Fields of routes without a question, each for a reason.
NOT_ASKED = {
    "situation": "asked before",
    "points_total": "computed",
    "asylum_status": "counts only in Germany",
    "first_grant": "hardly anybody abroad has had a title before: taken as the first",
    "first_ba_consent": "as first_grant",
    "both_sides_assure_real_employment": "taken as given, and shown as a condition",
    "expulsion_interest": "a court sentence closes a route only in some cases: a lawyer must look; the plan says so",
    "identity_clarified": "who has no passport is told so first; else taken as given, and the plan says so",
    "training_type": "changes no verdict",
}


def test_every_route_serves_a_goal() -> None:
    """The table names every route, known routes only, and its goals are the values of the field, in their order."""
    assert {route for routes in GOALS.values() for route in routes} == set(BY_ID)
    assert tuple(GOALS) == FIELDS["goals"][1]
    assert set(ASKED_IF) <= set(BY_ID)


def test_what_is_never_asked_has_a_reason() -> None:
    """Every field a route reads is asked, or is in the list above."""
    read = {
        field
        for route in ROUTES
        for one in (
            *route.requirements,
            *general_requirements(route),
            *(own for variant in route.variants for own in variant.requirements),
        )
        for field in (*one.effective.fields(), *(one.possible.fields() if one.possible else ()))
    }
    assert read - set(ORDER[ABROAD]) == set(NOT_ASKED)


@pytest.mark.parametrize("goals", [None, []])
def test_no_goal_means_the_usual_routes(goals: list[str] | None, data: Data) -> None:
    """"I don't know" asks what was asked before there were goals, and all 32 are judged."""
    case = data.case({"situation": ABROAD, "nationality": "GH", "goals": goals}, TODAY)
    assert chosen_routes(case) == set(ASKED_ROUTES)
    assert set(ORDER[ABROAD]) & {"sponsor_title", "lessons_per_week", "hours_per_week"} & set(needed(case)) == set()


@pytest.mark.parametrize("goal", GOALS)
def test_only_routes_of_the_goal_are_asked_about(goal: str, data: Data, plan: MakePlan) -> None:
    """Each open question after the head belongs to a step or to a route of the goal; all routes stay in the plan."""
    given = {"situation": ABROAD, "nationality": "GH", "goals": [goal]}
    case = data.case(given, TODAY)
    assert {route.id for route in asked_routes(case)} <= set(GOALS[goal])
    asking = data.case(given, TODAY)
    own = set().union(*(judge(BY_ID[route], asking).open_fields(asking) for route in GOALS[goal]))
    every = {field for route in ROUTES for field in judge(route, asking).open_fields(asking)}
    asked = set(needed(case)) - {"valid_passport", "entry_ban", "sponsor_relation"}
    steps = {"residence_country", "age", "german_level", "trafficking_or_violence"}
    steps |= {"previous_stay_as_asylum_seeker_or_tolerated", "highest_qualification", "job_offer"}
    steps |= {"qualification_isco08", "occupation_isco08"}
    assert asked & every <= own | steps
    rows = plan(given)["routes"]
    assert len(rows) == 32
    assert {row["id"] for row in rows if not row["aside"]} == set(GOALS[goal])


def test_a_skilled_offer_ends_the_search(data: Data) -> None:
    """Who has an offer for a skilled job is not asked for points, and is asked for them without the offer."""
    given: Given = {"situation": ABROAD, "goals": ["work"], "highest_qualification": "academic"}
    for offer, asks in (("qualified", False), ("it_qualified", False), ("none", True), ("unqualified", True)):
        fields = needed(data.case(given | {"job_offer": offer}, TODAY))
        assert ("english_level" in fields) is asks, offer
        assert ("partner_also_applies" in fields) is asks, offer


def test_another_field_of_work_is_not_asked_about(data: Data) -> None:
    """The driving licence is a question for drivers and for those whose field is not known."""
    given: Given = {"situation": ABROAD, "goals": ["work"], "job_offer": "qualified"}
    for field_of_work, asks in (("834", True), (None, True), ("222", False)):
        fields = needed(data.case(given | {"occupation_isco08": field_of_work}, TODAY))
        assert ("driver_licence" in fields) is asks, field_of_work


def test_goals_are_read_in_their_order() -> None:
    """Whatever the order of ticking; an unknown goal is named."""
    assert read_answers({"goals": ["family", "work"]})[0] == {"goals": ["work", "family"]}
    assert len(read_answers({"goals": ["holiday"]})[1]) == 1


def _median(lengths: Counter[int]) -> int:
    half = list(itertools.accumulate(lengths[n] for n in sorted(lengths)))
    return next(n for n, upto in zip(sorted(lengths), half, strict=True) if 2 * upto >= half[-1])


def _random_end(walk: Walk, goals: list[str] | None, chance: random.Random) -> Given:
    given: Given = {"situation": ABROAD}
    while (field := walk.next(given)) is not None:
        assert field not in given
        kinds = walk.branches(field, walk.country(given))
        given[field] = goals if field == "goals" else chance.choice(kinds)[0]
    return given


def _knows_nothing(walk: Walk, country: str, goals: list[str] | None) -> int:
    given: Given = {"situation": ABROAD}
    while (field := walk.next(given)) is not None:
        known = {"goals": goals, "nationality": country, "residence_country": country}
        given[field] = known.get(field)
    return len(given) - 1


@pytest.mark.parametrize("goal", [*GOALS, None])
def test_interviews_for_a_goal_are_short_and_end_in_help(
    goal: str | None, data: Data, plan: MakePlan, report: Report
) -> None:
    """Paths of a goal, all of them or a random sample: each ends, in steps and a confirmed contact."""
    goals = [goal] if goal else None
    walk = Walk(data, ABROAD, (goal,) if goal else tuple(GOALS))
    if goal in COUNTED:
        start: Given = {"situation": ABROAD, "nationality": "GH", "goals": goals}
        found, always = walk.all_paths(start)
        lengths = Counter({questions + len(start) - 1: count for questions, count in found.items()})
        assert {"advice-leaving", "routes"} <= {step.id for bit, step in enumerate(walk.steps) if always >> bit & 1}
        how = f"{sum(lengths.values()):,} paths, all for one country"
    else:
        chance = random.Random(17)
        ends = [_random_end(walk, goals, chance) for _ in range(SAMPLE)]
        lengths = Counter(len(end) - 1 for end in ends)
        how = f"a random sample of {SAMPLE} paths, too many to count"
    for end in [_random_end(walk, goals, random.Random(seed)) for seed in range(10)]:
        made = plan(end)
        assert made["steps"], end
        assert any(contact["confirmed"] for contact in made["contacts"]), end
    nothing = max(_knows_nothing(walk, country, goals) for country in ("GH", "AL"))
    line = (
        f"Interview, goal {goal or 'not said'}: {how}, median {_median(lengths)} questions, at most {max(lengths)}; "
        f"{nothing} if all is `I don't know`."
    )
    print(line)
    report(line)
    assert _median(lengths) <= MEDIAN
    assert max(max(lengths), nothing) <= MOST


def test_all_goals_together(data: Data, report: Report) -> None:
    """The longest interview there is: somebody who names every goal and knows nothing."""
    count = _knows_nothing(Walk(data, ABROAD), "AL", list(GOALS))
    report(f"Interview, all goals at once: {count} questions if all is `I don't know`; the plan can be had before.")
    assert count <= 62
