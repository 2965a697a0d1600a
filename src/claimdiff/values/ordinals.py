"""Ordinal numbers, in words and figures: "third", "twenty-first", "5th"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimdiff.values.starts import FIGURE, Starts

_SMALL = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth"
)
_ROUND = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

_VALUES = {word: n for n, word in enumerate(_SMALL.split(), start=1)} | {word: 10 * n for n, word in enumerate(_ROUND.split(), start=2)}
_TENS_VALUES = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}

ORDINAL = rf"(?:(?:{_TENS.replace(' ', '|')})[- ](?:{'|'.join(_SMALL.split()[:9])})|{'|'.join(_VALUES)}|\d{{1,4}}(?:st|nd|rd|th))"
"""Matches an ordinal, to be compiled without regard to case."""

BEGINNINGS = f"{FIGURE} {_SMALL} {_ROUND} {_TENS}"
"""The words that an ordinal begins with."""

_STANDING = Starts([("", re.compile(rf"(?<![\w-]){ORDINAL}\b", re.IGNORECASE), BEGINNINGS)])


def find_ordinals(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Every ordinal of ``text`` that is no part of another word, in order, with the number that it puts in order."""
    return ((found, ordinal(found.group())) for _, found in _STANDING.find(text))


def ordinal(text: str) -> int:
    """The number that ``text``, matched by ORDINAL, puts in order."""
    word = text.casefold()
    if word[0].isdigit():
        return int(word[:-2])
    tens, _, unit = word.rpartition("-") if "-" in word else word.rpartition(" ")
    return _TENS_VALUES.get(tens, 0) + _VALUES[unit]
