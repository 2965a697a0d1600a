"""Which Friday "Friday" is, and which year "Oct. 23" lies in."""

from __future__ import annotations

from datetime import date, timedelta

from claimdiff.values._reference import Reference
from claimdiff.values.calendar import WEEKDAYS

_TENSE_TELLS = 60
"""Days from publication beyond which tense outweighs nearness; within them a tense may be loose, or the date wrong."""


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


def near(month: int, day: int, reference: Reference) -> date | None:
    """The day of that name nearest to publication (93 of 100 month-days of news are), or on the side the clause looks to if that is near."""
    published = reference.published
    if published is None:
        return None
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    nearest = min(found, key=lambda candidate: abs((candidate - published).days), default=None)
    ahead = (nearest - published).days if nearest else 0
    if (reference.direction == "past" and ahead > _TENSE_TELLS) or (reference.direction == "future" and -ahead > _TENSE_TELLS):
        return next((candidate for candidate in sorted(found, reverse=ahead > 0) if (candidate - published).days * ahead < 0), nearest)
    return nearest
