"""Dangers and odds of irregular ways, by the country where they start."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wizard.core.data import Data


_WEST_AFRICA = (
    "deaths-atlantic-canary-2025",
    "deaths-sahara",
    "deaths-central-mediterranean-2025",
    "risk-libya-detention",
)
_BALKAN_WAY = ("deaths-western-balkans", "deaths-asia-2025", "risk-balkan-route")
DEATHS: dict[str, tuple[str, ...]] = {
    "GM": _WEST_AFRICA,
    "SN": _WEST_AFRICA,
    "GH": _WEST_AFRICA[1:],
    "NG": (*_WEST_AFRICA[1:], "risk-trafficking-debt-nigeria"),
    "MA": ("deaths-western-mediterranean-2025", "deaths-atlantic-canary-2025"),
    "TN": ("deaths-central-mediterranean-2025", "risk-winter-storm-boats"),
    "EG": ("deaths-central-mediterranean-2025", "risk-libya-detention"),
    "AF": _BALKAN_WAY,
    "IQ": ("deaths-western-balkans", "risk-balkan-route"),
    "PK": (*_BALKAN_WAY, "deaths-central-mediterranean-2025"),
    "AL": ("illegal-entry-crime", "overstay-crime"),
    "XK": ("illegal-entry-crime", "overstay-crime"),
    "RS": ("illegal-entry-crime", "overstay-crime"),
}


def dangers_of(data: Data, country: str | None, nationality: str | None) -> list[str]:
    """Death figures of the ways that start in or near the country, and the protection rate of the nationality."""
    found = [one for one in DEATHS.get(country or "", ("deaths-world-2025",)) if one in data.records]
    found += [
        r["id"]
        for r in data.records.values()
        if r["kind"] == "protection_rate" and nationality in r.get("countries", ())
    ]
    found += [one for one in ("rates-how-to-read",) if one in data.records]
    return found
