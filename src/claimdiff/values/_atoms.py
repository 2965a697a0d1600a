"""The atoms of numerals: figures, number words, fractions of one sign; what a numeral is made of, found in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

DIGITS = 28
"""Figures with more digits than this are found and not read: no news needs them, and decimal arithmetic would round them in silence."""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "mln": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
GLUED = {**_SCALES, "mil": 10**6, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
"""Scale letters as they are written after a figure ("12.5k"); "m" may be metres, which the caller has to tell."""
_VAGUE = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_SETS = {"pair": 2, "duo": 2, "brace": 2, "trio": 3, "quartet": 4, "quintet": 5, "sextet": 6}
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8"} | {
    "⅛": "0.125",
    "⅜": "0.375",
    "⅝": "0.625",
    "⅞": "0.875",
}

Kind = Literal["figure", "word", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text.

    Attributes:
        start, end: where, half-open.
        value: one number, or (low, high) of a vague count.
        step: place value of the last digit written.
        kind: how it is written; a figure may go on in words ("12.5 million").
        glued: the scale letter that is glued to a figure ("m" of "35m"), lower case; "" if none. ``value`` includes it.
        readable: False if it has too many digits to be read; ``value`` is then 0.
        scale: the scale word it ends in (million of "5 million"), 1 if none.
    """

    start: int
    end: int
    value: tuple[Decimal, ...]
    step: Decimal
    kind: Kind
    glued: str = ""
    readable: bool = True
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Atom:
    """A figure or one number word: where, what kind, its value, and the word in lower case."""

    start: int
    end: int
    kind: Literal["figure", "unit", "ten", "hundred", "scale", "dozen", "part", "vague", "several", "set", "vulgar"]
    value: Decimal
    word: str


def _word_table() -> dict[str, tuple[str, Decimal]]:
    table: dict[str, tuple[str, Decimal]] = {}
    table.update({word: ("unit", Decimal(i)) for i, word in enumerate(_UNITS.split())})
    table.update({word: ("ten", Decimal(10 * i)) for i, word in enumerate(_TENS.split(), start=2)})
    table.update({word: ("scale", Decimal(value)) for word, value in _SCALES.items()})
    table.update({word: ("vague", Decimal(value)) for word, value in _VAGUE.items()})
    table.update(
        {word + "s" * plural: ("part", Decimal(value)) for word, value in _PARTS.items() for plural in (0, 1) if word != "halves" or not plural}
    )
    table.update({"hundred": ("hundred", Decimal(100)), "dozen": ("dozen", Decimal(12))})
    table.update({"several": ("several", Decimal(2)), "few": ("several", Decimal(2)), "couple": ("several", Decimal(2))})
    table.update({word: ("set", Decimal(value)) for word, value in _SETS.items()})
    del table["halfs"]
    return table


WORDS = _word_table()
_ARTICLE = re.compile(r"\ban? $|\ba-$", re.IGNORECASE)
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters of no width, which web pages leave inside numbers; the reader sees 12 where "1" and "2" have one between."""
_GROUP = ",\u00a0\u2009\u202f"
_FIGURE = (
    rf"\d{{1,3}}(?:[{_GROUP}]\d{{3}})+(?![\d,]*\d)(?:\.\d+)?|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)"
    rf"|\d(?:[{_UNSEEN}]*\d)*(?:\.\d+)?|(?<![\w.])\.\d+"
)
_POWER = r"×\s?10\^?(?P<power>[-−]\d{1,3}(?!\d)|[⁻]?[⁰¹²³⁴-⁹]{1,3}|(?<=\^)\d{1,3}(?!\d))|x\s?10\^(?P<raised>[-−]?\d{1,3})(?!\d)"
_ATOM = re.compile(
    rf"(?P<figure>{_FIGURE})(?:e(?P<exponent>[+-]?\d+)(?!\w)|\s?(?:{_POWER}))?"
    rf"|(?P<vulgar>[{''.join(_VULGAR)}])|(?P<word>[A-Za-z]+)",
    re.IGNORECASE,
)
_NOT_COUNTED = dict.fromkeys(map(ord, _GROUP + _UNSEEN))
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")


def find_atoms(text: str) -> list[Atom]:
    """Every atom of ``text``, left to right; linear in its length."""
    return [_atom(match) for match in _ATOM.finditer(text) if match.lastgroup != "word" or match["word"].casefold() in WORDS]


def _atom(match: re.Match[str]) -> Atom:
    if figure := match["figure"]:
        return Atom(match.start(), match.end(), "figure", _figure(figure.translate(_NOT_COUNTED), _exponent(match)), figure)
    if vulgar := match["vulgar"]:
        above, _, below = _VULGAR[vulgar].partition("/")
        return Atom(match.start(), match.end(), "vulgar", Decimal(above) / Decimal(below or 1), vulgar)
    word = match["word"].casefold()
    kind, value = WORDS[word]
    return Atom(match.start(), match.end(), kind, value, word)  # type: ignore[arg-type]  # the table holds these kinds only


def _exponent(match: re.Match[str]) -> str:
    """The power of ten behind a figure, however it is written."""
    return (match["exponent"] or match["power"] or match["raised"] or "0").translate(_RAISED)


def _figure(plain: str, exponent: str) -> Decimal:
    """The value of a figure, NaN if its digits or those of its exponent are too many to be worked with."""
    if len(plain) > DIGITS or len(exponent) > 3 or abs(int(exponent)) + len(plain) > DIGITS:
        return Decimal("NaN")
    return Decimal(plain).scaleb(int(exponent))


def gap(text: str, one: Atom, other: Atom) -> str:
    """What stands between two atoms, "far" if that is more than holds a numeral together."""
    return text[one.end : other.start].casefold() if other.start - one.end <= 8 else "far"


def article_start(text: str, start: int) -> int:
    """Where the "a" before offset ``start`` begins, ``start`` itself if there is none."""
    found = _ARTICLE.search(text, max(0, start - 3), start)
    return found.start() if found else start
