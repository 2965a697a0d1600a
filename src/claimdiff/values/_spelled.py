"""Years and days written out in words, as broadcast scripts have them: "nineteen ninety-six", "March eighth"."""

from __future__ import annotations

import re

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_HUNDREDS = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()

_ONES = "|".join(_UNITS)
_LOW = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONES}))?|{'|'.join(_TEENS)})\b"
SPELLED_YEAR = (
    rf"(?i:(?:(?:sixteen|seventeen|eighteen|nineteen)[- ](?:{_LOW}|oh[- ](?:{_ONES})\b)|"
    rf"(?:(?<=\bin )|(?<=since )|(?<=until )|(?<=\bby )|(?<=year )|(?<=[a-y] of ))(?:twenty[- ](?:twenty(?:[- ](?:{_ONES}))?|{'|'.join(_TEENS)})\b|"
    rf"(?:sixteen|seventeen|eighteen|nineteen) hundred\b(?: and (?:{_LOW}|(?:{_ONES})\b))?|"
    rf"two thousand(?: (?:and )?(?:{_LOW}|(?:{_ONES})\b))?(?! (?:hundred\b|(?!is\b|as\b|has\b|was\b)\w+s\b))))(?![-\w]))"
)
"""A year in words; "twenty ten", "nineteen hundred" and "two thousand four" only behind a word that leads to a date, for they count as well."""

SPELLED_DAY = (
    rf"(?i:(?:(?:twenty[- ])?(?:{'|'.join(_ORDINAL_UNITS)})|{'|'.join(_ORDINAL_TEENS)}|twentieth|thirtieth|thirty[- ]first)"
    r"(?=[,.;:)]|$| (?:and|at|in|on|when|for|to|as|with|by|he|she|they|it|we|but|after|before|through)\b))"
)
"""The ordinal of a day behind its month; "in June first half" goes on with a noun."""

_VALUES = {word: i for words, first in ((_UNITS, 1), (_TEENS, 10)) for i, word in enumerate(words, first)}
_VALUES |= {word: 10 * i for i, word in enumerate(_TENS, 2)}
_VALUES |= {word: i for words, first in ((_ORDINAL_UNITS, 1), (_ORDINAL_TEENS, 10)) for i, word in enumerate(words, first)}
_VALUES |= {"twentieth": 20, "thirtieth": 30}


def year_of(words: str) -> int:
    """The year in figures or words."""
    if words.isdigit():
        return int(words)
    parts = [part for part in re.split(r"[- ]", words.casefold()) if part not in ("and", "oh", "hundred")]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(_VALUES[part] for part in parts[2:])
    return 100 * _HUNDREDS[parts[0]] + sum(_VALUES[part] for part in parts[1:])


def day_of(words: str) -> int:
    """The day of a month in figures ("3", "3rd") or as an ordinal in words."""
    figures = re.sub(r"\D", "", words)
    return int(figures) if figures else sum(_VALUES[part] for part in re.split(r"[- ]", words.casefold()))
