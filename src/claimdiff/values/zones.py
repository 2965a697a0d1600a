"""Time zones as news writes them: abbreviations and names, and how far from Greenwich they are on a day.

The abbreviations are no standard (IANA's tz database uses some and defines none): one may name several zones, and then the
places that the text names tell which, or nothing does and the zone stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class _Zone:
    """A zone: minutes from Greenwich, or the tz database's name of it where summer time is kept; and words of places that use it.

    ``usual`` marks the one meant where no place is named. "EST" in July is read as the time New York then keeps: it is the
    usual slip, and nobody there keeps the other.
    """

    at: int | str
    places: str = ""
    usual: bool = True


_EASTERN, _CENTRAL, _MOUNTAIN, _PACIFIC = (f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Los_Angeles"))
_ZONES: dict[str, tuple[_Zone, ...]] = {
    **dict.fromkeys(("GMT", "UTC", "Z"), (_Zone(0),)),
    **dict.fromkeys(("ET", "EST", "EDT", "Eastern", "Eastern Standard", "Eastern Daylight"), (_Zone(_EASTERN),)),
    **dict.fromkeys(("CT", "CDT", "Central"), (_Zone(_CENTRAL),)),
    **dict.fromkeys(("MT", "MST", "MDT", "Mountain"), (_Zone(_MOUNTAIN),)),
    **dict.fromkeys(("PT", "PDT", "Pacific"), (_Zone(_PACIFIC),)),
    **dict.fromkeys(("CET", "CEST"), (_Zone("Europe/Paris"),)),
    **dict.fromkeys(("EET", "EEST"), (_Zone("Europe/Helsinki"),)),
    **dict.fromkeys(("WET", "WEST"), (_Zone("Europe/Lisbon"),)),
    **dict.fromkeys(("AKST", "AKDT"), (_Zone("America/Anchorage"),)),
    **dict.fromkeys(("NZST", "NZDT"), (_Zone("Pacific/Auckland"),)),
    "ADT": (_Zone("America/Halifax"),),
    "NST": (_Zone("America/St_Johns"),),
    "PST": (_Zone(_PACIFIC), _Zone(480, "philippin|filipino|manila", usual=False)),
    "CST": (_Zone(_CENTRAL), _Zone(480, "chin(?:a|ese)|beijing|shanghai|taiwan|taipei", usual=False), _Zone(-300, "cuban?|havana", usual=False)),
    "BST": (_Zone("Europe/London"), _Zone(360, "bangladeshi?|dhaka", usual=False)),
    "IST": (
        _Zone(330, "indian?|delhi|mumbai|kolkata|chennai|bengaluru|kashmir", usual=False),
        _Zone("Asia/Jerusalem", "israelis?|israel|tel aviv|jerusalem|gaza|palestinians?", usual=False),
        _Zone("Europe/Dublin", "irish|ireland|dublin|cork|galway", usual=False),
    ),
    "AST": (_Zone("America/Halifax"), _Zone(180, "saudis?|riyadh|kuwaiti?|iraqi?|baghdad|bahraini?|qatari?|doha|yemeni?", usual=False)),
    "MSK": (_Zone(180),),
    "TRT": (_Zone(180),),
    "EAT": (_Zone(180),),
    "IRST": (_Zone(210),),
    "GST": (_Zone(240),),
    "PKT": (_Zone(300),),
    "NPT": (_Zone(345),),
    "ICT": (_Zone(420),),
    "WIB": (_Zone(420),),
    **dict.fromkeys(("HKT", "SGT", "AWST", "PHT"), (_Zone(480),)),
    **dict.fromkeys(("JST", "KST"), (_Zone(540),)),
    "ACST": (_Zone(570),),
    "AEST": (_Zone(600),),
    "AEDT": (_Zone(660),),
    "SAST": (_Zone(120),),
    "CAT": (_Zone(120),),
    "WAT": (_Zone(60),),
    "BRT": (_Zone(-180),),
    "ART": (_Zone(-180),),
    "HST": (_Zone(-600),),
}
"""Zones by how they are written."""

_WORDS = ("Eastern", "Eastern Standard", "Eastern Daylight", "Central", "Mountain", "Pacific")
_ABBREVIATIONS = "|".join(sorted(_ZONES.keys() - {*_WORDS, "Z"}, key=lambda name: (-len(name), name)))
_NAMED = "|".join(sorted(_WORDS, key=len, reverse=True))
ZONE = rf"(?: ?(?:(?:GMT|UTC)[+-]\d{{1,2}}\b|(?:{_ABBREVIATIONS}|local time|(?:{_NAMED})(?: time)?)\b))?"
"""A zone behind a clock time, as part of a pattern."""

_NUMERIC = re.compile(r"(?:GMT|UTC)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?$")
_A_DAY, _FARTHEST_BEHIND = 24 * 60, 10 * 60
"""Minutes; no zone of more than a few people is further behind Greenwich than Hawaii's."""


def is_zone(word: str) -> bool:
    """Whether it abbreviates the name of a time zone ("EST")."""
    return word in _ZONES


def offset_of(written: str, day: date | None, text: str = "") -> int | None:
    """Minutes east of Greenwich of a zone on a day, None where it is unknown or could be several.

    Args:
        written: the zone as written: "EST", "GMT+3", "+05:30", "Z", "Eastern time".
        day: the day, which tells whether summer time is kept; None if unknown.
        text: the article, whose places tell which of several zones an abbreviation means.
    """
    name = written.strip().removesuffix(" time")
    if numeric := _NUMERIC.fullmatch(name):
        minutes = int(numeric["hours"]) * 60 + int(numeric["minutes"] or 0)
        return -minutes if numeric["sign"] == "-" else minutes
    zone = _meant(_ZONES.get(name, ()), text)
    if zone is None:
        return None
    if isinstance(zone.at, int):
        return zone.at
    return _on_day(zone.at, day) if day else None


def _meant(zones: tuple[_Zone, ...], text: str) -> _Zone | None:
    """The zone of several whose places the text names, if it names those of one only; else the usual one."""
    named = [zone for zone in zones if zone.places and re.search(rf"\b(?:{zone.places})\b", text, re.IGNORECASE)]
    if not named:
        return next((zone for zone in zones if zone.usual), None)
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=1024)
def _on_day(name: str, day: date) -> int | None:
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):  # a system without the tz database
        return None
    noon = datetime.combine(day, time(12), zone).utcoffset()
    return round(noon.total_seconds() / 60) if noon is not None else None


def offset_between(local: tuple[int, int], elsewhere: tuple[int, int]) -> int:
    """How many minutes one clock is ahead of another at the same moment, "2:35 p.m. (0905 GMT)": from ten hours behind to fourteen ahead."""
    ahead = (local[0] - elsewhere[0]) * 60 + local[1] - elsewhere[1]
    return (ahead + _FARTHEST_BEHIND) % _A_DAY - _FARTHEST_BEHIND
