"""The words around a number that bound or blur it: at least, nearly, up to, or more."""

from __future__ import annotations

import re
from decimal import Decimal

from claimdiff.model import Comparator

_TABLE: tuple[tuple[Comparator, str], ...] = (
    (">=", "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|at a minimum|from at least"),
    (
        ">",
        "more than|over|above|exceeding|exceeded|exceeds|exceed|upwards of|upward of|in excess of|greater than|north of|older than|higher than|well over|well above|just over|just above|topped|topping|surpassed|surpassing|beyond|longer than|larger than",
    ),
    ("<=", "up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum of|as high as|within"),
    (
        "<",
        "less than|fewer than|under|below|lower than|just under|just below|well under|well below|just short of|short of|smaller than|shorter than|younger than|sub-",
    ),
    (
        "~",
        "about|around|some|roughly|approximately|an estimated|estimated|estimates|estimate|nearly|almost|close to|circa|approx.|approx|c.|~|≈|more or less|in the region of|closer to|on the order of|virtually|practically|nearing|approaching|perhaps|maybe|probably|estimated at|something like",
    ),
)
_BEFORE: dict[str, Comparator] = {phrase: comparator for comparator, phrases in _TABLE for phrase in phrases.split("|")}
"""Phrases before a number, compiled by claimdiff's developers from grammars of English."""

_PHRASE = "|".join(re.escape(phrase) for phrase in sorted(_BEFORE, key=len, reverse=True))
_SPATIAL = frozenset("around about over above under below beyond within some".split())
"""Words that before "the" tell a place or a span, not a bound: "over the 12 months", "around the 40-acre park"."""
_ESTIMATED = re.compile(r"\bestimated\s(?:[a-z]+\s){1,3}(?:of|at|is|was)\s$", re.IGNORECASE)
_AGE_WORDS = re.compile(r"(?:\bthe\s)?\bage[sd]?\s(?:of\s)?$", re.IGNORECASE)
_DIRECTLY = re.compile(rf"(?:^|(?<=[\s(“\"‘'—–-]))(?P<phrase>{_PHRASE})\s?(?P<article>the |a |an |another |of )?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?P<more>(?:\+|-plus|[ -]or (?:more|older|greater|higher|above|longer)|[ -]and (?:over|above|older)| or better| at least| minimum| plus)\b|\+)"
    r"|(?P<less>[ -]or (?:less|fewer|younger|lower|under|below)\b| at most\b| maximum\b| and under\b)|(?P<about>[ -]or so\b|-odd\b|ish\b| approximately\b| or thereabouts\b)",
    re.IGNORECASE,
)
MARGIN = Decimal("0.1")
"""How far "about" reaches, as a share of the number: our convention; editors round to one or two figures."""

WINDOW = 40


def comparator_of(text: str, start: int, end: int) -> tuple[Comparator, int]:
    """The comparator of the number in ``text[start:end]``, and the end of the words behind it that state one (``end`` if none)."""
    after = _AFTER.match(text, end)
    if after:
        which: Comparator = ">=" if after["more"] else "<=" if after["less"] else "~"
        return which, after.end()
    return _bound_before(text[max(0, start - WINDOW) : start]), end


def _bound_before(before: str) -> Comparator:
    """The bound that the words right before a number state; those that only say that it is an age may stand between."""
    if age := _AGE_WORDS.search(before):
        before = before[: age.start()]
    found = _DIRECTLY.search(before)
    if found is None:
        return "~" if _ESTIMATED.search(before) else "="
    phrase = found["phrase"].casefold()
    return "=" if found["article"] == "the " and phrase in _SPATIAL else _BEFORE[phrase]


def interval(value: tuple[Decimal, ...], comparator: Comparator) -> tuple[Decimal | None, Decimal | None]:
    """The closed interval of values that make the statement true; None is an open end."""
    low, high = min(value), max(value)
    if comparator in (">", ">="):
        return low, None
    if comparator in ("<", "<="):
        return None, high
    if comparator == "~" and len(value) == 1:
        reach = abs(low) * MARGIN
        return low - reach, high + reach
    return low, high
