"""TIMEX3 values in words an editor reads: "the evening of 2022-09-11", "the week of 2021-01-11", "a Tuesday", "3 days"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from claimdiff.model import When
from claimdiff.values.calendar import MONTHS, WEEKDAYS

_MONTHS = {number: name.capitalize() for name, number in reversed(MONTHS.items()) if len(name) > 4 or name in ("may", "june", "july")}
_WEEKDAYS = {number: name.capitalize() for name, number in WEEKDAYS.items() if name.endswith("day")}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "fall", "WI": "winter"}
_NTH = ("first", "second", "third", "fourth")
_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "H": "hour", "S": "second", "WE": "weekend"}
_UNITS |= {"DE": "decade", "CE": "century", **_SEASONS}
_PLURALS = {"century": "centuries"}
_REFERENCES = {"PAST_REF": "some time ago", "PRESENT_REF": "now", "FUTURE_REF": "some time to come"}
_UNKNOWN = {"XXXX": "a year", "XXXX-XX": "a month", "XXXX-XX-XX": "a day", "XXXX-WXX": "a week", "XXXX-WXX-WE": "a weekend", "XXXX-QX": "a quarter"}
_MODS = {"start": "early", "mid": "mid", "end": "late", "approx": "about", "equal or more": "at least", "equal or less": "at most"}

_CLOCK = re.compile(r"(?P<day>.+)T(?:(?P<part>MO|MI|AF|EV|NI)|(?P<clock>\d\d:\d\d))")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?P<end>-WE)?")
_WEEKDAY = re.compile(r"(?:\d{4}|XXXX)-W(?:\d\d|XX)-(?P<day>[1-7])")
_DAY = re.compile(r"XXXX-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTH = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)")
_PERIOD = re.compile(r"(?P<year>\d{4}|XXXX)-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI))")
_LENGTH = re.compile(r"P(?:[\dX.]+(?:WE|DE|CE|SP|SU|FA|WI|[YMWDQ]))*(?:T(?:[\dX.]+[HMS])+)?(?<!P)")
_AMOUNT = re.compile(r"(?P<number>X|[\d.]+)(?P<unit>WE|DE|CE|SP|SU|FA|WI|[YMWDQHS])")
_MODIFIED = re.compile(r"(?P<mod>start|mid|end|approx|more than|less than|equal or more|equal or less) (?P<value>\S+)")


def when_in_words(when: When) -> str:
    """A date, time, length or set of times in words."""
    if when.granularity == "decade" and len(when.value) == 3:
        value = f"the {when.value}0s"
    elif when.granularity == "century" and len(when.value) == 2:
        value = f"the {_nth(int(when.value) + 1)} century"
    else:
        value = value_in_words(when.value)
    if when.type == "SET":
        return f"every {re.sub(r'^(?:a|the|1) ', '', value)}"
    return _modified((when.mod or "").lower().replace("_", " "), value)


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _modified(mod: str, value: str) -> str:
    word = _MODS.get(mod, mod)
    return f"{word}{'-' if word == 'mid' else ' '}{value}" if word else value


def value_in_words(value: str) -> str:
    """A TIMEX3 value in words, "start 2021-03" with its mod in front as ``describe`` has it; any other text as it is."""
    if found := _MODIFIED.fullmatch(value):
        return _modified(found["mod"], value_in_words(found["value"]))
    first, slash, last = value.partition("/")
    if slash and _told(first) and _told(last):
        low, high = value_in_words(first), value_in_words(last)
        return f"{low.partition(' ')[0]} to {high}" if _LENGTH.fullmatch(first) else f"{low} to {high}"
    return _told(value) or value


def _told(value: str) -> str | None:
    """What a single value is called; None if it is none."""
    if value in _REFERENCES or value in _UNKNOWN:
        return _REFERENCES.get(value) or _UNKNOWN[value]
    if at := _CLOCK.fullmatch(value):
        return _at(at)
    for pattern, words in _FORMS:
        if found := pattern.fullmatch(value):
            return words(found)
    return value if re.fullmatch(r"\d{4}(?:-\d\d-\d\d)?", value) else None


def _at(found: re.Match[str]) -> str | None:
    day = _told(found["day"])
    if day is None:
        return None
    if part := found["part"]:
        name = _PARTS[part]
        return f"{'an' if name[0] in 'ae' else 'a'} {name}" if found["day"] == "XXXX-XX-XX" else f"the {name} of {day}"
    return str(found["clock"]) if found["day"] == "XXXX-XX-XX" else f"{day} at {found['clock']}"


def _week(found: re.Match[str]) -> str | None:
    try:
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), 6 if found["end"] else 1)
    except ValueError:
        return None
    return f"the {'weekend' if found['end'] else 'week'} of {monday}"


def _month(found: re.Match[str]) -> str | None:
    name = _MONTHS.get(int(found["month"]))
    return name if name is None or found["year"] == "XXXX" else f"{name} {found['year']}"


def _day_of_month(found: re.Match[str]) -> str | None:
    name = _MONTHS.get(int(found["month"]))
    return f"{name} {int(found['day'])}" if name else None


def _period(found: re.Match[str]) -> str:
    nth = found["quarter"] or found["half"]
    name = f"{_NTH[int(nth) - 1]} {'quarter' if found['quarter'] else 'half'}" if nth else _SEASONS[found["season"]]
    return f"the {name}" if found["year"] == "XXXX" else f"the {name} of {found['year']}"


def _length(found: re.Match[str]) -> str | None:
    days, _, hours = found.group().removeprefix("P").partition("T")
    parts = [_amount(part["number"], part["unit"], clock=False) for part in _AMOUNT.finditer(days)]
    parts += [_amount(part["number"], part["unit"], clock=True) for part in _AMOUNT.finditer(hours)]
    return " and ".join(parts) or None


def _amount(number: str, unit: str, *, clock: bool) -> str:
    name = "minute" if clock and unit == "M" else _UNITS[unit]
    plural = _PLURALS.get(name, f"{name}s")
    return f"some {plural}" if number == "X" else f"{number} {name if number == '1' else plural}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_WEEK, _week),
    (_WEEKDAY, lambda found: f"a {_WEEKDAYS[int(found['day'])]}"),
    (_DAY, _day_of_month),
    (_MONTH, _month),
    (_PERIOD, _period),
    (_LENGTH, _length),
)
"""Forms of a value, and what is made of each."""
