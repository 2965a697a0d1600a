"""Holidays and named days: fixed dates, nth weekdays and Easter."""

from __future__ import annotations

from datetime import date, timedelta

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._reference import Expression, Reference, group

_EASTER_SHIFT = {"ash wednesday": -46, "palm sunday": -7, "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "independence day": (7, 4),
    "the fourth of july": (7, 4),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "veterans day": (11, 11),
    "boxing day": (12, 26),
    "st. patrick's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "9/11": (9, 11),
    "juneteenth": (6, 19),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "anzac day": (4, 25),
    "australia day": (1, 26),
    "canada day": (7, 1),
}
_AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
_NTH_WEEKDAY = {  # month, ISO weekday, which one (-1: the last)
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "presidents' day": (2, 1, 3),
    "columbus day": (10, 1, 2),
    "remembrance sunday": (11, 7, 2),
    "memorial day": (5, 1, -1),
    "martin luther king day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
    "election day": (11, 2, 0),
}


def holiday_of(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """The day a holiday falls on: in the year beside it, else the one the clause looks to, else the nearest."""
    found, rule = _day_of_holiday(expression, reference)
    if found is None or found.start is None or not expression.match["around"]:
        return found, rule
    week = _when.in_week if expression.match["around"].casefold() == "week" else _when.on_weekend
    return week(found.start.date()), "week of a holiday"


def _day_of_holiday(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    name = match["name"].casefold().replace("’", "'")
    relative = group(match, "rel")
    published = reference.published
    if match["year"]:
        return _when.on_day(_holiday_in(int(match["year"]), name)), "holiday of a year"
    if name == "9/11":
        return _when.on_day(date(2001, 9, 11)), "named day"
    if published is None:
        if name in _FIXED:
            return _when.unresolved("XXXX-{:02}-{:02}".format(*_FIXED[name]), "day"), "holiday without a year"
        return None, ""
    candidates = [_holiday_in(year, name) for year in (published.year - 1, published.year, published.year + 1)]
    looks = None if match["around"] else reference.direction  # a week that has begun may lie on both sides
    if relative == "last" or (relative is None and looks == "past"):
        return _when.on_day(max(day for day in candidates if day <= published)), "last holiday of that name"
    if relative == "next" or (relative is None and looks == "future"):
        return _when.on_day(min(day for day in candidates if day >= published)), "next holiday of that name"
    return _when.on_day(min(candidates, key=lambda day: abs((day - published).days))), "nearest holiday of that name"


def _holiday_in(year: int, name: str) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER_SHIFT:
        return _easter(year) + timedelta(days=_EASTER_SHIFT[name])
    if name in _AFTER_THANKSGIVING:
        return _holiday_in(year, "thanksgiving") + timedelta(days=_AFTER_THANKSGIVING[name])
    month, weekday, nth = _NTH_WEEKDAY[name]
    if nth == -1:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    if nth == 0:  # Election Day: the Tuesday after the first Monday
        return date(year, 11, 2) + timedelta(days=(weekday - date(year, 11, 2).isoweekday()) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
