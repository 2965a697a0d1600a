"""When two claims are told of: one day or two, one period or two, the news or what was long before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from claimdiff.model import Claim, When
from claimdiff.values.timelines import ON_DAY_SPOKEN_OF, DateComparison, relate_dates

_RESOLVED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)")

_PERIOD = re.compile(r"\d{4}(?:-(?:\d\d|Q\d|H\d|[SF]\w|WI))?$")

_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-\d\d|W[\dX]{2}-\d)")

WEEKDAY = re.compile(r"(?:\d{4}|XXXX)-W(?:\d\d|XX)-\d")

CALENDAR_DAY = re.compile(r"XXXX-\d\d-\d\d")
"""A day by the calendar in an article without a date. News agencies name the days within a week by weekday, and others by date."""

_DAY_OF_SOME_WEEK = re.compile(r"XXXX-WXX-(\d)")
_NO_DAY = re.compile(r"XXXX-XX-XXT")
_LENGTH = len("2021-01-31")
_MONTH = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d)?$")

_NEWS = timedelta(days=10)
"""What an article dates farther back is no news."""


def same_time(one: Claim, other: Claim) -> float:
    """1 if the clauses name one day (or one a part of the other), -1 for days or periods apart; 0 for neighbouring days, which outlets mix up."""
    times = [claim.topic.time or "" for claim in (one, other)]
    a, b = map(_calendar, times)
    if not a or not b:
        if _are_weekdays_apart(*times):
            return -1.0
        # The news names the days around it by weekday and what is older by month: of two articles without a date, that still tells.
        return -1.0 if any(map(WEEKDAY.match, times)) and any(map(_MONTH.match, times)) else 0.0
    if a.startswith(b) or b.startswith(a):
        return 1.0
    both_days = len(a) == len(b) == _LENGTH
    return 0.0 if both_days and abs(date.fromisoformat(a) - date.fromisoformat(b)) <= timedelta(days=1) else -1.0


def each_of_its_own_day(one: Claim, other: Claim) -> bool:
    """Whether two articles of different days tell of as many days before their own: yesterday's fall of an index is not today's."""
    a, b = one.document.published, other.document.published
    days = [_calendar(claim.topic.time) for claim in (one, other)]
    if a is None or b is None or a == b or {*map(len, days)} != {_LENGTH}:
        return False
    first, second = map(date.fromisoformat, days)
    return first != second and a - first == b - second


def _are_weekdays_apart(one: str, other: str) -> bool:
    """Whether two days of an unknown week are no neighbours: "Monday" and "Thursday"."""
    a, b = _DAY_OF_SOME_WEEK.match(one), _DAY_OF_SOME_WEEK.match(other)
    if a is None or b is None:
        return False
    days = abs(int(a[1]) - int(b[1]))
    return min(days, 7 - days) > 1


def are_periods_apart(one: Claim, other: Claim) -> bool:
    """Whether two dates are two months, quarters or years."""
    return isinstance(one.value, When) and isinstance(other.value, When) and of_other_periods(one.value.value, other.value.value)


def of_other_periods(one: str | None, other: str | None) -> bool:
    """Whether the clauses speak of two months, quarters or years: two outlets may name two days for one event, but such figures are two figures."""
    a, b = one or "", other or ""
    return bool(_PERIOD.match(a) and _PERIOD.match(b)) and not a.startswith(b) and not b.startswith(a)


def names_a_day(when: When) -> bool:
    """Whether it tells a day, or an hour of one."""
    return bool(_DAY.match(when.value))


def relate_times(one: Claim, other: Claim) -> DateComparison:
    """How two dates stand to each other; of an hour that names no day the hour alone counts."""
    assert isinstance(one.value, When)
    assert isinstance(other.value, When)
    return relate_dates(*(_hour(claim.value) if _names_no_day(claim) else claim.value for claim in (one, other) if isinstance(claim.value, When)))


def in_hour_alone(one: Claim, other: Claim) -> bool:
    """Whether one of two dates is an hour of a day that it does not name: "at 5 p.m. on Sunday", "the quake struck at 5 p.m."."""
    return _names_no_day(one) != _names_no_day(other)


def tell_hours(one: Claim, other: Claim) -> bool:
    """Whether both are an hour, of a day or of none."""
    return all(isinstance(claim.value, When) and "T" in claim.value.value for claim in (one, other))


def _names_no_day(claim: Claim) -> bool:
    return isinstance(claim.value, When) and (ON_DAY_SPOKEN_OF in claim.evidence or _NO_DAY.match(claim.value.value) is not None)


def _hour(when: When) -> When:
    """The hour of a day that nobody knows."""
    return replace(when, value=f"XXXX-XX-XXT{when.value.partition('T')[2]}", start=None, before=None, shift=None, ends=None)


def names_a_weekday(claim: Claim) -> bool:
    """Whether it dates something by weekday."""
    return isinstance(claim.value, When) and bool(WEEKDAY.match(claim.value.value))


def is_news_and_past(one: Claim, other: Claim) -> bool:
    """Whether one of two dates is a day of the news, and the other a month or year long before it: "on Saturday", "last year"."""
    return (_is_of_news(one) and _is_long_past(other)) or (_is_of_news(other) and _is_long_past(one))


def _is_of_news(claim: Claim) -> bool:
    when, published = claim.value, claim.document.published
    assert isinstance(when, When)
    if published is None or when.start is None:
        return bool(WEEKDAY.match(when.value))
    return names_a_day(when) and abs(when.start.date() - published) <= _NEWS


def _is_long_past(claim: Claim) -> bool:
    when, published = claim.value, claim.document.published
    assert isinstance(when, When)
    return bool(_PERIOD.match(when.value)) and published is not None and when.before is not None and when.before.date() < published - _NEWS


def is_background(claim: Claim) -> bool:
    """Whether its clause dates it to long before the article, or by a month or a year alone, as the news is not dated."""
    time, published = _calendar(claim.topic.time), claim.document.published
    if not time:
        return bool(_MONTH.match(claim.topic.time or ""))
    if published is None or time in (str(published.year), str(published)[:7]):
        return False
    return time < str(published - _NEWS)[: len(time)]


def _calendar(time: str | None) -> str:
    """The resolved day, month or year of a TIMEX3 value without its hour; empty for anything else."""
    found = _RESOLVED.match(time or "")
    return found.group() if found else ""
