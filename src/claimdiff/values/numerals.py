"""The number grammar: figures, number words, fractions and vague counts of running text, as exact decimals.

One linear pass finds atoms (figures, number words); atoms that stand close enough are read together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_GLUED = {**_SCALES, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
"""Scale letters as they are written after a figure ("12.5k"); "m" may be metres, which the caller has to tell."""
_VAGUE = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
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
class _Atom:
    start: int
    end: int
    kind: Literal["figure", "unit", "ten", "hundred", "scale", "dozen", "part", "vague", "several", "vulgar"]
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
    del table["halfs"]
    return table


_WORDS = _word_table()
_FIGURE = r"\d{1,3}(?:,\d{3})+(?![\d,]*\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:\.\d+)?|(?<![\w.])\.\d+"
_ATOM = re.compile(
    rf"(?P<figure>{_FIGURE})(?:e(?P<exponent>[+-]?\d+)(?!\w))?"
    rf"|(?P<vulgar>[{''.join(_VULGAR)}])|(?<![A-Za-z])(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![A-Za-z])",
    re.IGNORECASE,
)
_SUFFIX = re.compile(rf"(?:{'|'.join(sorted(_GLUED, key=len, reverse=True))})(?![\w])", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban? $|\ba-$", re.IGNORECASE)
_AND_PART = re.compile(r"[ -]and[ -](?:a|one|three)[ -](?:half|quarters?)\b", re.IGNORECASE)
_OF_SCALE = re.compile(r"(?: (?:of )?an? |[ -])(?P<scale>hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)
_SLASH = re.compile(r"/(?P<below>2|3|4|5|6|8|10|16)(?![\d/.,]\d|\d|/)")
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


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every numeral of ``text``, left to right, not overlapping; linear in its length."""
    atoms = [_atom(match) for match in _ATOM.finditer(text)]
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


def _atom(match: re.Match[str]) -> _Atom:
    if figure := match["figure"]:
        return _Atom(match.start(), match.end(), "figure", _figure(figure.replace(",", ""), match["exponent"] or "0"), figure)
    if vulgar := match["vulgar"]:
        above, _, below = _VULGAR[vulgar].partition("/")
        return _Atom(match.start(), match.end(), "vulgar", Decimal(above) / Decimal(below or 1), vulgar)
    word = match["word"].casefold()
    kind, value = _WORDS[word]
    return _Atom(match.start(), match.end(), kind, value, word)  # type: ignore[arg-type]  # the table holds these kinds only


def _figure(plain: str, exponent: str) -> Decimal:
    """The value of a figure, NaN if its digits or those of its exponent are too many to be worked with."""
    if len(plain) > DIGITS or len(exponent) > 3 or abs(int(exponent)) + len(plain) > DIGITS:
        return Decimal("NaN")
    return Decimal(plain).scaleb(int(exponent))


def _read(text: str, atoms: list[_Atom], i: int) -> tuple[Numeral, int] | None:
    """The numeral that begins with atom ``i`` and the index of the atom after it; None if it begins none."""
    atom = atoms[i]
    if atom.kind == "figure" and atom.value.is_nan():
        return Numeral(atom.start, atom.end, (Decimal(0),), Decimal(1), "figure", readable=False), i + 1
    if atom.kind == "vague":
        return _vague(text, atoms, i)
    if atom.kind == "several":
        return _several(text, atoms, i)
    if atom.kind == "part":
        return _fraction(text, atoms, i, Decimal(1), _article_start(text, atom.start))
    if atom.kind == "vulgar":
        return Numeral(atom.start, atom.end, (atom.value,), Decimal("0.01"), "fraction"), i + 1
    if atom.kind in ("unit", "figure") and (read := _over(text, atoms, i)):
        return read
    return _Cardinal(text, atoms, i).read()


def _gap(text: str, one: _Atom, other: _Atom) -> str:
    return text[one.end : other.start].casefold() if other.start - one.end <= 8 else "far"


def _article_start(text: str, start: int) -> int:
    found = _ARTICLE.search(text, max(0, start - 3), start)
    return found.start() if found else start


def _vague(text: str, atoms: list[_Atom], i: int) -> tuple[Numeral, int] | None:
    low, j = atoms[i].value, i + 1
    while j < len(atoms) and atoms[j].kind == "vague" and _gap(text, atoms[j - 1], atoms[j]) == " of ":
        low *= atoms[j].value
        j += 1
    if j == i + 1 and atoms[i].word in ("tens", "scores"):
        return None
    # A vague count names its order of magnitude: dozens are 12 to 120.
    return Numeral(atoms[i].start, atoms[j - 1].end, (low, low * 10), low, "vague"), j


