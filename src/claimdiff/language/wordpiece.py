"""Words -> the encoder's inputs: word pieces of an uncased vocabulary, and the letter case that it leaves out.

WordPiece as in Devlin et al. 2019 (BERT): lower case, accents off, greedy longest match first, ``##`` before a piece that goes on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import IntEnum

LONGEST_WORD = 100
"""Characters of a word that are looked at; the vocabulary's makers gave up on longer ones altogether."""

MOST_PIECES = 8
"""Pieces of one word that are read; the encoder's output for a word stands at its first."""

_REMEMBERED = 50_000


class Case(IntEnum):
    """How a word is written, for the vocabulary has no capitals."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    DIGITS = 4
    CAPITAL = 5
    OTHER = 6


CASES = len(Case) + 1


def case_of(word: str) -> Case:
    """The letter case of ``word``; a single capital counts as a title ("A")."""
    if word.islower():
        return Case.LOWER
    if word.isupper() and len(word) > 1:
        return Case.UPPER
    if word.istitle():
        return Case.TITLE
    if word.isdigit():
        return Case.DIGITS
    return Case.CAPITAL if word[:1].isupper() else Case.OTHER


class WordPiece:
    """Looks words up in a vocabulary, one piece a line, in the order of its rows."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = tuple(vocabulary)
        self._row = {piece: row for row, piece in enumerate(self.vocabulary)}
        self.opening, self.closing, self.unknown = (self._row[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._longest = max(map(len, self.vocabulary))
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """Rows of the pieces of ``word``: at least one, at most MOST_PIECES."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            rows = [row for part in _parts(word[:LONGEST_WORD]) for row in self._split(part)]
            known = self._known[word] = tuple(rows[:MOST_PIECES]) or (self.unknown,)
        return known

    def _split(self, part: str) -> list[int]:
        rows: list[int] = []
        at = 0
        while at < len(part):
            end = min(len(part), at + self._longest)
            while end > at and (("##" if at else "") + part[at:end]) not in self._row:
                end -= 1
            if end == at:
                return [self.unknown]
            rows.append(self._row[("##" if at else "") + part[at:end]])
            at = end
        return rows


def _parts(word: str) -> Iterator[str]:
    """Runs of letters and digits, and every mark and Chinese character alone, in lower case and without accents."""
    run = ""
    for char in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(char)
        if category == "Mn" or category.startswith("C") or char == "\ufffd":
            continue
        if category[0] in "PSZ" or _is_chinese(char):
            if run:
                yield run
            if category[0] != "Z":
                yield char
            run = ""
        else:
            run += char
    if run:
        yield run


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U0002fa1f"
