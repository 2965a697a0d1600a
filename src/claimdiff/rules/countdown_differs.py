"""Two articles count down to different days.

What it flags: aligned countdowns and elapsed times ("12 days left", "two weeks after the quake") that, counted from each
article's publication date, lead to different days. Numbers that differ because the articles appeared on different days
are no discrepancy and stay silent. Lengths counted from an event that is past ("was fired two weeks after the vote")
are compared as they stand.

Why it matters: a countdown copied from an older article is wrong on the day it is printed, and nobody sees it who does
not count.

Example: "12 days left in office" in an article of January 12 and "eight days left" in another of the same day.

Known false alarms: articles that count working days, or count the first day in one and not in the other (one day apart
is only a note).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from claimdiff.model import Alignment, Claim, Finding, Quantity
from claimdiff.rules._finding import finding, names
from claimdiff.values.display import describe
from claimdiff.values.timelines import FROM_EVENT, SO_LONG_AGO
from claimdiff.values.units import measure

RULE = "countdown-differs"
SURE = 0.5
FIRM = 0.65
"""Alignments less certain than this are no ground for a finding about what was so long ago, or so long before an event: a story has many such."""

_DAY = Decimal(86_400)
_FARTHEST = 366 * 500
"""Days beyond which no newspaper counts; also keeps dates inside the calendar."""
_LEAST, _MOST = Decimal(0), Decimal(2 * _FARTHEST)
"""Ends of what "fewer than" and "more than" leave open."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A countdown in days: signed (behind is negative), the least and most it may be, and how far the unit lets it be off (half a week for weeks)."""

    claim: Claim
    days: Decimal
    least: Decimal
    most: Decimal
    slack: Decimal

    @property
    def published(self) -> date | None:
        return self.claim.document.published

    def implied(self) -> date | None:
        """The day counted to, if the article is dated."""
        return self.published + timedelta(days=round(self.days)) if self.published else None

    def has(self, evidence: str) -> bool:
        """Whether the claim was read so."""
        return evidence in self.claim.evidence


def compare(alignment: Alignment) -> Iterator[Finding]:
    """A finding for each pair of countdowns that lead to different days."""
    counts = [count for claim in alignment.claims if (count := _count(claim))]
    many = any(count.has(FROM_EVENT) or count.has(SO_LONG_AGO) for count in counts)
    if alignment.score < (FIRM if many else SURE):
        return
    for i, one in enumerate(counts):
        for other in counts[i + 1 :]:
            if (one.days < 0) == (other.days < 0):
                yield from _compare(one, other, alignment)


def _count(claim: Claim) -> _Count | None:
    value = claim.value
    if not isinstance(value, Quantity) or value.form != "countdown" or len(value.value) != 1 or not value.unit:
        return None
    unit = measure(value.unit)
    if unit is None or unit.dimension != "time":
        return None
    length = unit.factor / _DAY
    days = value.value[0] * length
    if abs(days) > _FARTHEST or length < 1:
        return None
    bounds = (_LEAST if value.low is None else value.low * length, _MOST if value.high is None else value.high * length)
    slack = length / 2 if length > 1 else Decimal(0)
    if value.direction == "behind":
        return _Count(claim, -days, -bounds[1], -bounds[0], slack)
    return _Count(claim, days, *bounds, slack)


def _gap(one: _Count, other: _Count, apart: int) -> Decimal:
    """By how many days two counts contradict each other, if the first was published so many days after the other; 0 if they agree."""
    lowest, highest = one.least + apart - other.most, one.most + apart - other.least
    return max(lowest, -highest, Decimal(0))


def _compare(one: _Count, other: _Count, alignment: Alignment) -> Iterator[Finding]:
    slack = max(one.slack, other.slack)
    if one.has(FROM_EVENT) or other.has(FROM_EVENT):
        yield from _from_event(one, other, alignment, slack)
    elif one.published and other.published:
        # "12 days ago" in both is a day of the calendar in both, which date-differs compares.
        if not (one.has(SO_LONG_AGO) and other.has(SO_LONG_AGO)):
            yield from _both_dated(one, other, alignment, slack)
    elif one.published or other.published:
        dated, undated = (one, other) if one.published else (other, one)
        yield from _one_dated(dated, undated, alignment, slack)
    elif _gap(one, other, 0) > slack:
        yield _undated(one, other, alignment)


