"""Plain text: .txt, and whatever no other reader claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document, Extent, Origin
from claimdiff.readers._dates import find_clues, place_of, rank
from claimdiff.readers._decoding import clean, decode
from claimdiff.readers._furniture import find_furniture

SUFFIXES = (".txt", ".text", ".md")

_LINE_END = re.compile(r"\r\n|\n|\r")
_MARKUP = re.compile(r"\s*(?:(?P<html><!doctype html|<html(?:\s+[\w:-]+\s*=|\s*>))|(?P<xml><\?xml\b)|(?P<rtf>\{\\rtf))", re.IGNORECASE)
_MARKUP_NAMES = {"html": "an HTML page", "xml": "an XML file", "rtf": "an RTF file"}
_TITLE_LENGTH = 150
_SENTENCE_END = (".", "!", "?", ":", ";", ",", ".”", '."')


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """Decode a text file.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the text's own.

    Raises:
        ClaimdiffError: it is binary, or holds nothing but white space.
    """
    text, warnings = decode(data, path)
    if not text.strip():
        raise ClaimdiffError("an empty file" if not data else "nothing but white space", path, "name a file that holds an article")
    if markup := _MARKUP.match(text):
        what = _MARKUP_NAMES[markup.lastgroup or "html"]
        raise ClaimdiffError(f"{what}, which claimdiff does not read yet", path, "save the article as plain text")
    return document_of(text, path, published, warnings)


def document_of(text: str, path: str, published: date | None = None, warnings: tuple[str, ...] = ()) -> Document:
    """A Document of text in memory: title, publication date and page furniture are looked for; never raises."""
    text, warnings = clean(text, warnings)
    clues, doubts = find_clues(text)
    day, source, ranked = rank(clues, published)
    return Document(
        path=path,
        text=text,
        title=_title(text, [clue.extent for clue in clues if clue.extent]),
        published=day,
        published_from=source,
        dates=ranked,
        place=place_of(text, ranked),
        origin=Origin("line", _anchors(text)),
        furniture=find_furniture(text, ranked),
        warnings=(*warnings, *doubts),
    )


def _anchors(text: str) -> tuple[tuple[int, int, int], ...]:
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    return tuple((start, line, 1) for line, start in enumerate(starts, start=1))


def _lines(text: str) -> Iterator[str]:
    """The lines of ``text`` with their ends; a form feed or U+2028 ends none."""
    at = 0
    for match in _LINE_END.finditer(text):
        yield text[at : match.end()]
        at = match.end()
    yield text[at:]


def _title(text: str, clues: list[Extent]) -> str | None:
    """The first line that is no date line or byline, if it is short, closes no sentence and a blank line follows."""
    at = 0
    for line in islice(_lines(text), 8):
        start, at = at, at + len(line)
        words = line.strip()
        if not words or words.casefold().startswith(("by ", "updated", "published", "posted")):
            continue
        if any(start <= extent.start < at for extent in clues):
            continue
        alone = not text[at:].strip() or text[at:][:1] in "\r\n"
        return words if alone and len(words) <= _TITLE_LENGTH and not words.endswith(_SENTENCE_END) else None
    return None
