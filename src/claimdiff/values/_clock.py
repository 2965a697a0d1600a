"""Clock times, alone or with the day beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from claimdiff.model import When
from claimdiff.values import _when
from claimdiff.values._nearest import near, weekday_near
from claimdiff.values._reference import Expression, Reference, group
from claimdiff.values.calendar import MONTHS
from claimdiff.values.numerals import parse_number
from claimdiff.values.timelines import ON_DAY_SPOKEN_OF
from claimdiff.values.zones import ZONE, offset_between, offset_of

_NAMED = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
_ZONE = re.compile(ZONE.removesuffix("?"))
_ELSEWHERE = re.compile(
    rf"\((?:(?P<four>\d{{4}})|(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?(?: ?(?P<half>[apAP])\.?[mM]\.?)?)(?P<zone>{ZONE.removesuffix('?')})\)",
)
_ABOUT = frozenset({"about", "around", "approximately", "nearly", "just after", "shortly after", "just before", "shortly before"})


def clock_of(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """The time a clock expression names; the day is the one beside it, else the one the text speaks of or of publication."""
    match = expression.match
    time = read_clock(match)
    if time is None:
        return None, ""
    when, rule = _on_its_day(match, time, reference)
    when = in_zone(when, time, match)
    return (replace(when, mod="APPROX") if group(match, "about") in _ABOUT else when), rule


def in_zone(when: When, time: tuple[int, int], match: re.Match[str]) -> When:
    """A clock time with the offset of the zone behind it; the same moment by another clock in brackets tells it best."""
    words = match.group()
    day = when.start.date() if when.start else None
    beside = _ELSEWHERE.search(words)
    local = _ZONE.search(words, 0, beside.start() if beside else len(words))
    if beside and (elsewhere := _read(beside)) is not None:
        base = offset_of(beside["zone"], day, match.string)
        if base is not None:
            return replace(when, offset=base + offset_between(time, elsewhere))
    return replace(when, offset=offset_of(local.group(), day, match.string)) if local else when


def _read(beside: re.Match[str]) -> tuple[int, int] | None:
    """ "0735", "7.35" or "7:35 p.m." of the clock in brackets."""
    if beside["four"]:
        hour, minute = int(beside["four"][:2]), int(beside["four"][2:])
    else:
        hour, minute = int(beside["hour"]), int(beside["minute"] or 0)
        if half := beside["half"]:
            hour = hour % 12 + (12 if half in "pP" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def _on_its_day(match: re.Match[str], time: tuple[int, int], reference: Reference) -> tuple[When, str]:
    day, rule, shift = reference.spoken or reference.published, ON_DAY_SPOKEN_OF, None
    if name := match.groupdict().get("weekday"):
        day, shift = weekday_near(name, reference)
        rule = "time of a weekday"
        if day is None:
            return _open(time, f"XXXX-WXX-{shift}"), rule
    elif name := group(match, "deictic"):
        shift = _DEICTIC[name]
        day = reference.published + timedelta(days=shift) if reference.published else None
        rule = "time of a relative day"
    elif name := match.groupdict().get("month"):
        month, number = MONTHS[name.rstrip(".").casefold()], int(re.sub(r"\D", "", match["day"]))
        day = date(int(match["year"]), month, number) if match["year"] else near(month, number, reference)
        if day is None:
            return _open(time, f"XXXX-{month:02}-{number:02}"), "time of a day without a year"
        rule = "time of a calendar day"
    if day is None:
        return _open(time, "XXXX-XX-XX", shift), rule
    return _at(day, time, shift if match.groupdict().get("weekday") or match.groupdict().get("deictic") else None), rule


def _open(time: tuple[int, int], day: str, shift: int | None = None) -> When:
    return _when.unresolved(f"{day}T{time[0]:02}:{time[1]:02}", "minute", shift, clock=True)


def _at(day: date, time: tuple[int, int], shift: int | None) -> When:
    return _when.at_clock(day, time[0], time[1], shift)


def read_clock(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour and minute of the clock parts of a match; None for an hour no clock has."""
    parts = match.groupdict()
    if parts.get("named"):
        return _NAMED[parts["named"].casefold()]
    if parts.get("military"):
        return int(parts["military"][:2]), int(parts["military"][2:])
    if parts.get("hour24"):
        return int(parts["hour24"]), int(parts["minute24"])
    if parts.get("oclock"):
        number = parse_number(parts["oclock"])
        return _in_daytime(int(number), parts.get("daytime") or parts.get("daypart")) if number is not None and 0 < number <= 12 else None
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if 12 < hour < 24 and parts["half"][0] in "pP":
        return hour, minute  # "17:06 pm" says it twice
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if parts["half"][0] in "pP" else 0), minute


def _in_daytime(hour: int, daytime: str | None) -> tuple[int, int]:
    """ "Four in the afternoon" and "eight o'clock in the evening"; without the words the hour as it is written."""
    if daytime is None:
        return hour, 0
    return hour % 12 + (0 if daytime.casefold() == "morning" else 12), 0
