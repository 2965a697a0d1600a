"""The year of a dateline that has none, where no header is beside it, by what else the document says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claimdiff.model import DateClue
from claimdiff.readers._header_dates import DATE, WEEKDAY, date_of, has_year
from claimdiff.values.calendar import MONTHS, WEEKDAYS

_OWNED = re.compile(r"(?i)(?:©|\(c\)|\bcopyright\b)[^\n\d]{0,40}(?P<year>(?:19|20)\d\d)(?!\s?[-–]\s?\d\d)")
_YEAR = re.compile(r"(?P<ahead>\b(?i:by|until|till|through|to|the|for)\s)?(?<![\d$£€.,-])(?P<year>(?:19|20)\d\d)(?![\d%]|,\d|\.\d)")
"""A year that is told, and words that put it ahead ("by 2030") or make it part of a name ("the 2026 World Cup")."""
_WEEKDAY = re.compile(rf"(?i)\b(?P<day>{WEEKDAY}),?\s(?:the\s)?$")
_WEEK = timedelta(days=7)
_AROUND = timedelta(days=45)
"""How far from its filing the days lie that a story tells with their year."""


def year_of_filing(text: str, filed: DateClue, clues: Sequence[DateClue]) -> tuple[DateClue, str | None]:
    """A dateline without a year with the one that another clue decides, and a sentence that says which; as it is where none does.

    A header that can be read two ways still tells its year; so does a notice of copyright, a weekday beside a day of the same
    week, if only one of the likely years has it so, and two days near the filing that the story tells with their year. One
    such day alone does not: it is as often an anniversary's.
    """
    if not re.fullmatch(r"XXXX-\d\d-\d\d", filed.value):
        return filed, None
    for year, reason in _evidence(text, filed, clues):
        day = _in(year, filed.value)
        if day:
            return replace(
                filed, value=day.isoformat()
            ), f"the dateline was read as of {year}, for {reason}; if that is wrong, give the date with --date"
    return filed, None


def _evidence(text: str, filed: DateClue, clues: Sequence[DateClue]) -> Iterator[tuple[int, str]]:
    """Years and what tells them, the surest first."""
    for clue in clues:
        if clue.value[:4].isdigit():
            yield int(clue.value[:4]), "that is the year of the header"
    owned = {int(found["year"]) for found in _OWNED.finditer(text)}
    if len(owned) == 1:
        yield owned.pop(), "that is the year of the copyright"
    dates = list(DATE.finditer(text))
    told = {int(found["year"]) for found in _YEAR.finditer(text) if not found["ahead"]}
    if not told:
        return
    for found in dates:
        years = _years_with_weekday(text, found, filed, sorted(told | {year + 1 for year in told}))
        if len(years) == 1:
            yield years[0], f"“{text[_weekday_start(text, found) : found.end()]}” fits no other year"
    near = sorted({day for found in dates if (day := date_of(found)[0]) and _is_near(filed.value, day, max(told))})
    if len(near) > 1:
        yield max(told), f"the story tells of {near[0]} and {near[-1]}"


def _in(year: int, value: str) -> date | None:
    try:
        return date(year, int(value[5:7]), int(value[8:10]))
    except ValueError:
        return None


def _is_near(value: str, day: date, year: int) -> bool:
    filed = _in(year, value)
    return filed is not None and abs(day - filed) <= _AROUND


def _weekday_start(text: str, found: re.Match[str]) -> int:
    beside = _WEEKDAY.search(text, max(0, found.start() - 16), found.start())
    return beside.start() if beside else found.start()


def _years_with_weekday(text: str, found: re.Match[str], filed: DateClue, likely: Sequence[int]) -> list[int]:
    """The likely years, those told and the ones after, in which a day of the week of filing is the weekday beside it."""
    beside = _WEEKDAY.search(text, max(0, found.start() - 16), found.start())
    name, figure = (found["m1"], found["d1"]) if found["m1"] else (found["m2"], found["d2"])
    if beside is None or name is None or has_year(found):
        return []
    value = f"XXXX-{MONTHS[name.rstrip('.').casefold()]:02}-{int(re.sub(r'[^0-9]', '', figure)):02}"
    number = WEEKDAYS[beside["day"].rstrip(".").casefold()]
    days = [(year, _in(year, value), _in(year, filed.value)) for year in likely]
    return [year for year, day, at in days if day and at and day.isoweekday() == number and abs(day - at) <= _WEEK]
