"""Which dates the sources of a draft hold, resolved or as written, and which of them is nearest to one that they do not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from claimdiff.model import Article, Claim, When
from claimdiff.values.timelines import DateRelation, relate_dates

_PARTS = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?:W(?:\d\d|XX)(?:-(?P<weekday>\d))?|Q(?P<quarter>\d|X)|H(?P<half>\d|X)|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?))?(?:T(?P<clock>\d\d:\d\d))?"
)
_NEAR = {"day": 31, "week": 31, "weekend": 31, "month": 366, "quarter": 366, "season": 366, "half": 366, "year": 731}
"""Days that a date of a source may be away from one of the same granularity to be named as the nearest."""
_MONTH = timedelta(days=31)
_NAMED = re.compile(r"[A-Z\d]")
_CLOCK_SLACK = 30
"""Minutes within which two times of day are told as one where either is "about"."""
_ZONE = re.compile(r"\b(?:[A-Z]{1,3}[DS]?T|UTC|Eastern|Central|Mountain|Pacific|local)\b")
_SPOKEN_OF = "spoken of"
"""Ends the evidence of a date that is counted from the one the text has last told."""


class HeldDates:
    """The dates of some articles, their publication included."""

    def __init__(self, sources: Sequence[Article]) -> None:
        self._claims = [(claim, claim.value) for source in sources for claim in source.claims if isinstance(claim.value, When)]
        self._published = sorted({datetime.combine(day, time()) for source in sources if (day := source.document.published)})
        self._parts = [*(_parts(value) for _, value in self._claims), *map(_parts_of_day, self._published)]
        self._clocks = [(clock, claim, value) for claim, value in self._claims if (clock := _clock(value)) is not None]
        self._text = "\n".join(source.document.text for source in sources)

    def hold(self, claim: Claim) -> bool:
        """Whether the date of a claim stands in a source, a time of day and its day each for itself.

        The day of writing is not asked for, nor what names no date or goes back to one told before ("that day").
        """
        value = claim.value
        assert isinstance(value, When)
        if value.type not in ("DATE", "TIME") or "REF" in value.value or value.shift == 0:
            return True
        clock = _clock(value)
        if clock is not None and not any(_is_one_time(clock, claim, value, *other) for other in self._clocks):
            return False
        if any(reason.endswith(_SPOKEN_OF) for reason in claim.evidence):
            return True
        return self._stands(value) or self._is_read(value) or self._is_written(claim, value)

    def nearest(self, claim: Claim) -> Claim | None:
        """The claim of a source with the coarser date around this one, else the nearest as fine, or the first as open; None if none is near."""
        value = claim.value
        assert isinstance(value, When)
        if value.start is None or value.before is None:
            names = _parts(value).keys() - {"clock"}
            return next((held for held, other in self._claims if names and names == _parts(other).keys() - {"clock"}), None)
        around: list[tuple[timedelta, int, Claim]] = []
        beside: list[tuple[timedelta, int, Claim]] = []
        for at, (held, other) in enumerate(self._claims):
            if other.start and other.before and other.start <= value.start and value.before <= other.before:
                around.append((other.before - other.start, at, held))
            elif other.start and (other.granularity, other.type) == (value.granularity, value.type):
                beside.append((abs(other.start - value.start), at, held))
        near = [one for one in around if one[0] <= _MONTH] or [one for one in beside if one[0].days <= _NEAR.get(value.granularity, 0)]
        return min(near, key=lambda found: found[:2])[2] if near else None

    def _stands(self, value: When) -> bool:
        """Whether a source's date lies within this one, or may, for all that is known of its publication."""
        within = _interval(value)
        for _, other in self._claims:
            if within and other.start and other.before and within[0] <= other.start and other.before <= within[1]:
                return True
            if value.shift is not None and relate_dates(value, other).relation is DateRelation.SOLVED:
                return True
        return within is not None and any(within[0] <= day and day + timedelta(days=1) <= within[1] for day in self._published)

    def _is_read(self, value: When) -> bool:
        """Whether all that an open date tells stands in a source, or a year: "the third quarter", "February 23"."""
        if value.shift is not None and value.start is not None:
            return False
        parts = _parts(value)
        parts.pop("clock", None)
        year = parts.pop("year", None)
        if "day" in parts:
            parts.pop("weekday", None)
        if not parts:
            return year is None or bool(re.search(rf"(?<!\d){year}(?!\d)", self._text))
        return any(parts.items() <= other.items() and (year is None or other.get("year", year) == year) for other in self._parts)

    def _is_written(self, claim: Claim, value: When) -> bool:
        """Whether a date that is called by name stands in a source word for word, though it was read as no date there ("Easter lunch")."""
        words = r"\s+".join(map(re.escape, claim.text.split()))
        return value.shift is None and bool(_NAMED.match(claim.text)) and bool(re.search(rf"(?<!\w){words}(?!\w)", self._text))


def _interval(value: When) -> tuple[datetime, datetime] | None:
    """From when to when a date lasts, what is shorter than a day as long as the day: papers differ on when evening begins."""
    if value.start is None or value.before is None:
        return None
    if value.type != "TIME":
        return value.start, value.before
    midnight = datetime.combine(value.start.date(), time())
    return midnight, max(midnight + timedelta(days=1), value.before)


def _clock(value: When) -> int | None:
    """The minute of the day that a time names, None if it names none."""
    clock = _parts(value).get("clock")
    return int(clock[:2]) * 60 + int(clock[3:]) if clock else None


def _is_one_time(one: int, claim: Claim, value: When, other: int, held: Claim, held_value: When) -> bool:
    """Whether two minutes of the day may be one: the same, about the same where one says so, or of two zones, which lie whole or half hours apart."""
    if _zones(claim) != _zones(held):
        return (one - other) % 30 == 0
    return abs(one - other) <= (_CLOCK_SLACK if "APPROX" in (value.mod, held_value.mod) else 0)


def _zones(claim: Claim) -> set[str]:
    return set(_ZONE.findall(claim.text))


def _parts(value: When) -> dict[str, str]:
    """What is known of a date, by part: year, month, day, weekday, quarter, half, season, clock."""
    found = _PARTS.match(value.value) if value.type in ("DATE", "TIME") and "REF" not in value.value else None
    parts = {name: part for name, part in found.groupdict().items() if part and "X" not in part} if found else {}
    if parts.keys() >= {"year", "month", "day"}:
        return parts | _parts_of_day(date(int(parts["year"]), int(parts["month"]), int(parts["day"])))
    return parts


def _parts_of_day(day: date) -> dict[str, str]:
    return {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}", "weekday": str(day.isoweekday())}
