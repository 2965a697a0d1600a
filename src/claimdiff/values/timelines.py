"""How two dates stand to each other, whether or not both are resolved: unresolved ones compare as written, or are solved for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from claimdiff.model import When
from claimdiff.values._when import first_day, interval, is_fiscal

__all__ = [
    "FROM_EVENT",
    "FROM_PUBLICATION",
    "HAPPENED",
    "ON_DAY_SPOKEN_OF",
    "ON_GAME_CLOCK",
    "SO_LONG_AGO",
    "DateComparison",
    "DateRelation",
    "about_one_time",
    "first_day",
    "is_fiscal",
    "relate_dates",
]
"""The rules take what they need of a date from here, for ``timex`` compiles all that finds one."""

_CALENDAR = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T(?P<clock>.+))?$")
_WEEKDAY = re.compile(r"(?P<year>\d{4}|XXXX)-W(?P<week>\d\d|XX)-(?P<weekday>\d)(?:T(?P<clock>.+))?$")

HAPPENED = "it happened then"
"""Evidence of a date at which, says its clause in the past tense, something took place."""
ON_DAY_SPOKEN_OF = "time of the day spoken of"
"""Evidence of an hour whose day is that of another date, or of publication: nobody says so."""
FROM_PUBLICATION = "counted from publication"
FROM_EVENT = "counted from an event"
SO_LONG_AGO = "counted back from publication, as a date"
"""Evidence of a length that counts down to something or up from it: from where. The last is a date as well."""
ON_GAME_CLOCK = "number game clock"
"""Evidence of a length that the clock of a game shows."""


_NO_DAY = "XXXX-XX-XX"
_CLOCK_TIME = re.compile(r"\d\d:\d\d$")
_HOUR = re.compile(r"T(?P<hour>\d\d)(?::(?P<minute>\d\d))?")
_ABOUT = 15
"""Minutes that "about" covers."""


class DateRelation(Enum):
    """How two dates stand to each other."""

    SAME = "same"
    FINER = "finer"  # one lies within the other
    OVERLAP = "overlap"
    SOLVED = "solved"  # they agree if the undated article was published on the day given
    APART = "apart"
    UNRELATED = "unrelated"  # durations, sets, references: no dates to compare


@dataclass(frozen=True, slots=True)
class DateComparison:
    """A relation; how far apart in whole days (0 when they meet, None when unknown); the publication date solved for."""

    relation: DateRelation
    days: int | None = None
    solution: date | None = None


def relate_dates(one: When, other: When) -> DateComparison:
    """How two dates stand to each other; symmetric."""
    if one.type not in ("DATE", "TIME") or other.type not in ("DATE", "TIME") or "REF" in one.value + other.value:
        return DateComparison(DateRelation.UNRELATED)
    if one.offset is not None and other.offset is not None and one.offset != other.offset:
        try:
            one, other = _universal(one), _universal(other)
        except OverflowError:  # the first or the last hours of the calendar
            return DateComparison(DateRelation.UNRELATED)
    if _end(one) != _end(other):
        return _ranges(one, other)
    if is_fiscal(one) and is_fiscal(other) and one.granularity == other.granularity:
        return DateComparison(DateRelation.SAME, 0) if one.value == other.value else DateComparison(DateRelation.APART)
    if one.start and one.before and other.start and other.before:
        return _closed(one.start, one.before, other.start, other.before, spans="/" in one.value and "/" in other.value)
    if one.start or other.start:
        resolved, unresolved = (one, other) if one.start else (other, one)
        return _half_open(resolved, unresolved)
    return _as_written(one, other)


def about_one_time(one: When, other: When) -> bool:
    """Whether two clock times lie within what "about" covers, and one says so ("about 9:30", 9:27)."""
    a, b = _clock(one), _clock(other)
    if "APPROX" not in (one.mod, other.mod) or not a or not b:
        return False
    days = [when.value.partition("T")[0] for when in (one, other)]
    return (days[0] == days[1] or any("X" in day for day in days)) and abs((a - b).total_seconds()) <= _ABOUT * 60


def _clock(when: When) -> datetime | None:
    """The hour and minute of a TIME, on an arbitrary day."""
    found = _HOUR.search(when.value)
    return datetime(2000, 1, 1, int(found["hour"]) % 24, int(found["minute"] or 0)) if found else None


def _universal(when: When) -> When:
    """A clock time in Greenwich's; of an open one only the clock, for its day may be the one before or after."""
    assert when.offset is not None
    moved = timedelta(minutes=when.offset)
    if when.start and when.before:
        ends = (_moved(when.ends[0], moved), _moved(when.ends[1], moved)) if when.ends else None
        return replace(when, value=_moved(when.value, moved), start=when.start - moved, before=when.before - moved, ends=ends)
    hour, minute = map(int, when.value.partition("T")[2].split(":"))
    at = (hour * 60 + minute - when.offset) % (24 * 60)
    return replace(when, value=f"XXXX-XX-XXT{at // 60:02}:{at % 60:02}", shift=None, ends=None)


