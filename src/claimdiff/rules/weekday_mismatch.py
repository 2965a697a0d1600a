"""A weekday does not fit the date beside it.

What it flags: "Tuesday, Jan. 13, 2021" (a Wednesday), inside one article. A date without a year is checked against the
year of publication, and only near that day.

Why it matters: one of the two is wrong, readers plan by both, and it is the cheapest error to catch before publication.

Example: "The hearing is set for Tuesday, Jan. 13, 2021."

Known false alarms: a weekday that ends one sentence part and a date that begins the next, without a word between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claimdiff.model import Article, Claim, Extent, Finding, When
from claimdiff.rules._finding import finding
from claimdiff.values.calendar import WEEKDAYS
from claimdiff.values.timelines import first_day

RULE = "weekday-mismatch"

_NEAR = 180
"""Days from publication within which a date without a year is sure to be of the year it was resolved to."""

_NAMES = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_BEFORE = re.compile(rf"\b(?P<day>{_NAMES})\.?\s?[,(]?\s?(?:the\s)?$", re.IGNORECASE)
_AFTER = re.compile(rf"\s?(?:,|(?P<open>\())\s?(?P<day>{_NAMES})\b(?(open)\)?)", re.IGNORECASE)
_INSIDE = re.compile(rf"\b(?P<day>{_NAMES})\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b\d{4}\b")
_FULL = tuple(name for name in WEEKDAYS if name.endswith("day"))
_WINDOW = 16


def check(article: Article) -> Iterator[Finding]:
    """A finding for every date that stands beside another weekday than its own."""
    for claim in article.claims:
        day = _day(claim)
        if day is None:
            continue
        written = _weekday(claim)
        if written is None or written[0] == day.isoweekday():
            continue
        yield _finding(claim, day, written)


def _day(claim: Claim) -> date | None:
    """The calendar day a claim names with a figure, if it can be relied on."""
    value = claim.value
    if not isinstance(value, When) or value.start is None or value.before is None or value.granularity not in ("day", "daypart", "hour", "minute"):
        return None
    if not _FIGURE.search(claim.text) or value.value[:4] == "XXXX" or (value.type == "TIME" and not _INSIDE.search(claim.text)):
        return None
    day = first_day(value)
    if day is None or (value.mod == "APPROX" and value.type == "DATE"):  # the moon decides
        return None
    if _YEAR.search(claim.text):
        return day
    published = claim.document.published
    return day if published and abs((day - published).days) <= _NEAR else None


def _weekday(claim: Claim) -> tuple[int, Extent] | None:
    """The weekday in or beside a claim, by ISO number, with its place."""
    text, extent = claim.document.text, claim.extent
    around = (
        (_INSIDE, extent.start, extent.end),
        (_BEFORE, max(claim.sentence.start, extent.start - _WINDOW), extent.start),
        (_AFTER, extent.end, min(claim.sentence.end, extent.end + _WINDOW)),
    )
    for pattern, start, end in around:
        part = text[start:end]
        found = pattern.match(part) if pattern is _AFTER else pattern.search(part)
        if found:
            return WEEKDAYS[found["day"].casefold()], Extent(
                start + found.start("day"), start + (found.end() if pattern is _AFTER else found.end("day"))
            )
    return None


def _finding(claim: Claim, day: date, written: tuple[int, Extent]) -> Finding:
    number, extent = written
    right = _FULL[day.isoweekday() - 1].capitalize()
    near = min((day + timedelta(days=step) for step in range(-3, 4)), key=lambda near: (near.isoweekday() != number, abs((near - day).days)))
    message = f"{day} is a {right}, not a {_FULL[number - 1].capitalize()}."
    whole = Extent(min(extent.start, claim.extent.start), max(extent.end, claim.extent.end))
    made = Claim(claim.document, claim.kind, whole, claim.sentence, claim.value, claim.topic, claim.stance, claim.evidence)
    return finding(RULE, "date", "error", 0.95, message, (made,), f"the date is {near}", (f"{day}, a {right}",))
