"""Temporal expressions of running text: found, and resolved against the publication date (TIMEX3, ISO 24617-1).

``find`` knows no dates; ``resolve`` never looks at today's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimdiff.model import When
from claimdiff.values._absolute import ABSOLUTE, order_of, parse_explicit
from claimdiff.values._beginnings import BEGINNINGS
from claimdiff.values._durations import DURATIONS
from claimdiff.values._expressions import ALSO, EXPRESSIONS, HOLIDAY
from claimdiff.values._reference import Expression, Reference
from claimdiff.values._relative import RELATIVE
from claimdiff.values._when import first_day, is_fiscal
from claimdiff.values.starts import Starts

__all__ = ["Expression", "Reference", "Resolved", "find", "first_day", "is_fiscal", "order_of", "parse_explicit", "resolve"]

LONGEST = 64
"""Characters of the longest expression that is read; nothing written for readers comes near."""

_RESOLVERS = {**ABSOLUTE, **RELATIVE, **DURATIONS}
_RANK = {kind: rank for rank, (kind, _) in enumerate(EXPRESSIONS)}
_STARTS = Starts((kind, pattern, BEGINNINGS[kind]) for kind, pattern in EXPRESSIONS)
_HINT = re.compile(
    r"\d|day|night|morning|evening|noon|week|month|year|quarter|decade|centur|hour|minute|second|spring|summer|fall|autumn|winter|nineteen|eighteen|seventeen|sixteen|twenty|thousand|some day|someday|now|current|"
    r"recent|future|past|present|tomorrow|time|january|february|march|april|\bmay\b|june|july|august|september|october|november|"
    r"december|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b|daily|annual|late|half|so far|ago|" + HOLIDAY,
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A normalised expression and the name of the rule that did it."""

    when: When
    rule: str


def find(text: str) -> Iterator[Expression]:
    """Temporal expressions of ``text`` in order, not overlapping: the longer wins, then the more specific kind."""
    if not _HINT.search(text):
        return
    matches = [(match.start(), match.end(), kind, match) for kind, match in _STARTS.find(text)]
    matches = [found for found in matches if found[1] - found[0] <= LONGEST]
    taken: list[tuple[int, int]] = []
    chosen = []
    for found in sorted(matches, key=lambda found: (found[0] - found[1], _RANK[found[2]], found[0])):
        at = bisect_left(taken, (found[0], found[1]))
        free = (at == 0 or taken[at - 1][1] <= found[0]) and (at == len(taken) or taken[at][0] >= found[1])
        if free:
            taken.insert(at, (found[0], found[1]))
            chosen.append(found)
    done = 0
    for start, end, kind, match in sorted(chosen, key=lambda found: found[0]):
        if start < done:
            continue
        yield Expression(start, end, kind, match)
        if kind == "month_day" and match["month"] and not match["year"] and (listed := ALSO.match(text, match.start("month"))):
            yield from _also(listed)
            done = listed.end()


def _also(match: re.Match[str]) -> Iterator[Expression]:
    """The further days of a list whose month is written once, the last with its year: "March 9, 10 and 12, 2020"."""
    for name in ("one", "two"):
        if match[name]:
            yield Expression(*match.span(name), "day_also", match)
    yield Expression(match.start("last"), match.end(), "day_also", match)


def resolve(expression: Expression, reference: Reference) -> Resolved | None:
    """The value of an expression seen from ``reference``; None if it names no date after all (31 February)."""
    try:
        when, rule = _RESOLVERS[expression.kind](expression, reference)
    except (ValueError, OverflowError):  # a day, year or shift that the calendar does not have
        return None
    return Resolved(when, rule) if when else None


def parse_value(text: str, published: date | None = None) -> When | None:
    """The value of ``text`` if it is one temporal expression from end to end."""
    found = list(find(text))
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    resolved = resolve(found[0], Reference(published))
    return resolved.when if resolved else None