def _several(text: str, atoms: list[_Atom], i: int) -> tuple[Numeral, int] | None:
    """ "several dozen", "a few hundred", "a couple thousand"; without a scale no number at all."""
    if i + 1 >= len(atoms) or atoms[i + 1].kind not in ("hundred", "scale", "dozen") or _gap(text, atoms[i], atoms[i + 1]) not in (" ", " of "):
        return None
    low = atoms[i].value * atoms[i + 1].value
    value = (low,) if atoms[i].word == "couple" else (low, atoms[i + 1].value * 10)
    start = _article_start(text, atoms[i].start)
    return Numeral(start, atoms[i + 1].end, value, atoms[i + 1].value, "word" if len(value) == 1 else "vague"), i + 2


def _over(text: str, atoms: list[_Atom], i: int) -> tuple[Numeral, int] | None:
    """ "two-thirds", "one fifth", "3/4", "2 1/2": a numerator with its denominator."""
    atom = atoms[i]
    if atom.kind == "figure":
        if run_together := _RUN_TOGETHER.match(text, atom.start):
            # "41/2 months" in wire copy is four and a half
            value = Decimal(run_together["whole"]) + Decimal(run_together["above"]) / Decimal(run_together["below"])
            used = sum(1 for later in atoms[i + 1 : i + 3] if later.end <= run_together.end())
            return Numeral(atom.start, run_together.end(), (value,), Decimal("0.01"), "fraction"), i + 1 + used
        whole = Decimal(0)
        slash = _SLASH.match(text, atom.end)
        if mixed := _MIXED.match(text, atom.end):
            whole, slash = atom.value, mixed
        if slash:
            above = Decimal(slash["above"]) if whole else atom.value
            below = Decimal(slash["below"])
            if above < below and atom.value == atom.value.to_integral_value():
                used = sum(1 for later in atoms[i + 1 : i + 3] if later.end <= slash.end())
                return _scaled(text, atoms, i + 1 + used, Numeral(atom.start, slash.end(), (whole + above / below,), Decimal("0.01"), "fraction"))
        return None
    if i + 1 < len(atoms) and atoms[i + 1].kind == "part" and _gap(text, atom, atoms[i + 1]) in ("-", " ") and 0 < atom.value < atoms[i + 1].value:
        plural = atoms[i + 1].word.endswith(("s", "halves"))
        if plural == (atom.value != 1):
            return _fraction(text, atoms, i + 1, atom.value, atom.start)
    return None


def _fraction(text: str, atoms: list[_Atom], i: int, above: Decimal, start: int) -> tuple[Numeral, int] | None:
    """A fraction whose denominator is atom ``i``; None where the word is an ordinal or names a half of a game."""
    part = atoms[i]
    before, after = text[max(0, start - 12) : start], text[part.end : part.end + 12]
    spelled = start < part.start and not _ARTICLE.fullmatch(text[start : part.start])
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


def _times_scale(atoms: list[_Atom], i: int, scale: re.Match[str], value: Decimal, start: int) -> tuple[Numeral, int]:
    """ "half a million", "a quarter of a million": the fraction of the scale."""
    word = scale["scale"].casefold()
    factor = _WORDS[word][1]
    used = sum(1 for later in atoms[i + 1 : i + 3] if later.end <= scale.end())
    return Numeral(start, scale.end(), (value * factor,), max(Decimal(1), factor / 10), "word"), i + 1 + used


def _scaled(text: str, atoms: list[_Atom], j: int, numeral: Numeral) -> tuple[Numeral, int]:
    """A mixed number times the scale word behind it ("2 1/2 million")."""
    if j < len(atoms) and atoms[j].kind in ("scale", "hundred", "dozen") and text[numeral.end : atoms[j].start] == " ":
        factor = atoms[j].value
        return Numeral(numeral.start, atoms[j].end, (numeral.value[0] * factor,), numeral.step * factor, "figure", scale=factor), j + 1
    return numeral, j