def _from_event(one: _Count, other: _Count, alignment: Alignment, slack: Decimal) -> Iterator[Finding]:
    """Counts of which one at least is from an event, not from publication: they agree if their numbers do, or keep pace with publication."""
    gap = _gap(one, other, 0)
    if gap <= slack or (not (one.has(FROM_EVENT) and other.has(FROM_EVENT)) and not (one.published and other.published)):
        return
    if one.published and other.published and _gap(one, other, (one.published - other.published).days) <= slack:
        return
    called = names((one.claim.document, other.claim.document))
    way = "back to" if one.days < 0 else "to"
    said = " against ".join(f"“{count.claim.text}” in {called[count.claim.document.path]}" for count in (one, other))
    message = f"{said}: counted {way} the same event, they lie {round(gap)} day{'s' * (round(gap) != 1)} apart."
    close = gap <= 1
    yield _finding("note" if close else "error", alignment, message, "one of them counts the first day" if close else None, one, other)


def _both_dated(one: _Count, other: _Count, alignment: Alignment, slack: Decimal) -> Iterator[Finding]:
    assert one.published
    assert other.published
    gap = _gap(one, other, (one.published - other.published).days)
    if gap <= slack or gap == 0:
        return
    called = names((one.claim.document, other.claim.document))
    said = " and ".join(f"{called[c.claim.document.path]} counts {_way(c)} {c.implied()} (“{c.claim.text}” from {c.published})" for c in (one, other))
    if gap <= 1:
        message, reconciliation = f"{said}, one day apart.", "one of them counts the first day"
        yield _finding("note", alignment, message, reconciliation, one, other)
    else:
        yield _finding("error", alignment, f"{said}, {round(gap)} days apart.", None, one, other)


def _one_dated(dated: _Count, undated: _Count, alignment: Alignment, slack: Decimal) -> Iterator[Finding]:
    """The undated article's publication date is solved for: an error unless that is within a day of the dated one."""
    implied = dated.implied()
    assert implied
    assert dated.published
    solution = implied - timedelta(days=round(undated.days))
    away = (solution - dated.published).days
    if _gap(dated, undated, 0) == 0:  # it may have appeared on the same day
        return
    called = names((dated.claim.document, undated.claim.document))
    name, path = called[undated.claim.document.path], undated.claim.document.path
    distance = f"{abs(away)} day{'s' * (abs(away) != 1)} {'before' if away < 0 else 'after'} {called[dated.claim.document.path]}"
    message = (
        f"{called[dated.claim.document.path]} counts {_way(dated)} {implied}; {name} agrees only if it was published on {solution}, "
        f"{distance}, and it gives no date."
    )
    reconciliation = f"{name} was published on {solution} (--date {path}={solution})"
    yield _finding("error" if abs(away) > max(Decimal(1), slack) else "note", alignment, message, reconciliation, undated, dated)


def _undated(one: _Count, other: _Count, alignment: Alignment) -> Finding:
    gap = abs(round(one.days - other.days))
    later = one if one.days < other.days else other
    earlier = other if later is one else one
    called = names((one.claim.document, other.claim.document))
    assumption = f"{called[later.claim.document.path]} was published {gap} day{'s' * (gap != 1)} after {called[earlier.claim.document.path]}"
    said = " against ".join(f"“{count.claim.text}” in {called[count.claim.document.path]}" for count in (one, other))
    message = f"{said}: they lead to one day only if {assumption}, and the publication dates are unknown."
    return _finding("error", alignment, message, assumption, one, other)


def _finding(severity: str, alignment: Alignment, message: str, reconciliation: str | None, one: _Count, other: _Count) -> Finding:
    assert severity in ("error", "note")
    values = [describe(count.claim.value) if count.has(FROM_EVENT) else str(count.implied() or describe(count.claim.value)) for count in (one, other)]
    confidence = min(0.99, 0.5 + alignment.score / 2)
    return finding(
        RULE,
        "numeric",
        "error" if severity == "error" else "note",
        confidence,
        message,
        (one.claim, other.claim),
        reconciliation,
        values,
        alignment.evidence,
    )


def _way(count: _Count) -> str:
    return "from" if count.days < 0 else "down to"
