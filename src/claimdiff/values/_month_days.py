"""Days named by month and number, alone ("Oct. 23"), in a list ("Oct. 23 and 25") or as a range ("Oct. 23-25")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._nearest import near
from claimdiff.values._reference import Expression, Reference, group
from claimdiff.values._spelled import day_of, year_of
from claimdiff.values.calendar import MONTHS

RELATIVE_YEARS = {"last": -1, "this": 0, "next": 1}

_NAMED: dict[tuple[int, int], tuple[int, re.Pattern[str]]] = {
    (9, 11): (2001, re.compile(r" (?:terror(?:ist)? )?(?:attacks?|hijack\w+|strikes)\b")),
    (7, 7): (2005, re.compile(r" (?:london )?(?:bomb(?:er|ing)s?|attacks)\b")),
    (1, 6): (2021, re.compile(r" (?:capitol )?(?:riots?|attack|insurrection|siege|rioters?|committee|mob|defendants?)\b")),
    (10, 7): (2023, re.compile(r" (?:hamas )?(?:attacks?|massacre|assault)\b")),
}
"""Days that stand for one event when its noun follows: the year is that of the event, however long ago."""


def month_day(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """The day of "Tuesday, Jan. 5, 2021", "5 January", "Oct. 23 last year", "the week of March 8"."""
    match = expression.match
    month, day = _month_of(match), day_of(match["day"] or match["day2"])
    date(2000, month, day)  # raises for a day no year has
    found, rule = _in_its_year(month, day, match, reference)
    if found is None:
        part = group(match, "part")
        suffix = f"T{_when.DAYPARTS[part][0]}" if part else ""
        return _when.unresolved(f"XXXX-{month:02}-{day:02}{suffix}", "day"), rule
    if match["week"]:
        return _when.in_week(found), "week of a day"
    if part := group(match, "part"):
        return _when.at_daypart(found, part), rule
    return _when.on_day(found), rule


def _in_its_year(month: int, day: int, match: re.Match[str], reference: Reference) -> tuple[date | None, str]:
    year = match["year"] or match["year2"] or _year_of_list(match)
    published, relative, beside = reference.published, group(match, "rel"), group(match, "near")
    if year:
        return date(year_of(year), month, day), "explicit date"
    if named := _named(month, day, match, published):
        return named, "day that stands for an event"
    if published is None:
        return None, "day without a year"
    if relative:
        return date(published.year + RELATIVE_YEARS[relative], month, day), "day of a relative year"
    if beside:
        return _beside(month, day, beside, published), "last or next day of that name"
    return near(month, day, reference), "nearest day of that name"


def _named(month: int, day: int, match: re.Match[str], published: date | None) -> date | None:
    if (month, day) not in _NAMED:
        return None
    year, event = _NAMED[month, day]
    found = date(year, month, day)
    return found if (published is None or published > found) and event.match(match.string.casefold(), match.end()) else None


_LIST_YEAR = re.compile(r"(?:, \d{1,2}){0,4},? (?:and|or) \d{1,2},? (?P<year>(?:1[0-9]|20)\d\d)\b")


def _year_of_list(match: re.Match[str]) -> str | None:
    """The year behind the last day of a list: "March 9 and 10, 2021"."""
    found = _LIST_YEAR.match(match.string, match.end())
    return found["year"] if found else None


def day_also(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """A further day of a list, whose month and year are the first one's."""
    match = expression.match
    month, day = _month_of(match), day_of(match.string[expression.start : expression.end].partition(",")[0].partition(" ")[0])
    date(2000, month, day)
    if match["year"]:
        return _when.on_day(date(int(match["year"]), month, day)), "day of a list"
    found = near(month, day, reference)
    return (_when.on_day(found) if found else _when.unresolved(f"XXXX-{month:02}-{day:02}", "day")), "day of a list"


def day_range(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """The days from one to another of the same month."""
    match = expression.match
    month = _month_of(match)
    first, last = day_of(match["day"] or match["day2"]), day_of(match["last"] or match["last2"])
    if first >= last:
        return None, ""
    year = match["year"] or match["year2"]
    start = date(int(year), month, first) if year else near(month, first, reference)
    if start is None:
        return _when.unresolved(f"XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}", "day"), "days without a year"
    end = _when.on_day(date(start.year, month, last))
    return replace(_when.on_day(start), value=f"{start}/{end.value}", before=end.before), "days"


def _month_of(match: re.Match[str]) -> int:
    parts = match.groupdict()
    return MONTHS[str(parts["month"] or parts["month2"]).rstrip(".").casefold()]


def _beside(month: int, day: int, word: str, published: date) -> date:
    """The last, this year's or next day of that name; raises ValueError where that year lacks it."""
    this = date(published.year, month, day)
    if word == "next":
        return this if this > published else date(published.year + 1, month, day)
    if word == "this":
        return this
    return this if this < published else date(published.year - 1, month, day)
