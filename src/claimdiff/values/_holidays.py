"""Holidays and named days: fixed dates, nth weekdays, and the feasts of other calendars."""

from __future__ import annotations

from datetime import date, timedelta

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._feasts import FEASTS, days_of, is_moonlit
from claimdiff.values._reference import Expression, Reference, group

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
    "orthodox christmas": (1, 7),
    "all saints' day": (11, 1),
    "bonfire night": (11, 5),
    "groundhog day": (2, 2),
    "cinco de mayo": (5, 5),
}
_AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
_NTH_WEEKDAY = {  # month, ISO weekday, which one (-1: the last)
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "presidents' day": (2, 1, 3),
    "columbus day": (10, 1, 2),
    "indigenous peoples' day": (10, 1, 2),
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
    return week(_first(found)), "week of a holiday"


def _day_of_holiday(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    name = match["name"].casefold().replace("’", "'")
    relative = group(match, "rel")
    published = reference.published
    rule = " by the moon" if name in FEASTS and is_moonlit(name) else ""
    if match["year"]:
        named = _holidays_in(int(match["year"]), name)
        return (named[0] if len(named) == 1 else None), f"holiday of a year{rule}"
    if name == "9/11":
        return _when.on_day(date(2001, 9, 11)), "named day"
    if published is None:
        if name in _FIXED:
            return _when.unresolved("XXXX-{:02}-{:02}".format(*_FIXED[name]), "day"), "holiday without a year"
        return None, ""
    candidates = [when for year in (published.year - 1, published.year, published.year + 1) for when in _holidays_in(year, name)]
    looks = None if match["around"] else reference.direction  # a week that has begun may lie on both sides
    if relative == "last" or (relative is None and looks == "past"):
        return max((when for when in candidates if _first(when) <= published), key=_first), f"last holiday of that name{rule}"
    if relative == "next" or (relative is None and looks == "future"):
        return min((when for when in candidates if _last(when) >= published), key=_first), f"next holiday of that name{rule}"
    return min(candidates, key=lambda when: _away(when, published)), f"nearest holiday of that name{rule}"


def _first(when: When) -> date:
    """The first day a holiday has by its value, for its interval may begin on the eve."""
    return date.fromisoformat(when.value[:10])


def _last(when: When) -> date:
    return date.fromisoformat(when.value[-10:])


def _away(when: When, published: date) -> int:
    """Days from publication to a holiday; 0 while it lasts."""
    return max((_first(when) - published).days, (published - _last(when)).days, 0)


def _holidays_in(year: int, name: str) -> list[When]:
    return days_of(name, year) if name in FEASTS else [_when.on_day(_holiday_in(year, name))]


def _holiday_in(year: int, name: str) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
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


NAMES = (*_FIXED, *_NTH_WEEKDAY, *_AFTER_THANKSGIVING, *FEASTS, "9/11")
"""Every holiday that is known, lower case, apostrophes straight."""
