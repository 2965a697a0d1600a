"""The number grammar: figures, number words, fractions and vague counts of running text, as exact decimals.

One linear pass finds atoms (figures, number words); atoms that stand close enough are read together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimdiff.values._atoms import DIGITS, WORDS, Atom, Numeral, article_start, find_atoms, gap
from claimdiff.values._cardinals import Cardinal

__all__ = ["DIGITS", "Numeral", "find_numerals", "parse_number"]

_OF_SCALE = re.compile(r"(?: (?:of )?an? |[ -])(?P<scale>hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)
_SLASH = re.compile(r"(?:/(?P<common>2|3|4|5|6|8|10|16|20|32|40|50|64|100)(?![\d/.,]\d|\d|/)|⁄(?P<below>\d{1,4})(?!\d))")
_MIXED = re.compile(r"[ -](?P<above>\d)/(?P<below>2|3|4|5|6|8|10|16)(?![\d/])")
_RUN_TOGETHER = re.compile(r"(?P<whole>[1-9]\d?)(?P<above>1)/(?P<below>[2348])(?![\d/.,]\d|\d|/)(?= [a-z])")
_SHARE_AROUND = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|than|over|some|only|just|by|least|most|to|up|under)\s+(?:an?|one)[ -]$", re.IGNORECASE
)
_SHARE_AFTER = re.compile(r"[ -](?:of|off)\b|[ -](?:century|mile|hour|pound|million|billion|finger)\b", re.IGNORECASE)
_HALF_AFTER = re.compile(
    r"[ -](?:of|the|an?|its|his|her|their|our|my|all|that|this|those|these|as|full|empty|century|hour|dozen|million|billion)\b", re.IGNORECASE
)
_HALF_BEFORE = re.compile(r"\b(?:first|second|other|latter|better|one|each|opening|final|early|late|top|bottom)[ -]$", re.IGNORECASE)
_OF = re.compile(r" of (?=\w)")
_INDEFINITE = re.compile(r"\b(?:(?P<article>a)|(?:last|past|next|first|final|another|every))[ ]$", re.IGNORECASE)
_COUPLED = re.compile(r" (?:of (?=[a-z])(?!hundred|thousand|million|billion|dozen)|(?:seconds|minutes|hours|days|weeks|months|years|decades)\b)")


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every numeral of ``text``, left to right, not overlapping; linear in its length."""
    atoms = find_atoms(text)
    i = 0
    while i < len(atoms):
        read = _read(text, atoms, i)
        if read is None:
            i += 1
            continue
        numeral, i = read
        yield numeral


def parse_number(text: str) -> Decimal | None:
    """The one number ``text`` spells, None if it is no number or more than one."""
    found = list(find_numerals(text))
    if len(found) != 1 or not found[0].readable or len(found[0].value) != 1:
        return None
    return found[0].value[0] if not text[: found[0].start].strip(" a-nA") and not text[found[0].end :].strip() else None


def _read(text: str, atoms: list[Atom], i: int) -> tuple[Numeral, int] | None:
    """The numeral that begins with atom ``i`` and the index of the atom after it; None if it begins none."""
    atom = atoms[i]
    if atom.kind == "figure" and atom.value.is_nan():
        return Numeral(atom.start, atom.end, (Decimal(0),), Decimal(1), "figure", readable=False), i + 1
    if atom.kind == "vague":
        return _vague(text, atoms, i)
    if atom.kind == "several":
        return _several(text, atoms, i)
    if atom.kind == "set":
        return _set(text, atom, i)
    if atom.kind == "part":
        return _fraction(text, atoms, i, Decimal(1), article_start(text, atom.start))
    if atom.kind == "vulgar":
        return Numeral(atom.start, atom.end, (atom.value,), Decimal("0.01"), "fraction"), i + 1
    if atom.kind in ("unit", "figure") and (read := _over(text, atoms, i)):
        return read
    return Cardinal(text, atoms, i).read()


def _vague(text: str, atoms: list[Atom], i: int) -> tuple[Numeral, int] | None:
    low, j = atoms[i].value, i + 1
    while j < len(atoms) and atoms[j].kind == "vague" and gap(text, atoms[j - 1], atoms[j]) == " of ":
        low *= atoms[j].value
        j += 1
    if j == i + 1 and atoms[i].word in ("tens", "scores"):
        return None
    # A vague count names its order of magnitude: dozens are 12 to 120.
    return Numeral(atoms[i].start, atoms[j - 1].end, (low, low * 10), low, "vague"), j


def _several(text: str, atoms: list[Atom], i: int) -> tuple[Numeral, int] | None:
    """ "several dozen", "a few hundred", "a couple thousand"; without a scale only "a couple of votes" is a number."""
    if atoms[i].word == "couple" and (numeral := _couple(text, atoms[i])):
        return numeral, i + 1
    if i + 1 >= len(atoms) or atoms[i + 1].kind not in ("hundred", "scale", "dozen") or gap(text, atoms[i], atoms[i + 1]) not in (" ", " of "):
        return None
    low = atoms[i].value * atoms[i + 1].value
    value = (low,) if atoms[i].word == "couple" else (low, atoms[i + 1].value * 10)
    start = article_start(text, atoms[i].start)
    return Numeral(start, atoms[i + 1].end, value, atoms[i + 1].value, "vague"), i + 2


