"""Plain text: .txt, and whatever no other reader claims."""

from __future__ import annotations

import re
from datetime import date

from claimdiff.errors import ClaimdiffError
from claimdiff.family import READERS
from claimdiff.model import Document, Origin
from claimdiff.readers._dates import find_clues, place_of, rank
from claimdiff.readers._decoding import clean, decode
from claimdiff.readers._furniture import find_furniture
from claimdiff.readers._sourced import line_starts
from claimdiff.readers._titles import title_of

SUFFIXES = (".txt", ".text")

_MARKUP = re.compile(
    r"\s*(?:(?P<html><!doctype html|<html(?:\s+[\w:-]+\s*=|\s*>)|<(?:p|div|article|section|main|head|body|h1)(?:\s+[\w:-]+\s*=|\s*>))"
    r"|(?P<xml><\?xml\b)|(?P<rtf>\{\\rtf)|(?P<json>\{\s*\"[^\"\n]{1,80}\"\s*:|\[\s*\{\s*\")"
    r"|(?P<warc>WARC/\d)|(?P<mime>(?:From [^\n]*\n)?(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    r"Content-(?:Type:\s*multipart/|Transfer-Encoding:\s*(?:base64|quoted-printable))))",
    re.IGNORECASE,
)
_READ_BY_NONE = ("warc", "mime")
_MARKUP_NAMES = {
    "html": "an HTML page",
    "xml": "an XML file",
    "rtf": "an RTF file",
    "json": "a JSON file",
    "warc": "a web archive (WARC)",
    "mime": "an e-mail or web archive in parts (MIME)",
}


def recognises(data: bytes) -> bool:  # noqa: ARG001 - the readers' signature
    """Never: plain text is what nothing else claims."""
    return False


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """Decode a text file.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the text's own.

    Raises:
        ClaimdiffError: it is binary, holds nothing but white space, or is of another format.
    """
    text, warnings = decode(data, path)
    if not text.strip():
        raise ClaimdiffError("an empty file" if not data else "nothing but white space", path, "name a file that holds an article")
    if markup := _MARKUP.match(text):
        kind, known = markup.lastgroup or "html", ", ".join(name for name in READERS.names() if name != "text")
        remedy = "save the article as plain text" if kind in _READ_BY_NONE else f"name its --input-format ({known}) or save it as plain text"
        raise ClaimdiffError(f"{_MARKUP_NAMES[kind]} of no kind that claimdiff reads", path, remedy)
    return document_of(text, path, published, warnings)


def document_of(text: str, path: str, published: date | None = None, warnings: tuple[str, ...] = ()) -> Document:
    """A Document of text in memory: title, publication date and page furniture are looked for; never raises."""
    text, warnings = clean(text, warnings)
    clues, doubts = find_clues(text)
    day, source, ranked = rank(clues, published)
    return Document(
        path=path,
        text=text,
        title=title_of(text, [clue.extent for clue in clues if clue.extent]),
        published=day,
        published_from=source,
        dates=ranked,
        place=place_of(text, ranked),
        origin=Origin("line", _anchors(text)),
        furniture=find_furniture(text, ranked),
        warnings=(*warnings, *doubts),
    )


def _anchors(text: str) -> tuple[tuple[int, int, int], ...]:
    return tuple((start, line, 1) for line, start in enumerate(line_starts(text), start=1))