def _moved(value: str, by: timedelta) -> str:
    return (datetime.fromisoformat(value) - by).isoformat(timespec="minutes")


def _end(when: When) -> int | None:
    """Which end of a range a date is: 0 the first, 1 the last, None if it is none."""
    return when.ends.index(when.value) if when.ends else None


def _ranges(one: When, other: When) -> DateComparison:
    """The end of one range against a date, or against the other end of another: the whole of either counts."""
    a, b = _whole(one), _whole(other)
    if a and b:
        found = _closed(*a, *b)
        # Where one range begins never is where the other ends, even if the ranges meet.
        return DateComparison(DateRelation.OVERLAP, 0) if one.ends and other.ends and found.days == 0 else found
    named = set(one.ends or (one.value,)) & set(other.ends or (other.value,))
    return DateComparison(DateRelation.FINER, 0) if named else DateComparison(DateRelation.UNRELATED)


def _whole(when: When) -> tuple[datetime, datetime] | None:
    """The interval of a date, of one end of a range that of the range."""
    if when.ends is None:
        return (when.start, when.before) if when.start and when.before else None
    first, last = map(interval, when.ends)
    return (first[0], last[1]) if first and last else None


def _closed(start: datetime, before: datetime, other_start: datetime, other_before: datetime, *, spans: bool = False) -> DateComparison:
    """Two intervals; of two that are told by their ends, "1995-99" and "1993-99", one that both tell makes the other end differ."""
    if (start, before) == (other_start, other_before):
        return DateComparison(DateRelation.SAME, 0)
    if spans and (start == other_start) != (before == other_before):
        return DateComparison(DateRelation.APART, abs(other_before - before + other_start - start).days)
    if start < other_before and other_start < before:
        within = (start <= other_start and other_before <= before) or (other_start <= start and before <= other_before)
        return DateComparison(DateRelation.FINER if within else DateRelation.OVERLAP, 0)
    # Calendar days from the last day of the earlier to the first day of the later.
    last, first = (before, other_start) if before <= other_start else (other_before, start)
    return DateComparison(DateRelation.APART, (first.date() - (last - timedelta(microseconds=1)).date()).days)


def _half_open(resolved: When, unresolved: When) -> DateComparison:
    """Whether some publication date of the undated article makes the two agree."""
    assert resolved.start is not None
    days = (resolved.before - resolved.start).days if resolved.before else 0
    if unresolved.shift is not None and days <= 1:
        return DateComparison(DateRelation.SOLVED, 0, resolved.start.date() - timedelta(days=unresolved.shift))
    if days <= 1:
        fits = _fits(unresolved.value, resolved.start.date())
        if fits is not None:
            return DateComparison(DateRelation.SOLVED if fits else DateRelation.APART, 0 if fits else None)
    return _as_written(resolved, unresolved)


def _fits(value: str, day: date) -> bool | None:
    """Whether an open value can denote ``day``; None if it says nothing about days."""
    if match := _WEEKDAY.match(value):
        return day.isoweekday() == int(match["weekday"])
    if (match := _CALENDAR.match(value)) and match["month"] not in (None, "XX"):
        same_month = day.month == int(match["month"])
        return same_month and (match["day"] in (None, "XX") or day.day == int(match["day"]))
    return None


def _as_written(one: When, other: When) -> DateComparison:
    """Open values of one form compare part by part, as if written on one day; of different forms not at all."""
    for form in (_WEEKDAY, _CALENDAR):
        a, b = form.match(one.value), form.match(other.value)
        if a and b:
            return _parts(a.groupdict(), b.groupdict(), one, other)
    return _clocks(one, other)


def _clocks(one: When, other: When) -> DateComparison:
    """Two hours, of which at least one names no day, compare as hours of one day."""
    days, hours = zip(*(when.value.partition("T")[::2] for when in (one, other)), strict=True)
    if _NO_DAY not in days or not all(map(_CLOCK_TIME.match, hours)):
        return DateComparison(DateRelation.UNRELATED)
    return DateComparison(DateRelation.SAME, 0) if hours[0] == hours[1] else DateComparison(DateRelation.APART)


def _parts(a: dict[str, str | None], b: dict[str, str | None], one: When, other: When) -> DateComparison:
    shared = [(x, b[key]) for key, x in a.items() if _known(x) and _known(b[key])]
    if not shared and one.shift is not None and other.shift is not None:
        # "yesterday" and "today", of articles that may have appeared on the same day
        return DateComparison(DateRelation.SAME if one.shift == other.shift else DateRelation.UNRELATED)
    if not shared:
        return DateComparison(DateRelation.UNRELATED)
    if all(x == y for x, y in shared):
        same = {key for key, x in a.items() if _known(x)} == {key for key, x in b.items() if _known(x)}
        return DateComparison(DateRelation.SAME if same else DateRelation.FINER, 0)
    return DateComparison(DateRelation.APART)


def _known(part: str | None) -> bool:
    return part is not None and "X" not in part