def _couple(text: str, atom: Atom) -> Numeral | None:
    """ "A couple of votes", "the last couple of days", "a couple days"; never the couple that lives next door."""
    before = _INDEFINITE.search(text, max(0, atom.start - 12), atom.start)
    if before is None or not _COUPLED.match(text, atom.end):
        return None
    start = before.start("article") if before["article"] else atom.start
    return Numeral(start, atom.end, (atom.value,), Decimal(1), "vague")


def _set(text: str, atom: Atom, i: int) -> tuple[Numeral, int] | None:
    """ "A trio of suspects", "a pair of boots"; that a pair of scissors is one thing the noun tells, which the parse finds."""
    if not _OF.match(text, atom.end):
        return None
    return Numeral(article_start(text, atom.start), atom.end, (atom.value,), Decimal(1), "word"), i + 1


def _over(text: str, atoms: list[Atom], i: int) -> tuple[Numeral, int] | None:
    """ "two-thirds", "one fifth", "3/4", "2 1/2": a numerator with its denominator."""
    atom = atoms[i]
    if atom.kind == "figure":
        return _run_together(text, atoms, i) or _slashed(text, atoms, i)
    if i + 1 < len(atoms) and atoms[i + 1].kind == "part" and gap(text, atom, atoms[i + 1]) in ("-", " ") and 0 < atom.value < atoms[i + 1].value:
        plural = atoms[i + 1].word.endswith(("s", "halves"))
        if plural == (atom.value != 1):
            return _fraction(text, atoms, i + 1, atom.value, atom.start)
    return None


def _run_together(text: str, atoms: list[Atom], i: int) -> tuple[Numeral, int] | None:
    """ "41/2 months", which in wire copy is four and a half."""
    found = _RUN_TOGETHER.match(text, atoms[i].start)
    if not found:
        return None
    value = Decimal(found["whole"]) + Decimal(found["above"]) / Decimal(found["below"])
    return Numeral(atoms[i].start, found.end(), (value,), Decimal("0.01"), "fraction"), i + 1 + _within(atoms, i, found.end())


def _slashed(text: str, atoms: list[Atom], i: int) -> tuple[Numeral, int] | None:
    """ "3/4", and "2 1/2" with the scale behind it."""
    atom = atoms[i]
    if mixed := _MIXED.match(text, atom.end):
        whole, above, below, end = atom.value, Decimal(mixed["above"]), Decimal(mixed["below"]), mixed.end()
    elif slash := _SLASH.match(text, atom.end):
        whole, above, below, end = Decimal(0), atom.value, Decimal(slash["common"] or slash["below"]), slash.end()
    else:
        return None
    if above >= below or atom.value != atom.value.to_integral_value():
        return None
    numeral = Numeral(atom.start, end, (whole + above / below,), Decimal("0.01"), "fraction")
    return _scaled(text, atoms, i + 1 + _within(atoms, i, end), numeral)


def _within(atoms: list[Atom], i: int, end: int) -> int:
    """How many atoms behind atom ``i`` lie before offset ``end``."""
    return sum(1 for later in atoms[i + 1 : i + 3] if later.end <= end)


def _fraction(text: str, atoms: list[Atom], i: int, above: Decimal, start: int) -> tuple[Numeral, int] | None:
    """A fraction whose denominator is atom ``i``; None where the word is an ordinal or names a half of a game."""
    part = atoms[i]
    before, after = text[max(0, start - 12) : start], text[part.end : part.end + 12]
    spelled = start < part.start and text[start : part.start].casefold() not in ("a ", "an ", "a-")
    if part.word == "half":
        if _HALF_BEFORE.search(before) or not (_HALF_AFTER.match(after) or _SHARE_AROUND.search(before + "a ") or start < part.start):
            return None
    elif not spelled and not (
        (start < part.start and (_SHARE_AFTER.match(after) or _SHARE_AROUND.search(text[max(0, start - 12) : part.start])))
        or (part.word == "quarter" and after[:1] == "-" and _SHARE_AFTER.match(after))
    ):
        return None
    value = above / part.value
    scale = _OF_SCALE.match(text, part.end)
    if scale:
        return _times_scale(atoms, i, scale, value, start)
    begin = start if spelled or start < part.start else part.start
    return Numeral(begin, part.end, (value,), Decimal("0.01"), "fraction"), i + 1


def _times_scale(atoms: list[Atom], i: int, scale: re.Match[str], value: Decimal, start: int) -> tuple[Numeral, int]:
    """ "half a million", "a quarter of a million": the fraction of the scale."""
    word = scale["scale"].casefold()
    factor = WORDS[word][1]
    return Numeral(start, scale.end(), (value * factor,), max(Decimal(1), factor / 10), "word"), i + 1 + _within(atoms, i, scale.end())


def _scaled(text: str, atoms: list[Atom], j: int, numeral: Numeral) -> tuple[Numeral, int]:
    """A mixed number times the scale word behind it ("2 1/2 million")."""
    if j < len(atoms) and atoms[j].kind in ("scale", "hundred", "dozen") and text[numeral.end : atoms[j].start] == " ":
        factor = atoms[j].value
        return Numeral(numeral.start, atoms[j].end, (numeral.value[0] * factor,), numeral.step * factor, "figure", scale=factor), j + 1
    return numeral, j
