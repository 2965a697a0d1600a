"""Which of two articles appeared first."""

from __future__ import annotations

from decimal import Decimal

from claimdiff.model import Claim, Document, Quantity
from claimdiff.values.units import measure
from claimdiff.values.zones import offset_of

_DAY = 86_400
"""Seconds."""


def is_before(one: Document, other: Document) -> bool | None:
    """Whether ``one`` appeared before ``other``, by date and, on one day, by time where both have one; None if there is no order."""
    if one.published is None or other.published is None:
        return None
    if one.published != other.published:
        return one.published < other.published
    times = _minutes(one), _minutes(other)
    if times[0] is None or times[1] is None or times[0] == times[1]:
        return None
    return times[0] < times[1]


def dates_unknown(*documents: Document) -> bool:
    """Whether any of the documents is undated."""
    return any(document.published is None for document in documents)


def days_between(one: Claim, other: Claim) -> int | None:
    """By how many whole days two lengths of time differ; None if they are none, or by less than a day."""
    lengths = _seconds(one), _seconds(other)
    if None in lengths:
        return None
    days, rest = divmod(abs(lengths[0] - lengths[1]), _DAY)  # type: ignore[operator]  # neither is None
    return int(days) if days and not rest else None


def kept_pace(one: Claim, other: Claim) -> bool:
    """Whether two lengths of time differ by just the days between the articles: "held for 12 days", two days later "for 14 days"."""
    published = one.document.published, other.document.published
    apart = days_between(one, other)
    return None not in published and apart is not None and apart == abs((published[0] - published[1]).days)  # type: ignore[operator]


def _seconds(claim: Claim) -> Decimal | None:
    value = claim.value
    if not isinstance(value, Quantity) or value.form != "duration" or len(value.value) != 1:
        return None
    known = measure(value.unit) if value.unit else None
    return value.value[0] * known.factor if known else None


def _minutes(document: Document) -> int | None:
    """Minutes after midnight, in Greenwich if the zone is told and known."""
    clue = next((clue for clue in document.dates if clue.kind == document.published_from and clue.time), None)
    if clue is None or clue.time is None:
        return None
    hour, minute = map(int, clue.time.split(":")[:2])
    return hour * 60 + minute - ((offset_of(clue.zone, document.published, document.text) or 0) if clue.zone else 0)
