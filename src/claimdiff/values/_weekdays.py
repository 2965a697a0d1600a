"""Which Friday "Friday" is."""

from __future__ import annotations

from datetime import date, timedelta

from claimdiff.values._reference import Reference
from claimdiff.values.calendar import WEEKDAYS


def weekday_near(name: str, reference: Reference, relative: str | None = None) -> tuple[date | None, int]:
    """The day a weekday means, and its shift from publication in days; without a publication date (None, ISO number).

    The last one on or before publication is right for nine in ten bare weekdays of news; a clause that looks ahead wants the next.
    """
    plain = name.rstrip(".").casefold()
    number = WEEKDAYS.get(plain) or WEEKDAYS[plain.removesuffix("s")]
    published = reference.published
    if published is None:
        return None, number
    back = (published.isoweekday() - number) % 7
    shift = -back
    if relative == "last":
        shift = -(back or 7)
    elif relative in ("next", "this coming", "coming") or (relative in (None, "this") and reference.direction == "future" and back):
        shift = 7 - back
    return published + timedelta(days=shift), shift
