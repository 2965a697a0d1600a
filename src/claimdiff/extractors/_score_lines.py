"""Scores told by name, on a line or in a sentence of their own: "Port Alder 2, Halden 1", "Final score: Halden State 62, Norvane 51 (OT)"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimdiff.extractors._figure import Figure
from claimdiff.extractors._no_sides import is_no_side
from claimdiff.extractors._traps import NUMBERED
from claimdiff.model import Extent
from claimdiff.values.calendar import MONTHS, WEEKDAYS

_WORD = r"[A-Z][\w.'’&-]{0,20}"
_NAME = rf"{_WORD}(?: (?:{_WORD}|of|de|la|and|&)){{0,4}}"
_POINTS = r"\d{1,3}"
_OPENS = (
    r"(?:(?<![^\n])[ \t]{0,4}|(?<=[.!?;] )|(?<=[.!?][”\"] )|(?<=\())"
    r"(?:(?i:(?:(?:final|latest|half-?time|full-?time) )?(?:score|result)|final|full[- ]?time|half[- ]?time|ft|ht) ?[:–—-] |[A-Z][\w’' -]{2,30}: )?"
)
"""The start of a line, a sentence or an aside, and what may label a score there."""
_CLOSES = r"(?=[ \t\r]{0,4}(?:\n|$)|[.;)](?:\s|$)|,? (?:\([A-Z0-9 a-z]{1,12}\)|OT|AET|in (?:overtime|extra time))[ \t\r.]{0,3}(?:\n|$| [A-Z]))"
_LINE = re.compile(rf"{_OPENS}(?P<one>{_NAME}) (?P<points>{_POINTS}), (?P<other>{_NAME}) (?P<against>{_POINTS}){_CLOSES}")
_NO_SIDE = frozenset(
    {*MONTHS, *WEEKDAYS, *NUMBERED.split("|"), *"under over aged age ages rev st mr mrs ms dr and of de la &".split()},
)
"""Words that end no side's name: what follows them is a day, a place in a list or an age."""


def find_score_lines(text: str) -> tuple[list[Figure], list[Extent]]:
    """Every score told by two names with a number each and nothing else beside them, in order; linear in the length of ``text``.

    Returns:
        The scores, and where such a line numbers streets, verses or puzzles: its numbers are no quantities.
    """
    scores: list[Figure] = []
    numbered: list[Extent] = []
    for match in _LINE.finditer(text):
        start, end = match.start("one"), match.end("against")
        if is_no_side(match["one"]) or is_no_side(match["other"]):
            numbered.append(Extent(start, end))
        elif _is_side(match["one"]) and _is_side(match["other"]):
            value = (Decimal(match["points"]), Decimal(match["against"]))
            scores.append(Figure(start, end, match.start("points"), end, value, Decimal(1), form="score"))
    return scores, numbered


def _is_side(name: str) -> bool:
    return name.rsplit(" ", 1)[-1].rstrip(".").casefold() not in _NO_SIDE
