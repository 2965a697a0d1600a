"""Whether what two clauses tell lies on other days, and whether a day is that of an article."""

from __future__ import annotations

import re
from datetime import date

_UNKNOWN = "XXXX-XX-XX"
"""TIMEX3 value of "yesterday" where nobody knows what today is."""

_YEAR = "XXXX"
"""TIMEX3 value of "last year" where nobody knows what year it is."""

_RECENT = 7
"""Days before or after publication in which the event lies that an article is of; chosen by hand."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_CLOCK = re.compile(r"T\d\d(?::\d\d)?")
_UNRESOLVED = re.compile(r"XXXX-(?:W|\w\w-)")


def apart(one: str | None, other: str | None) -> bool:
    """Whether two TIMEX3 values are of two days or periods.

    What is not resolved ("XXXX-WXX-2") is only held against its like, an unknown day against nothing.
    """
    a, b = ((value or "").partition("T")[0] for value in (one, other))
    if _UNKNOWN in (a, b):
        return False
    return bool(a and b) and ("X" in a) == ("X" in b) and not a.startswith(b) and not b.startswith(a)


def hours_apart(one: str | None, other: str | None) -> bool:
    """Whether two TIMEX3 values are of two times of the clock."""
    a, b = (_CLOCK.search(value or "") for value in (one, other))
    return a is not None and b is not None and a.group() != b.group()


def is_of_another_year(time: str | None, published: date | None) -> bool:
    """Whether a TIMEX3 value lies in a year that is not that of the news: "in 2013", "last year"; where the day is unknown, any year told."""
    year = (time or "")[:4]
    if not year.isdigit():
        return time == _YEAR
    return published.year != int(year) if published else time == year


def is_recent(time: str, published: date | None) -> bool:
    """Whether a TIMEX3 value may be that of an event that is news: a day whose year is open may be."""
    if "X" in time:
        return bool(_UNRESOLVED.match(time))
    if published is None:
        return False
    day, week = _DAY.match(time), _WEEK.match(time)
    if day:
        return abs((date(*map(int, day.groups())) - published).days) <= _RECENT
    if week:
        return (int(week[1]), int(week[2])) == published.isocalendar()[:2]
    return published.isoformat().startswith(time)
