"""Whether an all-digit date has its day or its month first, by what else the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claimdiff.model import DateClue
from claimdiff.readers._header_dates import AMBIGUOUS, DATE, WEEKDAY, full_year
from claimdiff.values.calendar import MONTHS, WEEKDAYS

_NEAR = timedelta(days=14)
"""How far apart an article's own dates of filing, publication and change may lie; day and month changed over are further."""
_STORY = timedelta(days=7)
"""How far from publication the days of a news story lie."""
_DIGITS = re.compile(r"(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<other>\d{1,2})(?P=mark)(?:19|20)\d\d(?![\d/-])")
_BESIDE = re.compile(rf"(?i)\b(?P<day>{WEEKDAY})[\s,|•(-]{{1,4}}$")

Readings = dict[str, date]
"""The possible days by order."""


def decide(text: str, clues: Sequence[DateClue], filed: DateClue | None) -> tuple[list[DateClue], list[str]]:
    """The clues with every ambiguous one read if anything tells how, and a sentence for each that was ambiguous."""
    decided, doubts = [], []
    for clue in clues:
        if clue.order != AMBIGUOUS or clue.extent is None:
            decided.append(clue)
            continue
        words = DATE.match(text, clue.extent.start)
        assert words
        readings = _readings(words)
        found = next((evidence for evidence in _evidence(text, clue, readings, [*clues, *([filed] if filed else [])])), None)
        if found is None:
            decided.append(clue)
            doubts.append(f"“{words.group()}” can be read day first or month first; give the date with --date")
            continue
        order, reason = found
        decided.append(replace(clue, value=readings[order].isoformat(), order=f"{order}, for {reason}"))
        doubts.append(f"“{words.group()}” was read {order.replace('-', ' ')}, for {reason}; if that is wrong, give the date with --date")
    return decided, doubts


def _readings(words: re.Match[str]) -> Readings:
    one, other, year = int(words["a3"]), int(words["b3"]), full_year(words["y3"])
    return {"day-first": date(year, other, one), "month-first": date(year, one, other)}


def _evidence(text: str, clue: DateClue, readings: Readings, clues: Sequence[DateClue]) -> Iterator[tuple[str, str]]:
    """The order and what tells it, the surest first."""
    assert clue.extent
    if beside := _BESIDE.search(text[max(0, clue.extent.start - 16) : clue.extent.start]):
        number = WEEKDAYS[beside["day"].rstrip(".").casefold()]
        yield from _only({order for order, day in readings.items() if day.isoweekday() == number}, f"it is said to be a {beside['day']}")
    for other in clues:
        if other is not clue and "XX-XX" not in other.value:
            yield from _only({order for order, day in readings.items() if _is_near(other.value, day)}, _called(other))
    yield from _by_digits(text, clue)
    yield from _by_story(text, readings)
    if "." in clue.extent.of(text):
        yield "day-first", "dots are written where the day comes first"


def _called(clue: DateClue) -> str:
    month = next(name for name, number in MONTHS.items() if number == int(clue.value[5:7])).capitalize()
    day = f"{month} {int(clue.value[8:10])}"
    return f"the dateline says {day}" if clue.kind == "dateline" else f"another date of the header is {day}"


def _only(orders: set[str], reason: str) -> Iterator[tuple[str, str]]:
    if len(orders) == 1:
        yield orders.pop(), reason


def _is_near(value: str, day: date, within: timedelta = _NEAR) -> bool:
    """Whether a date, its year perhaps unknown, lies within days of ``day``."""
    month, number = int(value[5:7]), int(value[8:10])
    years = (day.year - 1, day.year, day.year + 1) if value.startswith("XXXX") else (int(value[:4]),)
    return any(abs(date(year, month, min(number, 28)) - day) <= within for year in years)


def _by_digits(text: str, clue: DateClue) -> Iterator[tuple[str, str]]:
    """Another all-digit date that can be read one way only; where two disagree, none is evidence."""
    assert clue.extent
    orders: dict[str, str] = {}
    for match in _DIGITS.finditer(text):
        one, other = int(match["one"]), int(match["other"])
        if max(one, other) > 12 >= min(one, other) > 0 and match.start() != clue.extent.start:
            orders.setdefault("day-first" if one > 12 else "month-first", match.group())
    yield from _only(set(orders), f"“{next(iter(orders.values()), '')}” can be read one way only")


def _by_story(text: str, readings: Readings) -> Iterator[tuple[str, str]]:
    """The days that the story names in words, if they lie around one reading and none around the other."""
    orders: dict[str, str] = {}
    for match in DATE.finditer(text):
        name, figure = match["m1"] or match["m2"], match["d1"] or match["d2"]
        if name is None or match["y1"] or match["y2"]:
            continue
        number = int(re.sub(r"[^0-9]", "", figure))
        if not number:
            continue  # "April 0" is no day
        value = f"XXXX-{MONTHS[name.rstrip('.').casefold()]:02}-{min(number, 28):02}"
        for order, day in readings.items():
            if _is_near(value, day, _STORY):
                orders.setdefault(order, match.group())
    yield from _only(set(orders), f"the story tells of {next(iter(orders.values()), '')}")
