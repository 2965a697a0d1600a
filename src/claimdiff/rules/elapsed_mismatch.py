"""A length of time does not fit the two dates it lies between.

What it flags: "on Jan. 9, five days after the storm of Jan. 3": from one date to the other it is six. Both dates and the
length must stand together in one sentence, and be exact; hedged lengths ("nearly a week") are left alone.

Why it matters: one of the three is wrong, and sums are what readers write in about.

Example: "The bridge reopened on Jan. 9, five days after it was shut on Jan. 3."

Known false alarms: lengths counted in working days, or with both the first day and the last; one day off is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimdiff.model import Article, Claim, Finding, Severity, When
from claimdiff.rules._finding import finding

RULE = "elapsed-mismatch"

_LENGTH = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])$")
_JOINED = re.compile(r"\s?(?:,|–|—|-|\()?\s?(?:(?:just|exactly|only|barely)\s)?$")
_BEHIND = re.compile(r",\s(?:on\s)?$")
_OF = re.compile(r"\s(?P<way>after|before)\s(?:(?!(?:and|but|then|which|while|when)\b)[\w’'-]+\s){0,6}?$")
_WORKING = re.compile(r"\b(?:working|business|trading)\s", re.IGNORECASE)
_SLACK = {"D": 0, "W": 3, "M": 15, "Y": 183}
"""Days by which a length in this unit may be rounded."""
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
_NAMES = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


def check(article: Article) -> Iterator[Finding]:
    """A finding for every exact length between two dates that it does not fit."""
    dates = sorted((claim for claim in article.claims if isinstance(claim.value, When)), key=lambda claim: claim.extent)
    for first, second, third in zip(dates, dates[1:], dates[2:], strict=False):
        if _is_exact(second) and _lies_between(first, second, _JOINED):
            yield from _judged(first, second, third)
        elif _is_exact(first) and _lies_between(second, third, _BEHIND):
            yield from _judged(third, first, second)


def _lies_between(one: Claim, other: Claim, words: re.Pattern[str]) -> bool:
    return words.fullmatch(one.document.text, one.extent.end, other.extent.start) is not None


def _judged(when: Claim, length: Claim, base: Claim) -> Iterator[Finding]:
    """What is wrong with a date, a length and the date that the length is counted from, if these three are that."""
    there, here = _day(base), _day(when)
    parts = _LENGTH.match(length.value.value) if isinstance(length.value, When) else None
    way = _OF.fullmatch(length.document.text, length.extent.end, base.extent.start)
    if there is None or here is None or parts is None or way is None:
        return
    elapsed = (here - there).days if way["way"] == "after" else (there - here).days
    off = abs(elapsed - int(parts["number"]) * _DAYS[parts["unit"]])
    if off > _SLACK[parts["unit"]]:
        yield _finding((when, length, base), elapsed, parts["unit"], "note" if parts["unit"] == "D" and off == 1 else "warning")


def _day(claim: Claim) -> date | None:
    """The day a claim names for certain: with a figure, not counted from somewhere itself."""
    value = claim.value
    if not isinstance(value, When) or value.type != "DATE" or value.start is None or value.granularity != "day" or "/" in value.value:
        return None
    return value.start.date() if value.mod is None and re.search(r"\d", claim.text) and value.shift is None else None


def _is_exact(length: Claim) -> bool:
    return isinstance(length.value, When) and length.value.type == "DURATION" and length.value.mod is None and not _WORKING.search(length.text)


def _finding(claims: tuple[Claim, Claim, Claim], elapsed: int, unit: str, severity: Severity) -> Finding:
    when, length, base = claims
    days = [str(_day(base)), str(_day(when))]
    fits = f"{abs(elapsed)} days" if unit == "D" else f"{abs(elapsed) / _DAYS[unit]:.1f} {_NAMES[unit]}"
    message = f"Between {min(days)} and {max(days)} lie {fits}, not “{length.text}”."
    reconciliation = "both the first day and the last are counted" if severity == "note" else None
    confidence = 0.9 if severity == "warning" else 0.8
    values = (str(_day(when)), length.text, str(_day(base)))
    return finding(RULE, "date", severity, confidence, message, claims, reconciliation, values)
