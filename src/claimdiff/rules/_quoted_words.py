"""The words of quotations, as letter by letter as an editor compares them: contractions spelt out, fillers and spelling no change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimdiff.values.ordinals import ORDINAL, ordinal
from claimdiff.values.wording import Change, Word

_CONTRACTED = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "n't": "not", "'d": "would"}
_OTHER_READINGS = {"would": "had", "is": "has"}
_FILLERS = frozenset("and but so well um uh er ah oh".split())
_SAID_ALONG = frozenset({"you know", "i mean"})
_SIGNS = frozenset("percent per cent dollar dollars pound pounds euro euros".split())
"""Words for which a figure may have a sign, which is no word."""

_SPELLINGS = {
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "kinda": "kind of",
    "sorta": "sort of",
    "cause": "because",
    "em": "them",
    "percent": "per cent",
    "ok": "okay",
    "alright": "all right",
    "til": "until",
    "till": "until",
    "grey": "gray",
}
"""One word, as it is heard and as a desk writes it."""

_AMERICAN = (
    (re.compile(r"our"), "or"),
    (re.compile(r"([iy])s(?=e|ing$|ation)"), r"\1z"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ence"), "ense"),
    (re.compile(r"ll(?=ed$|ing$|ers?$)"), "l"),
    (re.compile(r"mme(?=s?$)"), "m"),
)
_LEAST = 5
"""Letters of a word that may have a British and an American spelling; "four" is not "for"."""


def spelt_out(words: Sequence[Word]) -> list[Word]:
    """The words with contractions in two: "isn't" is "is not"."""
    found: list[Word] = []
    for word in words:
        ending = next((ending for ending in _CONTRACTED if word.key.endswith(ending) and len(word.key) > len(ending)), None)
        if ending is None:
            found.append(word)
        else:
            stem = {"wo": "will", "ca": "can", "sha": "shall"}.get(word.key[: -len(ending)], word.key[: -len(ending)])
            found += [Word(stem, word.start, word.end), Word(_CONTRACTED[ending], word.start, word.end)]
    return found


def harmless(change: Change) -> bool:
    """Whether only fillers, a sign in a word's place, or the spelling of a word or number differ."""
    from claimdiff.values.numerals import parse_number  # noqa: PLC0415 - most runs find no altered quotation, and it takes a moment to compile

    one, other = (_telling(side) for side in (change.one, change.other))
    if not (one and other):
        return set(one or other) <= _SIGNS
    numbers = [_ordinal(" ".join(side)) or parse_number(" ".join(side)) for side in (one, other)]
    if None not in numbers:
        return numbers[0] == numbers[1]
    one, other = ([str(parse_number(key) or key) for key in side] for side in (one, other))
    return _letters(one) == _letters(other)


def is_read_otherwise(change: Change, one: str, other: str) -> bool:
    """Whether one text writes "he'd" or "he's" for the "he had" or "he has" of the other, which ``spelt_out`` takes for "he would" and "he is"."""
    if len(change.one) != 1 or len(change.other) != 1:
        return False
    (a,), (b,) = change.one, change.other
    return any(
        _OTHER_READINGS.get(short.key) == full.key and text[short.start : short.end].casefold() != short.key
        for short, text, full in ((a, one, b), (b, other, a))
    )


def _telling(side: Sequence[Word]) -> list[str]:
    """The words without fillers; "council is", if that was written "council's", is one word."""
    keys: list[str] = []
    before: Word | None = None
    for word in side:
        if before is not None and word.key == "is" and (before.start, before.end) == (word.start, word.end) and before.key not in _FILLERS:
            keys[-1] += "s"
        elif word.key not in _FILLERS:
            keys.append(word.key)
        before = word
    return [] if " ".join(keys) in _SAID_ALONG else keys


def _ordinal(text: str) -> int | None:
    return ordinal(text) if _ordinals().fullmatch(text) else None


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(ORDINAL)


def _letters(side: Sequence[str]) -> str:
    """The letters alone, in one spelling."""
    return "".join(_american(_SPELLINGS.get(key, key)) for key in side).translate(_PLAIN)


_PLAIN = str.maketrans("", "", "'. ")


def _american(word: str) -> str:
    """A word as an American desk spells it."""
    for british, american in _AMERICAN if len(word) >= _LEAST else ():
        word = british.sub(american, word)
    return word
