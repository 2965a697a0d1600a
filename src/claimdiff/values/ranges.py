"""Two dates that are the ends of one range: "from Jan. 3 to Jan. 5", "between 1991 and 1998", "9 a.m. to 5 p.m. on Monday".

Either end is a claim of its own, as TIMEX3 marks it, and knows the other (``When.ends``). What an end does not say, its
year, week or day, it takes from the other, so that no range ends before it begins.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._reference import Expression, Reference
from claimdiff.values.timex import Resolved, resolve

_TO = re.compile(r",?\s(?:to|through|thru|until|till)\s(?:the )?|\s?[-–—]\s?")
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_FIXED = ("year", "year2", "rel", "near", "yrel", "week")
"""Parts of an expression that leave nothing to be taken from the other end."""
_ITS_DAY = ("weekday", "deictic", "month")
"""Parts of a clock expression that name its day."""


def opens_range(text: str, one: Expression, other: Expression) -> bool:
    """Whether the words before and between two expressions make a range of them."""
    gap = text[one.end : other.start]
    if gap == " and ":
        return _BETWEEN.search(text, max(0, one.start - 9), one.start) is not None
    if _TO.fullmatch(gap) is None or text.startswith(("'s", "’s"), other.end):
        return False
    return one.kind == other.kind or _FROM.search(text, max(0, one.start - 6), one.start) is not None


def resolve_range(one: Expression, other: Expression, reference: Reference, last: Reference) -> tuple[Resolved, Resolved] | None:
    """Both ends of a range, resolved together; None if the two cannot be one ("moved from 2025 to 2021").

    Args:
        one: the first end as found.
        other: the last end.
        reference: what the first is seen from.
        last: what the last is seen from.
    """
    first = resolve(one, reference)
    if first is None:
        return None
    if other.kind == "clock" and first.when.start:
        last = replace(last, spoken=first.when.start.date())
    final = resolve(other, last)
    if final and final.when.start and first.when.start is None and one.kind in ("month_day", "month"):
        first = resolve(one, replace(reference, published=final.when.start.date())) or first
    elif final and first.when.start and final.when.start is None and other.kind in ("month_day", "month"):
        final = resolve(other, replace(last, published=first.when.start.date()))
    if final is None or not _are_days(first.when, final.when):
        return None
    try:
        ends = _in_order(one, other, first.when, final.when, reference)
    except (ValueError, OverflowError):  # 29 February of another year
        return None
    if ends is None:
        return None
    values = (ends[0].value, ends[1].value)
    return (
        Resolved(replace(ends[0], ends=values), f"{first.rule}; range to {values[1]}"),
        Resolved(replace(ends[1], ends=values), f"{final.rule}; range from {values[0]}"),
    )


def _are_days(one: When, other: When) -> bool:
    """Whether both are dates of the calendar of one sort, resolved or not."""
    if one.type != other.type or one.type not in ("DATE", "TIME") or "REF" in one.value + other.value or "/" in one.value + other.value:
        return False
    return one.value != other.value and (one.start is None) == (other.start is None)


def _in_order(one: Expression, other: Expression, first: When, last: When, reference: Reference) -> tuple[When, When] | None:
    if not (first.start and last.start):
        return first, last
    if one.kind == other.kind == "clock":
        return _clocks(first, last, own_day=_says(other, _ITS_DAY), first_day=_says(one, _ITS_DAY))
    free, free_last = _is_free(one), _is_free(other)
    if free and not free_last:
        first = _nearest_side(first, _start(last), after=False)
    elif free_last and not free:
        last = _nearest_side(last, _start(first), after=True)
    elif free and free_last and _start(first) > _start(last):
        first, last = _turned(first, last, reference)
    return (first, last) if _start(first) < _start(last) else None


def _clocks(first: When, last: When, *, own_day: bool, first_day: bool) -> tuple[When, When] | None:
    """Two clock times: the day and the zone said once are those of both, and night follows day."""
    first = replace(first, offset=last.offset) if first.offset is None else first
    last = replace(last, offset=first.offset) if last.offset is None else last
    if own_day and not first_day:
        first = _on(first, datetime.combine(_start(last).date(), _start(first).time()))
        return (_on(first, _start(first) - _DAY), last) if _start(first) > _start(last) else (first, last)
    if _start(first) > _start(last) and not own_day:
        last = _on(last, _start(last) + _DAY)
    return (first, last) if _start(first) < _start(last) else None


def _start(when: When) -> datetime:
    assert when.start
    return when.start


def _is_free(expression: Expression) -> bool:
    """Whether its year or week is not said but resolved."""
    return expression.kind in ("month_day", "month", "weekday") and not _says(expression, _FIXED)


def _says(expression: Expression, parts: tuple[str, ...]) -> bool:
    groups = expression.match.groupdict()
    return any(groups.get(part) for part in parts)


def _nearest_side(when: When, limit: datetime, *, after: bool) -> When:
    """The first of that name after ``limit``, or the last before it."""
    step = 1 if after else -1
    weeks, years = (limit.date() - _start(when).date()).days // 7, limit.year - _start(when).year
    at = _stepped(when, years if when.shift is None else weeks)
    for _ in range(2):
        if (_start(at) - limit).days * step >= 0 and _start(at) != limit:
            return at
        at = _stepped(at, step)
    return at


def _turned(first: When, last: When, reference: Reference) -> tuple[When, When]:
    """A range whose ends came out the wrong way round: the first a year or week back, or the last one on, as the clause looks or is nearer."""
    back, ahead = (_stepped(first, -1), last), (first, _stepped(last, 1))
    if reference.direction or reference.published is None:
        return ahead if reference.direction == "future" else back
    today = reference.published
    return ahead if (_start(ahead[0]).date() - today).days < (today - _start(back[1]).date()).days else back


def _stepped(when: When, step: int) -> When:
    """The same name a year later or earlier; a weekday a week."""
    if when.shift is not None:
        return _on(when, _start(when) + step * _WEEK)
    if when.granularity == "month":
        return replace(_when.in_month(_start(when).year + step, _start(when).month), mod=when.mod)
    return _on(when, _start(when).replace(year=_start(when).year + step))


def _on(when: When, start: datetime) -> When:
    """The same time of another day."""
    moved = start - _start(when)
    day: date = start.date()
    shift = None if when.shift is None else when.shift + moved.days
    return replace(when, value=day.isoformat() + when.value[10:], start=start, before=when.before + moved if when.before else None, shift=shift)
