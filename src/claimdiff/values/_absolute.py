"""Explicit and underspecified calendar dates: "Jan. 5, 2021", "Oct. 23", "August", "1998", "the 1990s"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._clock import clock_of
from claimdiff.values._holidays import holiday_of
from claimdiff.values._month_days import RELATIVE_YEARS, day_also, day_range, month_day
from claimdiff.values._reference import Expression, Reference, Resolver, group
from claimdiff.values._spelled import year_of
from claimdiff.values.calendar import MONTHS
from claimdiff.values.zones import offset_of

MODS = {
    "early": "START",
    "earlier": None,
    "later": None,
    "late": "END",
    "mid": "MID",
    "the beginning of": "START",
    "beginning": "START",
    "start": "START",
    "middle": "MID",
    "end": "END",
    "the start of": "START",
    "beginning of": "START",
    "start of": "START",
    "the end of": "END",
    "end of": "END",
    "the middle of": "MID",
}
"""Phases of a calendar unit and their TIMEX3 mod."""

_DAYS_NEAR = 14
_CENTURIES = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split()


def parse_explicit(text: str) -> date | None:
    """The day that ``text`` names with its year, in any house style; None if it names none, or could be two ("03/04/2021")."""
    text = text.strip()
    if not 6 <= len(text) <= 64 or not re.search(r"\d{4}", text):
        return None
    if match := re.fullmatch(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})", text):
        return _slashed(int(match[1]), int(match[3]), int(match[4]))
    return _parse_words(text)


@lru_cache(maxsize=2048)
def _parse_words(text: str) -> date | None:
    """The reading dateparser has of an explicit date, only if it agrees with what is written; the one place it is called.

    It answers to nearly anything, so the year must be in the text and the day too.
    """
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]})
    found = parser.get_date_data(text).date_obj
    if found is None or f"{found.year:04}" not in text or not re.search(rf"(?<!\d)0?{found.day}(?!\d)", text):
        return None
    return date(found.year, found.month, found.day)


def _iso(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    if match["hour"]:
        found = _when.at_clock(day, int(match["hour"]), int(match["minute"]))
        return (replace(found, offset=offset_of(match["zone"], day)) if match["zone"] else found), "ISO date and time"
    return _when.on_day(day), "ISO date"


def _slashed_date(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    year = int(match["year"])
    year += 0 if len(match["year"]) == 4 else 2000 if year < 50 else 1900
    one, other = int(match["one"]), int(match["other"])
    day = _slashed(one, other, year)
    if day is None and reference.order:
        day_first = reference.order == "day-first"
        return _when.on_day(date(year, other, one) if day_first else date(year, one, other)), f"all-digit date, {reference.order} as elsewhere"
    if day is None and reference.published:
        return _near_publication(date(year, one, other), date(year, other, one), reference.published)
    return (_when.on_day(day) if day else None), "all-digit date"


def order_of(expression: Expression) -> Literal["day-first", "month-first"] | None:
    """Which way round an all-digit date is written, where it can be read one way only."""
    one, other = int(expression.match["one"]), int(expression.match["other"])
    if not 0 < min(one, other) <= 12 < max(one, other) <= 31:
        return None
    return "day-first" if one > 12 else "month-first"


def _near_publication(month_first: date, day_first: date, published: date) -> tuple[When | None, str]:
    """The one reading that lies within days of publication, if only one does."""
    close = [day for day in (month_first, day_first) if abs((day - published).days) <= _DAYS_NEAR]
    return (_when.on_day(close[0]) if len(close) == 1 else None), "all-digit date, the reading near publication"


def _slashed(one: int, other: int, year: int) -> date | None:
    """Day and month by the part that can be no month; None where both can."""
    if one <= 12 and other <= 12 and one != other:
        return None
    return date(year, other, one) if one > 12 else date(year, one, other)


def _month(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    month = MONTHS[match["month"].rstrip(".").casefold()]
    if group(match, "rel") in ("every", "each"):
        return When("SET", f"XXXX-{month:02}"), "month set"
    year, rule = _month_year(match, month, reference)
    if year is None:
        return _with_mod(_when.unresolved(f"XXXX-{month:02}", "month"), match), "month without a year"
    return _with_mod(_when.in_month(year, month), match), rule


def _month_year(match: re.Match[str], month: int, reference: Reference) -> tuple[int | None, str]:
    if match["year"]:
        return year_of(match["year"]), "explicit month"
    published, relative, of_year = reference.published, group(match, "rel"), group(match, "yrel")
    if published is None:
        return None, ""
    if of_year in ("last", "this", "next"):
        return published.year + RELATIVE_YEARS[of_year], "month of a relative year"
    if of_year and reference.year:
        return reference.year.year + (of_year == "the following"), "month of the year spoken of"
    if relative in ("last", "past", "this past"):
        return published.year - (month >= published.month), "last month of that name"
    if relative in ("next", "this coming"):
        return published.year + (month <= published.month), "next month of that name"
    if relative == "this":
        return published.year, "month of this year"
    if reference.direction == "past":
        return published.year - (month > published.month), "last month of that name, by tense"
    if reference.direction == "future":
        return published.year + (month < published.month), "next month of that name, by tense"
    distance = {
        year: abs((year - published.year) * 12 + month - published.month) for year in (published.year - 1, published.year, published.year + 1)
    }
    return min(distance, key=lambda year: (distance[year], year)), "nearest month of that name"


def _year(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    year = 2000 + int(match["short"]) if match["short"] else year_of(match["year"])
    if not _when.valid(year):
        return None, ""
    fiscal = match["short"] or match["fiscal"] or match["accounts"]
    found = _when.in_fiscal_year(year) if fiscal else _when.in_year(year)
    if match["to"]:
        last = int(match["to"]) if len(match["to"]) == 4 else year // 100 * 100 + int(match["to"])
        if last <= year or not _when.valid(last):
            return None, ""
        return replace(found, value=f"{year}/{last}", before=_when.in_year(last).before), "years"
    return _with_mod(found, match), "fiscal year" if fiscal else "year"


def _decade(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    digits = re.sub(r"\D", "", expression.match["decade"])
    year = int(digits)
    if len(digits) == 2:
        # "the 90s" are the last ones that have begun.
        base = reference.published.year if reference.published else 2000
        year += base // 100 * 100
        year -= 100 if year > base else 0
    return _with_mod(_when.in_decade(year), expression.match), "decade"


def _century(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    word = expression.match["nth"].casefold()
    figures = re.sub(r"\D", "", word)
    nth = int(figures) if figures else _CENTURIES.index(word) + 10
    if not 1 <= nth <= 90:
        return None, ""
    return _with_mod(_when.in_century(nth), expression.match), "century"


def _season(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    if match["season"]:
        return _with_mod(_when.in_season(year_of(match["year"]), match["season"].casefold()), match), "explicit season"
    season = (match["bare"] or match["bare2"]).casefold()
    published = reference.published
    suffix, month = _when.SEASONS[season]
    if published is None:
        return _with_mod(_when.unresolved(f"XXXX-{suffix}", "season"), match), "season without a year"
    if reference.direction == "future":
        year = published.year + (month < published.month - 2)
    elif reference.direction == "past":
        year = published.year - (month > published.month)
    else:
        middle = month + 1 - published.month
        year = min((published.year, published.year - 1, published.year + 1), key=lambda year: abs((year - published.year) * 12 + middle))
    return _with_mod(_when.in_season(year, season), match), "season by tense"


def _year_end(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    if group(expression.match, "end") in ("month-end", "month end"):
        return None, ""
    if year := expression.match["year"]:
        return _when.on_day(date(int(year), 12, 31)), "end of a year"
    if reference.published is None:
        return _when.unresolved("XXXX-12-31", "day"), "year end, open"
    return _when.on_day(date(reference.published.year, 12, 31)), "year end"


def _with_mod(when: When, match: re.Match[str]) -> When:
    mod = MODS.get(group(match, "phase") or group(match, "phase2") or group(match, "barephase") or "")
    return replace(when, mod=mod) if mod else when


ABSOLUTE: dict[str, Resolver] = {
    "iso": _iso,
    "slashed": _slashed_date,
    "month_day": month_day,
    "day_range": day_range,
    "day_also": day_also,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "year_end": _year_end,
    "holiday": holiday_of,
    "clock": clock_of,
}
"""Resolvers by kind of expression."""
