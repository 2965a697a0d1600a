"""Lengths of time and sets of times: "five months", "a few days", "the past two years", "every day"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimdiff.model import Granularity, When
from claimdiff.values import _when
from claimdiff.values._reference import Expression, Reference, Resolver, group
from claimdiff.values.game_clocks import seconds_of
from claimdiff.values.numerals import find_numerals

_CODES: dict[str, str] = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "F",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "centur": "CE",
    "centurie": "CE",
    "century": "CE",
}
_IN_YEARS = {"DE": 10, "CE": 100}
_GRANULARITY: dict[str, Granularity] = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
_MODS = (
    ("MORE_THAN", ("more than", "over")),
    ("LESS_THAN", ("less than", "fewer than", "under", "just under", "nearly", "almost")),
    ("EQUAL_OR_MORE", ("at least",)),
    ("EQUAL_OR_LESS", ("up to", "at most", "as many as", "as long as")),
    ("APPROX", ("about", "around", "roughly", "approximately", "some", "an estimated", "close to")),
)
_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M"} | {
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "biannually": "P6M",
}
_LARGEST = Decimal(10) ** 6
_FIXED_WORDS = dict.fromkeys(("a", "an", "one", "the"), Decimal(1)) | dict.fromkeys(("a couple", "a couple of"), Decimal(2))
_FIXED_WORDS |= dict.fromkeys(("half", "a half", "half a", "half an"), Decimal("0.5"))
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}
"""What half of a unit is in the next finer one, for ISO 8601 prefers "P2Y6M" to "P2.5Y"."""


def amount(words: str) -> Decimal | None:
    """The number that ``words`` spell ("a", "two and a half", "12"), None for a vague one ("several")."""
    plain = words.strip().casefold()
    if plain in _FIXED_WORDS:
        return _FIXED_WORDS[plain]
    found = list(find_numerals(plain))
    if len(found) != 1 or len(found[0].value) != 1 or not found[0].readable:
        return None
    return found[0].value[0]


def _window(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    relative = match["rel"].casefold()
    if match["season"]:
        number = amount(match["number"]) if match["number"] else None
        code = _when.SEASONS[match["season"].casefold()][0]
        return When("DURATION", f"P{'X' if number is None else f'{number.normalize():f}'}{code}"), "window of seasons"
    if match["number"] is None:
        if relative in ("first", "early", "final", "opening"):
            return duration(None, match["unit"]), "vague window"
        if relative in ("recent", "past", "last", "previous"):
            return (When("DATE", "PAST_REF"), "recent times") if relative == "recent" else (duration(None, match["unit"]), "window")
        if relative in ("coming", "next"):
            return When("DATE", "FUTURE_REF"), "coming times"
        return None, ""
    return duration(amount(match["number"]), match["unit"], match), "window"


def _plain(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    number = amount(match["number"])
    if match.groupdict().get("halfpart") and number is not None:
        number += Decimal("0.5")
    if number is None and group(match, "number") not in _VAGUE_WORDS and re.search(r"\d", match["number"]):
        return None, ""
    if match["low"]:
        return _range(match, number)
    if match["plural"] is None and match["old"] is None and number is not None and number != 1 and "-" not in expression.text and not _article(match):
        # "two day trip" is a duration as well, "the 1 second" is not worth the risk
        return (duration(number, match["unit"], match), "duration without plural") if number < 100 else (None, "")
    return duration(number, match["unit"], match), "duration"


def _range(match: re.Match[str], number: Decimal | None) -> tuple[When | None, str]:
    """ "Two to three weeks": both ends."""
    low, high = duration(amount(match["low"]), match["unit"], match), duration(number, match["unit"], match)
    return (replace(high, value=f"{low.value}/{high.value}") if low and high else None), "range of durations"


_VAGUE_WORDS = frozenset(
    "several|a few|some|many|few|a couple|a couple of|a number of|countless|numerous|dozens of|hundreds of|thousands of|tens of".split("|"),
)


def _article(match: re.Match[str]) -> bool:
    return match["number"].casefold() in ("a", "an", "one")


def _one(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    number = Decimal("0.5") if "half" in match.group().casefold().split(" ")[:2] else Decimal(1)
    if match["halfpart"]:
        number = Decimal("1.5")
    return duration(number, match["unit"], match), "duration of one"


def _plural(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    return duration(None, expression.match["unit"]), "vague duration"


def duration(number: Decimal | None, unit: str, match: re.Match[str] | None = None) -> When | None:
    """A TIMEX3 duration of so many units, with the mod of the hedge in ``match``; None for a number past all counting."""
    unit = unit.casefold()
    code = _CODES[unit]
    if number is not None and (number > _LARGEST or number < 0):
        return None
    if number is not None and code in _IN_YEARS:
        number, code = number * _IN_YEARS[code], "Y"
    if code == "F":
        number, code = (number * 2 if number is not None else None), "W"
    about = (group(match, "about") or "").strip() if match else ""
    mod = next((name for name, words in _MODS if about in words), None) if about else None
    return When("DURATION", _iso(number, code), mod, None, None, _GRANULARITY.get(unit, "none"))


def _iso(number: Decimal | None, code: str) -> str:
    """The ISO 8601 duration; halves are said in the next finer unit, an unknown number is X."""
    time, letter = ("T", code[1]) if code[0] == "T" else ("", code)
    if number is None:
        return f"P{time}X{letter}"
    whole, rest = divmod(number, 1)
    if rest == Decimal("0.5") and code in _HALVES:
        return f"P{time}{f'{whole:f}{letter}' if whole else ''}{_HALVES[code]}"
    return f"P{time}{number.normalize():f}{letter}"


def _game_clock(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    """ "With 6:48 left in the first half": minutes and seconds."""
    minutes, seconds = divmod(seconds_of(expression.match), 60)
    parts = f"{minutes:f}M" * bool(minutes) + f"{seconds.normalize():f}S" * bool(seconds or not minutes)
    return When("DURATION", f"PT{parts}", granularity="second"), "game clock"


def _set(expression: Expression, reference: Reference) -> tuple[When | None, str]:
    match = expression.match
    if adverb := group(match, "adverb"):
        return When("SET", _ADVERBS[adverb]), "set adverb"
    words = expression.text.casefold()
    if not match["times"] and not words.startswith(("every", "each")):
        return None, ""  # "a year" alone is a duration, or a rate of its number
    unit = match["unit"].casefold()
    number = amount(match["number"]) if match["number"] and match["number"].casefold() not in ("single", "few", "other") else Decimal(1)
    if group(match, "number") == "other":
        number = Decimal(2)
    if unit in _CODES:
        when = duration(number, unit)
        return (When("SET", when.value) if when else None), "set"
    return When("SET", "P1D" if unit in ("morning", "night", "evening", "afternoon") else "P1Y"), "set"


DURATIONS: dict[str, Resolver] = {
    "window": _window,
    "duration": _plain,
    "a_duration": _one,
    "plural": _plural,
    "set": _set,
    "game_clock": _game_clock,
}
"""Resolvers by kind of expression."""
