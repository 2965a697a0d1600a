"""The publication date of an article, from its header lines and its dateline. Every clue is kept, the best one believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claimdiff.model import DateClue, PublishedFrom
from claimdiff.readers._datelines import dateline, place_in, with_year
from claimdiff.readers._header_dates import CREATED, EMBARGOED, MODIFIED, UPDATED, header_clues, in_print
from claimdiff.readers._orders import decide
from claimdiff.readers._years import year_of_filing

_RANKS: tuple[PublishedFrom, ...] = ("flag", "metadata", "header", "dateline")
"""The most believed first."""

_OTHER_DATES = (MODIFIED, EMBARGOED, CREATED)
"""What metadata tells besides publication; listed, and never believed."""

_LINES = 14
"""Lines, not counting blank ones, in which a header or a dateline is looked for."""
_PROSE = 240
"""Characters from which a line is prose, where dates are those of the story."""


def find_clues(text: str, known: Sequence[DateClue] = ()) -> tuple[list[DateClue], list[str]]:
    """Every date in a header line and in the dateline, in text order, and a sentence for each that could not be read for certain.

    Args:
        text: of the article.
        known: dates of its metadata; they come first, and tell the year of a dateline.
    """
    clues: list[DateClue] = [*known]
    filed: DateClue | None = None
    for start, line in _top_lines(text):
        filed = filed or dateline(line, start)
        if filed and filed.extent and filed.extent.start >= start:
            break
        if len(line) <= _PROSE:
            clues += (clue for clue in header_clues(line, start) if in_print(clue.value))
    clues, doubts = decide(text, clues, filed)
    if filed:
        filed, doubt = year_of_filing(text, with_year(filed, sorted(clues, key=_rank)), clues)
        clues.append(filed)
        doubts += [doubt] if doubt else []
    return clues, doubts


def rank(clues: Sequence[DateClue], published: date | None) -> tuple[date | None, PublishedFrom, tuple[DateClue, ...]]:
    """The publication date, what it comes from, and all clues with the believed ones first (flag > metadata > header > dateline > updated)."""
    ordered = sorted(clues, key=_rank)
    if published is not None:
        return published, "flag", (DateClue("flag", published.isoformat()), *ordered)
    for clue in ordered:
        if "X" not in clue.value and clue.order not in _OTHER_DATES:
            return date.fromisoformat(clue.value), clue.kind, tuple(ordered)
    return None, "none", tuple(ordered)


def place_of(text: str, clues: Sequence[DateClue]) -> str | None:
    """Where the dateline says the article was filed."""
    for clue in clues:
        if clue.kind == "dateline" and clue.extent:
            return place_in(text[clue.extent.start : clue.extent.end + 1])
    return None


def _rank(clue: DateClue) -> tuple[int, int]:
    if clue.order in _OTHER_DATES:
        return len(_RANKS) + 1, 0
    # An "updated" line tells when the page changed, so it is believed only where nothing else is said.
    late = clue.kind == "header" and clue.order == UPDATED
    return len(_RANKS) if late else _RANKS.index(clue.kind), clue.extent.start if clue.extent else 0


def _top_lines(text: str) -> Iterator[tuple[int, str]]:
    at = seen = 0
    for line in re.split(r"(\r\n|\n|\r)", text[:20_000]):
        if line.strip():
            seen += 1
            yield at, line
        at += len(line)
        if seen >= _LINES:
            return
