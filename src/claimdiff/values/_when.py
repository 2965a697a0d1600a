"""Constructors of When: a calendar unit and the interval it denotes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from claimdiff.model import Granularity, When

DAYPARTS: dict[str, tuple[str, int, int]] = {
    "morning": ("MO", 4, 12),
    "midday": ("MI", 11, 14),
    "afternoon": ("AF", 12, 18),
    "evening": ("EV", 17, 24),
    "night": ("NI", 18, 30),
    "overnight": ("NI", 18, 30),
}
"""Parts of a day: TIMEX3 suffix and the hours they may cover, counted from midnight; wide, for papers differ."""

SEASONS: dict[str, tuple[str, int]] = {"spring": ("SP", 3), "summer": ("SU", 6), "fall": ("FA", 9), "autumn": ("FA", 9), "winter": ("WI", 12)}
"""Meteorological seasons of the northern hemisphere: TIMEX3 suffix and first month."""

_LAST_YEAR = 9998
_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(?P<hour>\d\d):(\d\d))?)?)?")


def valid(year: int) -> bool:
    """Whether every date of ``year`` and the day after are on Python's calendar."""
    return 1 <= year <= _LAST_YEAR


def on_day(day: date, shift: int | None = None) -> When:
    """One day."""
    start = datetime.combine(day, time())
    return When("DATE", day.isoformat(), None, start, start + timedelta(days=1), "day", shift)


def in_week(day: date, shift: int | None = None) -> When:
    """The ISO week (Monday to Sunday) around ``day``."""
    year, week, weekday = day.isocalendar()
    start = datetime.combine(day, time()) - timedelta(days=weekday - 1)
    return When("DATE", f"{year}-W{week:02}", None, start, start + timedelta(days=7), "week", shift)


def on_weekend(day: date) -> When:
    """Saturday and Sunday of the ISO week around ``day``."""
    week = in_week(day)
    assert week.start
    return When("DATE", f"{week.value}-WE", None, week.start + timedelta(days=5), week.before, "weekend")


def in_month(year: int, month: int) -> When:
    """A calendar month; ``month`` may lie outside 1..12 and is carried over."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return When("DATE", f"{year:04}-{month:02}", None, *_months(year, month, 1), "month")


def in_quarter(year: int, quarter: int) -> When:
    """A calendar quarter, 1 to 4."""
    return When("DATE", f"{year:04}-Q{quarter}", None, *_months(year, 3 * quarter - 2, 3), "quarter")


def in_half(year: int, half: int) -> When:
    """A half year, 1 or 2."""
    return When("DATE", f"{year:04}-H{half}", None, *_months(year, 6 * half - 5, 6), "half")


def in_season(year: int, season: str) -> When:
    """A season by the year it begins in."""
    suffix, month = SEASONS[season]
    return When("DATE", f"{year:04}-{suffix}", None, *_months(year, month, 3), "season")


def in_year(year: int) -> When:
    """A calendar year."""
    return When("DATE", f"{year:04}", None, *_months(year, 1, 12), "year")


def in_fiscal_year(year: int) -> When:
    """A year of accounts: it may begin eleven months before the calendar year it is named after, or end three after it."""
    return replace(in_year(year), start=datetime(max(1, year - 1), 2, 1), before=datetime(year + 1, 4, 1))


def in_fiscal_quarter(year: int, quarter: int) -> When:
    """A quarter of a year of accounts, wherever that year begins."""
    start = in_month(year - 1, 3 * quarter - 1).start
    before = in_month(year, 3 * quarter + 3).before
    return replace(in_quarter(year, quarter), start=start, before=before)


def up_to(when: When, published: date, length: timedelta) -> When:
    """A calendar unit that stands for the time up to publication, "the past year": the interval covers both readings."""
    assert when.start
    since = datetime.combine(published - length, time())
    return replace(when, start=min(when.start, since), before=datetime.combine(published + timedelta(days=1), time()))


def is_fiscal(when: When) -> bool:
    """Whether a year or a quarter is one of accounts, whose bounds nobody told."""
    year, _, quarter = when.value.partition("-Q")
    if when.start is None or not year.isdigit() or len(year) != 4 or when.granularity not in ("year", "quarter"):
        return False
    room = in_fiscal_quarter(int(year), int(quarter)) if quarter else in_fiscal_year(int(year))
    return (when.start, when.before) == (room.start, room.before)


def first_day(when: When) -> date | None:
    """The day a resolved date begins on by its value: the first of a feast, not its eve; of a year of accounts that of the calendar year."""
    bounds = interval(when.value.partition("/")[0])
    if bounds is None and when.granularity == "quarter" and when.start:
        bounds = _months(int(when.value[:4]), 3 * int(when.value[-1]) - 2, 3)
    start = bounds[0] if bounds else when.start
    return start.date() if start and when.start else None


def in_decade(year: int) -> When:
    """The ten years around ``year`` that share all digits but the last; three digits, as ISO 8601-1:2019 writes a decade."""
    first = year // 10 * 10
    return When("DATE", f"{first // 10:03}", None, datetime(first, 1, 1), datetime(first + 10, 1, 1), "decade")


def around_year(year: int, width: int) -> When:
    """About ``year``, give or take half of ``width`` years: what "a decade ago" tells."""
    half = width // 2
    granularity: Granularity = "decade" if width == 10 else "century"
    return When("DATE", f"{year:04}", "APPROX", datetime(max(1, year - half), 1, 1), datetime(year + half + 1, 1, 1), granularity)


def in_century(century: int) -> When:
    """The nth century: the years that begin with n - 1."""
    first = max(1, (century - 1) * 100)
    return When("DATE", f"{century - 1:02}", None, datetime(first, 1, 1), datetime(century * 100, 1, 1), "century")


def at_daypart(day: date, part: str, shift: int | None = None) -> When:
    """A part of a day ("Friday night")."""
    suffix, low, high = DAYPARTS[part]
    midnight = datetime.combine(day, time())
    return When("TIME", f"{day.isoformat()}T{suffix}", None, midnight + timedelta(hours=low), midnight + timedelta(hours=high), "daypart", shift)


def at_clock(day: date, hour: int, minute: int | None, shift: int | None = None) -> When:
    """A clock time of a day; a full hour is as exact as its minute."""
    start = datetime.combine(day, time(hour, minute or 0))
    value = f"{day.isoformat()}T{hour:02}:{minute or 0:02}"
    return When("TIME", value, None, start, start + timedelta(minutes=1), "minute", shift)


def unresolved(value: str, granularity: Granularity, shift: int | None = None, *, clock: bool = False) -> When:
    """A value with parts that only the publication date would tell, marked X."""
    return When("TIME" if clock else "DATE", value, None, None, None, granularity, shift)


def interval(value: str) -> tuple[datetime, datetime] | None:
    """The half-open interval of a year, month, day or clock time by its TIMEX3 value; None for any other."""
    found = _CALENDAR.fullmatch(value)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) if part else 0 for part in found.groups())
    if not month:
        when = in_year(year)
    elif not day:
        when = in_month(year, month)
    else:
        when = on_day(date(year, month, day)) if found["hour"] is None else at_clock(date(year, month, day), hour, minute)
    assert when.start
    assert when.before
    return when.start, when.before


def _months(year: int, month: int, length: int) -> tuple[datetime, datetime]:
    end = month + length - 1
    return datetime(year, month, 1), datetime(year + end // 12, end % 12 + 1, 1)
