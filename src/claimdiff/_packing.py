"""Articles as JSON and back without loss, and without the article's words.

A word or phrase that stands in the text is kept as the place where it stands, and read from the text again: what is kept tells little to
whoever has not got the article. What stands nowhere in the text (lemmas, ISO dates, units) is kept as it is, word by word, never a phrase.

Records are arrays of a letter and the values of their fields in order, so that a new field is kept without a line here.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from sys import byteorder
from typing import Any

from claimdiff.model import Article, Claim, Clause, Document, Extent, Holder, Ordinal, Quantity, Skipped, Stance, Statement, Topic, When

_RECORDS: dict[str, type] = {
    "C": Claim, "E": Extent, "H": Holder, "K": Skipped, "L": Clause, "O": Ordinal, "P": Stance, "Q": Quantity, "S": Statement, "T": Topic, "W": When,
}  # fmt: skip
_LISTS = ("claims", "skipped", "clauses", "holders", "ordinals")
"""Fields of an article that hold records."""

_LETTERS = {record: letter for letter, record in _RECORDS.items()}
_SCALE = 10_000
"""Vectors of meaning are rounded to four places, which fit into 16 bits."""
_SHORTEST = 8
"""Numbers from which a tuple of floats is packed as a vector."""


def pack(article: Article) -> dict[str, Any]:
    """The claims of an article, and what was skipped, as JSON values."""
    packer = _Packer(article.document)
    records = {name: [packer.value(record) for record in getattr(article, name)] for name in _LISTS}
    names = [[name.start, name.end] for name in article.names]
    return {"pipeline": article.pipeline, **records, "names": names, "vectors": packer.vectors}


def unpack(packed: dict[str, Any], document: Document) -> Article:
    """The article that ``pack`` made this of.

    Args:
        packed: what ``pack`` returned.
        document: the same document, read again.

    Raises:
        Exception: whatever comes of values that ``pack`` did not make.
    """
    unpacker = _Unpacker(document, packed["vectors"])
    records = {name: tuple(map(unpacker.value, packed[name])) for name in _LISTS}
    return Article(document, **records, pipeline=packed["pipeline"], names=tuple(Extent(*name) for name in packed["names"]))


class _Packer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._small = document.text.lower()
        self._known: dict[tuple[float, ...], list[Any] | None] = {}
        self._places: dict[str, Any] = {}
        self.vectors: list[str] = []

    def value(self, value: Any) -> Any:
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, tuple):
            return self._vector(value) or ["(", *map(self.value, value)]
        if isinstance(value, Decimal):
            return ["d", str(value)]
        if isinstance(value, datetime):
            return ["t", value.isoformat()]
        if isinstance(value, Document):
            return ["D"]
        return [_LETTERS[type(value)], *(self.value(getattr(value, name)) for name in type(value).__dataclass_fields__)]

    def _text(self, text: str) -> Any:
        if text not in self._places:
            self._places[text] = self._placed(text)
        return self._places[text]

    def _placed(self, text: str) -> Any:
        # Lemmas are in small letters, names in the text are not.
        for letter, searched, read in (("@", self._document.text, str), ("l", self._small, str.lower)):
            start = searched.find(text)
            if start >= 0 and read(self._document.text[start : start + len(text)]) == text:
                return [letter, start, start + len(text)]
        words = text.split(" ")
        return ["+", *map(self._text, words)] if len(words) > 1 else text

    def _vector(self, numbers: tuple[Any, ...]) -> list[Any] | None:
        """A vector as the number of its row, None if the tuple is none or would not come back the same."""
        if len(numbers) < _SHORTEST or not all(isinstance(number, float) for number in numbers):
            return None
        if numbers not in self._known:
            self._known[numbers] = self._row(numbers)
        return self._known[numbers]

    def _row(self, numbers: tuple[float, ...]) -> list[Any] | None:
        if not all(abs(number) <= 3 for number in numbers):
            return None
        row = array("h", (round(number * _SCALE) for number in numbers))
        if _numbers(row) != numbers:
            return None
        if byteorder == "big":
            row.byteswap()
        self.vectors.append(b64encode(row.tobytes()).decode("ascii"))
        return ["v", len(self.vectors) - 1]


class _Unpacker:
    def __init__(self, document: Document, vectors: list[str]) -> None:
        self._document = document
        self._vectors = [_read_row(row) for row in vectors]
        self._makers: dict[str, Callable[..., Any]] = {
            **_RECORDS,
            "(": lambda *parts: parts,
            "@": lambda start, end: document.text[start:end],
            "l": lambda start, end: document.text[start:end].lower(),
            "+": lambda *words: " ".join(words),
            "d": Decimal,
            "t": datetime.fromisoformat,
            "v": self._vectors.__getitem__,
            "D": lambda: document,
        }

    def value(self, packed: Any) -> Any:
        if type(packed) is not list:
            return packed
        return self._makers[packed[0]](*[self.value(part) if type(part) is list else part for part in packed[1:]])


def _read_row(row: str) -> tuple[float, ...]:
    numbers = array("h")
    numbers.frombytes(b64decode(row))
    if byteorder == "big":
        numbers.byteswap()
    return _numbers(numbers)


def _numbers(row: array[int]) -> tuple[float, ...]:
    return tuple([number / _SCALE for number in row])
