"""Whole numbers and decimals read from consecutive atoms, largest scale first."""

from __future__ import annotations

import re
from decimal import Decimal

from claimdiff.values._atoms import GLUED, Atom, Kind, Numeral, article_start

_SUFFIX = re.compile(rf"(?:{'|'.join(sorted(GLUED, key=len, reverse=True))})(?![\w])", re.IGNORECASE)
_AND_PART = re.compile(r"[ -]and[ -](?:a|one|three)[ -](?:half|quarters?)\b", re.IGNORECASE)


class Cardinal:
    """Reads a whole number or decimal from consecutive atoms, largest scale first."""

    def __init__(self, text: str, atoms: list[Atom], i: int) -> None:
        self.text, self.atoms, self.first, self.at = text, atoms, i, i
        self.total, self.group = Decimal(0), Decimal(0)
        self.empty = True  # whether the group in progress has no number yet
        self.step = Decimal(1)
        self.limit = Decimal("Infinity")  # a later scale must be smaller
        self.scale = Decimal(1)
        self.end = atoms[i].end
        self.glued = ""

    def read(self) -> tuple[Numeral, int] | None:
        """The numeral, and the index of the atom after it; None if the first atom begins none."""
        while self.at < len(self.atoms) and self._fits() and self._take(self.atoms[self.at]):
            self.end = max(self.end, self.atoms[self.at].end)
            self.at += 1
            self._after()
        if self.at == self.first:
            return None
        first = self.atoms[self.first]
        start = article_start(self.text, first.start) if first.kind in ("hundred", "scale", "dozen") else first.start
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

    def _take(self, atom: Atom) -> bool:
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

    def _take_small(self, atom: Atom) -> bool:
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
                self._scale(Decimal(GLUED[self.glued]))
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
