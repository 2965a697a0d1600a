"""A length of time does not fit the two dates it lies between.

What it flags: "on Jan. 9, five days after the storm of Jan. 3": from one date to the other it is six; "lasted six years,
from 2010 to 2014". Both dates and the length must stand together in one sentence, and be exact; hedged lengths ("nearly a
week") are left alone, months and years may be counted either way ("six years, from 2010 to 2015" and "to 2016").

Why it matters: one of the three is wrong, and sums are what readers write in about.

Example: "The bridge reopened on Jan. 9, five days after it was shut on Jan. 3."

Known false alarms: lengths counted in working days, or with both the first day and the last; one day off is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimdiff.model import Article, Claim, Finding, Severity, When
from claimdiff.rules._finding import finding
from claimdiff.values.display import in_words
from claimdiff.values.timelines import is_fiscal

RULE = "elapsed-mismatch"

_LENGTH = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])$")
_JOINED = re.compile(r"\s?(?:,|–|—|-|\()?\s?(?:(?:just|exactly|only|barely)\s)?$")
_BEHIND = re.compile(r",\s(?:on\s)?$")
_OF = re.compile(r"\s(?P<way>after|before)\s(?:(?!(?:and|but|then|which|while|when)\b)[\w’'-]+\s){0,6}?$")
_FROM = re.compile(r",?\s\(?from\s(?:the\s)?$", re.IGNORECASE)
_LASTS = re.compile(r"\b(?:last(?:s|ed|ing)?|took|span(?:s|ned)|for|over|the|than)\s$", re.IGNORECASE)
"""Words before a length that fills the time from one date to the other; "two years, from 2010 to 2014" may be two of them."""
_WORKING = re.compile(r"\b(?:working|business|trading)\s", re.IGNORECASE)
_SLACK = {"D": 0, "W": 3, "M": 15, "Y": 183}
"""Days by which a length in this unit may be rounded."""
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
_NAMES = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Elapsed:
    """Days between two dates: the fewest and the most, for a month or a year may be counted from its first day or its last."""

    fewest: int
    most: int

    def off(self, days: float) -> float:
        """How far a length lies outside."""
        return max(self.fewest - days, days - self.most, 0.0)

    def told(self, unit: str) -> str:
        """In words, in the unit of the length: "6 days", "3 to 5 years"."""
        low, high = (f"{days / _DAYS[unit]:.1f}".removesuffix(".0") for days in (self.fewest, self.most))
        if float(high) - float(low) >= 1:
            low, high = f"{round(float(low))}", f"{round(float(high))}"
        return f"{low if low == high else f'{low} to {high}'} {_NAMES[unit]}{'s' * (high != '1')}"


def check(article: Article) -> Iterator[Finding]:
    """A finding for every exact length between two dates that it does not fit."""
    dates = sorted((claim for claim in article.claims if isinstance(claim.value, When)), key=lambda claim: claim.extent)
    for first, second, third in zip(dates, dates[1:], dates[2:], strict=False):
        if _is_exact(first) and _lies_between(first, second, _FROM):
            yield from _lasting(first, second, third)
        elif _is_exact(second) and _lies_between(first, second, _JOINED):
            yield from _judged(first, second, third)
        elif _is_exact(first) and _lies_between(second, third, _BEHIND):
            yield from _judged(third, first, second)


def _lies_between(one: Claim, other: Claim, words: re.Pattern[str]) -> bool:
    return words.fullmatch(one.document.text, one.extent.end, other.extent.start) is not None


def _judged(when: Claim, length: Claim, base: Claim) -> Iterator[Finding]:
    """What is wrong with a date, a length and the date that the length is counted from, if these three are that."""
    way = _OF.fullmatch(length.document.text, length.extent.end, base.extent.start)
    if way is None or _ends(when) or _ends(base):
        return
    elapsed = _between(base, when) if way["way"] == "after" else _between(when, base)
    if elapsed:
        yield from _compared(length, elapsed, (when, length, base), counted=True)


def _lasting(length: Claim, first: Claim, last: Claim) -> Iterator[Finding]:
    """What is wrong with a length that lasts from one date to another: too long for them, or, where it says it fills them, too short."""
    elapsed = _between(first, last) if _ends(first) is not None and _ends(first) == _ends(last) else None
    if elapsed is None:
        return
    fills = _LASTS.search(length.document.text, max(0, length.extent.start - 12), length.extent.start)
    yield from _compared(length, elapsed if fills else replace(elapsed, fewest=0), (length, first, last), counted=False)


def _compared(length: Claim, elapsed: _Elapsed, claims: tuple[Claim, Claim, Claim], *, counted: bool) -> Iterator[Finding]:
    parts = _LENGTH.match(length.value.value) if isinstance(length.value, When) else None
    if parts is None:
        return
    if not counted:
        elapsed = replace(elapsed, most=elapsed.most + 1)  # the first day and the last
    off = elapsed.off(int(parts["number"]) * _DAYS[parts["unit"]])
    if off > _SLACK[parts["unit"]]:
        inclusive = counted and parts["unit"] == "D" and off == 1
        yield _finding(claims, length, elapsed.told(parts["unit"]), "note" if inclusive else "warning")


def _ends(claim: Claim) -> tuple[str, str] | None:
    return claim.value.ends if isinstance(claim.value, When) else None


def _between(base: Claim, when: Claim) -> _Elapsed | None:
    """How long it is from one date to another, if both are certain."""
    there, here = _dates(base), _dates(when)
    if there is None or here is None:
        return None
    return _Elapsed((here[0] - there[1]).days, (here[1] - there[0]).days)


def _dates(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a date that is named for certain: with a figure, not counted from somewhere itself."""
    value = claim.value
    if (
        not isinstance(value, When)
        or value.type != "DATE"
        or value.granularity not in ("day", "month", "year")
        or value.mod
        or value.shift is not None
    ):
        return None
    if value.start is None or value.before is None or "/" in value.value or is_fiscal(value):
        return None
    named = re.search(r"\d", claim.text) or (value.ends and any(character.isdigit() for character in value.ends[1]))
    return (value.start.date(), (value.before - _A_DAY).date()) if named else None


def _is_exact(length: Claim) -> bool:
    return isinstance(length.value, When) and length.value.type == "DURATION" and length.value.mod is None and not _WORKING.search(length.text)


def _finding(claims: tuple[Claim, Claim, Claim], length: Claim, fits: str, severity: Severity) -> Finding:
    dates = sorted((claim.value for claim in claims if claim is not length and isinstance(claim.value, When)), key=lambda when: when.value)
    said = " and ".join(map(in_words, dates))
    lie = "lies" if fits == "1 day" else "lie"
    message = f"Between {said} {lie} {fits}, not “{length.text}”."
    reconciliation = "both the first day and the last are counted" if severity == "note" else None
    values = tuple(length.text if claim is length else claim.value.value for claim in claims if isinstance(claim.value, When))
    return finding(RULE, "date", severity, 0.9 if severity == "warning" else 0.8, message, claims, reconciliation, values)
