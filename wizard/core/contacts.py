"""Contacts for a country, a place and a need: confirmed ones first, the nearest first."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.shapes import Row, Sequence

_REACH = ("phone", "short_code", "whatsapp", "sms", "email", "website", "address")
_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}
# States in which nobody should be sent to an office.
NOT_WORKING = ("ended", "suspended", "planned", "draft")


def reachable(record: Row) -> bool:
    """True if at least one confirmed way to reach it is known (others are not in the data)."""
    return any(channel["type"] in _REACH for channel in record.get("channels", ()))


def _works(record: Row) -> bool:
    return record.get("state") not in NOT_WORKING


def _near(record: Row, place: str) -> bool:
    if not place:
        return False
    wanted = place.lower()
    places: list[str] = [record.get("city") or ""] + [
        channel.get("place") or "" for channel in record.get("channels", ())
    ]
    return any(wanted == one.lower() or wanted in one.lower() for one in places)


def choose(
    records: Sequence[Row], roles: Sequence[str | None], place: str = "", most: int = 3, by_role: bool = False
) -> list[str]:
    """Ids of up to `most` contacts for these roles: roles in their order, reachable, near, certain first.

    `by_role`: the order of the roles goes before nearness, for danger.
    """
    found: list[tuple[bool, int, int, int, int, str]] = []
    for rank, role in enumerate(roles):
        for record in records:
            if record.get("role") == role and _works(record):
                near = 0 if _near(record, place) else 1
                found.append(
                    (not reachable(record), near, rank, _CONFIDENCE[record["confidence"]], len(found), record["id"])
                )
    found.sort(key=lambda row: (row[0], row[2], row[1], *row[3:]) if by_role else row)
    chosen = [row[-1] for row in found]
    # One office per role before a second of the same role, so that urgent needs are all covered.
    first: list[str] = []
    rest: list[str] = []
    seen: set[str | None] = set()
    ways = {record["id"] for record in records if reachable(record)}
    role_of = {record["id"]: record.get("role") for record in records}
    for one in chosen:
        again = role_of[one] in seen
        # A second office that nobody can reach helps nobody.
        if not again or one in ways:
            (rest if again else first).append(one)
        seen.add(role_of[one])
    return (first + rest)[:most]


def next_best(records: Sequence[Row], place: str = "") -> str | None:
    """Id of the country's best confirmed contact, for where an office has none; None if there is none at all."""
    order = (
        "advice_centre",
        "official_portal",
        "migration_information",
        "returnee_office",
        "employment_agency",
        "iom",
        "ngo",
        "health",
        "emergency",
    )
    for one in choose(records, order, place, most=len(records)):
        record = next(r for r in records if r["id"] == one)
        if reachable(record):
            return one
    rest = [record["id"] for record in records if reachable(record) and _works(record)]
    return rest[0] if rest else None


# Danger and crisis: a job office is no stand-in for these.
_IN_DANGER = ("emergency", "violence_help", "trafficking_help", "child_helpline", "humanitarian")
_CRISIS = ("emergency", "violence_help", "trafficking_help", "child_helpline", "missing_children", "suicide_help")
_CARE = ("psychosocial", "health", "addiction_help")
_RETURN = ("reintegration_project", "reintegration_partner", "iom", "returnee_office", "advice_centre")


def instead(record: Row, records: Sequence[Row], place: str = "") -> str | None:
    """Id of the confirmed contact to name where `record` has no confirmed way to reach it: same work first."""
    others = [one for one in records if one["id"] != record["id"] and reachable(one)]
    role = record.get("role")
    same = choose(others, (role,), place, most=1)
    if same:
        return same[0]
    if role in _CRISIS:
        return next(iter(choose(others, _IN_DANGER, place, most=1, by_role=True)), None)
    if role in _RETURN[:2]:
        partner = choose(others, _RETURN, place, most=1)
        if partner:
            return partner[0]
    if role in _CARE:
        return next(iter(choose(others, (*_CARE, "ngo", "humanitarian", "advice_centre", "iom"), place, most=1)), None)
    return next_best(others, place)