class _Cardinal:
    """Reads a whole number or decimal from consecutive atoms, largest scale first."""

    def __init__(self, text: str, atoms: list[_Atom], i: int) -> None:
        self.text, self.atoms, self.first, self.at = text, atoms, i, i
        self.total, self.group = Decimal(0), Decimal(0)
        self.empty = True  # whether the group in progress has no number yet
        self.step = Decimal(1)
        self.limit = Decimal("Infinity")  # a later scale must be smaller
        self.scale = Decimal(1)
        self.end = atoms[i].end
        self.glued = ""

    def read(self) -> tuple[Numeral, int] | None:
        while self.at < len(self.atoms) and self._fits() and self._take(self.atoms[self.at]):
            self.end = max(self.end, self.atoms[self.at].end)
            self.at += 1
            self._after()
        if self.at == self.first:
            return None
        first = self.atoms[self.first]
        start = _article_start(self.text, first.start) if first.kind in ("hundred", "scale", "dozen") else first.start
        kind: Kind = "figure" if first.kind == "figure" else "word"
        scale = self.scale if self.empty else Decimal(1)
        return Numeral(start, self.end, (self.total + self.group,), self.step, kind, self.glued, scale=scale), self.at

    def _fits(self) -> bool:
        if self.at == self.first:
            return True
        before, atom = self.atoms[self.at - 1], self.atoms[self.at]
        gap = self.text[self.end : atom.start].casefold() if atom.start - self.end <= 8 else "far"
        if gap in (" ", "-"):
            # "10 million-dollar" goes on, "2-3" and "10 20" do not.
            return atom.kind != "figure" and not (before.kind == "figure" and atom.kind in ("unit", "ten"))
        return gap in (" and ", "-and-") and before.kind in ("hundred", "scale") and atom.kind in ("unit", "ten")

    def _take(self, atom: _Atom) -> bool:
        if atom.kind in ("figure", "unit", "ten"):
            return self._take_small(atom)
        if atom.kind in ("hundred", "dozen"):
            if not self.empty and (self.group % 100 == 0 or (atom.kind == "hundred" and self.group >= 100)) and self.group:
                return False
            self.group = (Decimal(1) if self.empty else self.group) * atom.value
            self.step = self.step * atom.value if self.step < 1 or atom.kind == "hundred" else self.step
            self.empty = False
            return True
        if atom.kind == "scale" and atom.value < self.limit and not (self.empty and self.at > self.first):
            self._scale(atom.value)
            return True
        return False

    def _take_small(self, atom: _Atom) -> bool:
        if self.empty:
            self.group, self.empty = atom.value, False
            exponent = atom.value.as_tuple().exponent
            self.step = Decimal(1).scaleb(exponent) if atom.kind == "figure" and isinstance(exponent, int) else Decimal(1)
            return self.at == self.first or atom.kind != "figure"
        room = self.group % 100 == 0 and self.group >= 100
        if room or (atom.kind == "unit" and 0 < atom.value < 10 and self.group % 10 == 0 and self.group % 100 >= 20):
            self.group += atom.value
            self.step = Decimal(1)
            return True
        return False

    def _scale(self, factor: Decimal) -> None:
        self.total += (Decimal(1) if self.empty else self.group) * factor
        self.step *= factor
        self.group, self.empty, self.limit, self.scale = Decimal(0), True, factor, factor

    def _after(self) -> None:
        """What may follow an atom without being one: a glued scale, "point five", "and a half", a vulgar fraction."""
        last = self.atoms[self.at - 1]
        if last.kind == "figure" and self.at - 1 == self.first:
            suffix = _SUFFIX.match(self.text, last.end)
            if suffix:
                self.glued = suffix.group().casefold()
                self._scale(Decimal(_GLUED[self.glued]))
                self.end = suffix.end()
                while self.at < len(self.atoms) and self.atoms[self.at].start < self.end:
                    self.at += 1
        if self.at < len(self.atoms) and self.atoms[self.at].kind == "vulgar" and self.atoms[self.at].start == self.end and not self.empty:
            self.group += self.atoms[self.at].value
            self.step, self.end = Decimal("0.01"), self.atoms[self.at].end
            self.at += 1
        part = _AND_PART.match(self.text, self.end)
        if part and not self.empty and self.group < 1000:
            self._add_part(part)
        self._point()

    def _add_part(self, part: re.Match[str]) -> None:
        words = part.group().casefold()
        self.group += (Decimal(3) if "three" in words else Decimal(1)) / (2 if "half" in words else 4)
        self.step, self.end = Decimal("0.1"), part.end()
        while self.at < len(self.atoms) and self.atoms[self.at].start < self.end:
            self.at += 1

    def _point(self) -> None:
        if self.empty or self.text[self.end : self.end + 7].casefold() != " point ":
            return
        place, at = Decimal("0.1"), self.end + 7
        while self.at < len(self.atoms) and self.atoms[self.at].kind == "unit" and self.atoms[self.at].value < 10 and self.atoms[self.at].start == at:
            self.group += self.atoms[self.at].value * place
            self.step, self.end = place, self.atoms[self.at].end
            place, at = place / 10, self.end + 1
            self.at += 1
