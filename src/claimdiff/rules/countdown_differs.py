"""Two articles count down to different days.

What it flags: aligned countdowns and elapsed times ("12 days left", "two weeks after the quake") that, counted from each
article's publication date, lead to different days. Numbers that differ because the articles appeared on different days
are no discrepancy and stay silent.

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
from claimdiff.values.units import measure

RULE = "countdown-differs"
SURE = 0.5

_DAY = Decimal(86_400)
_FARTHEST = 366 * 500
"""Days beyond which no newspaper counts; also keeps dates inside the calendar."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A countdown in days: signed (behind is negative), and how far the unit lets it be off (half a week for weeks)."""

    claim: Claim
    days: Decimal
    slack: Decimal

    @property
    def published(self) -> date | None:
        return self.claim.document.published

    def implied(self) -> date | None:
        """The day counted to, if the article is dated."""
        return self.published + timedelta(days=round(self.days)) if self.published else None


def compare(alignment: Alignment) -> Iterator[Finding]:
    """A finding for each pair of countdowns that lead to different days."""
    counts = [count for claim in alignment.claims if (count := _count(claim))]
    if alignment.score < SURE:
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
    return _Count(claim, -days if value.direction == "behind" else days, length / 2 if length > 1 else Decimal(0))


def _compare(one: _Count, other: _Count, alignment: Alignment) -> Iterator[Finding]:
    slack = max(one.slack, other.slack)
    if one.published and other.published:
        yield from _both_dated(one, other, alignment, slack)
    elif one.published or other.published:
        dated, undated = (one, other) if one.published else (other, one)
        yield from _one_dated(dated, undated, alignment, slack)
    elif abs(one.days - other.days) > slack:
        yield _undated(one, other, alignment)


def _both_dated(one: _Count, other: _Count, alignment: Alignment, slack: Decimal) -> Iterator[Finding]:
    assert one.published
    assert other.published
    gap = abs((one.published - other.published).days + one.days - other.days)
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
    if abs(away) <= slack and away == 0:
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
    values = [str(count.implied() or describe(count.claim.value)) for count in (one, other)]
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
