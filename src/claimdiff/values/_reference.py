"""What an expression is seen from: the publication date, the way its clause looks, the date the text is speaking of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from claimdiff.model import When


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression as found: offsets, kind, and the match with its parts."""

    start: int
    end: int
    kind: str
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The words."""
        return self.match.group()


@dataclass(frozen=True, slots=True)
class Reference:
    """Where an expression is read from.

    Attributes:
        published: the publication date, None if unknown.
        direction: where the clause looks, by tense and prepositions; None if it does not tell.
        spoken: the day the text has last spoken of, for "the following day".
        month, year: the first day of the last thing spoken of that lies within one month, or within one year, for
            "that month", "the following year" and "later that summer".
        quarter: year and number of the quarter the sentence is about.
        order: how the article writes all-digit dates, if one that can be read one way only tells.
    """

    published: date | None = None
    direction: Literal["past", "future"] | None = None
    spoken: date | None = None
    month: date | None = None
    year: date | None = None
    quarter: tuple[int, int] | None = None
    order: Literal["day-first", "month-first"] | None = None


Resolver = Callable[[Expression, Reference], tuple[When | None, str]]


def group(match: re.Match[str], name: str) -> str | None:
    """The named part in lower case, None if the pattern or the match has none."""
    found = match.groupdict().get(name)
    return found.casefold() if found else None
