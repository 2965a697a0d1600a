"""Places in the source file, as the formats for machines want them: relative paths, URIs, regions."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from urllib.parse import quote

from claimdiff.model import Document, Location
from claimdiff.reports._escape import named, paired

_HERE = re.compile(r"^(?:\./+)+(?=.)")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns of the source file, 1-based; the end column is one past the last character. Columns count code points."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(location: Location) -> Region | None:
    """Where the words stand in the source file; None where it has no lines (a word-processor file has paragraphs)."""
    origin = location.document.origin
    if origin.unit != "line":
        return None
    line, column = origin.place(location.start)
    if location.end <= location.start:
        return Region(line, column, line, column)
    # One past the last character, not the place of the next one: that may stand in another line, or behind a tag.
    end_line, last = origin.place(location.end - 1)
    return Region(line, column, end_line, last + 1)


def label(location: Location) -> str:
    """The place as a reader sees it: "a.txt:3:11", or "a.docx, paragraph 3"."""
    between = ":" if location.document.origin.unit == "line" else ", "
    return f"{named(location.path)}{between}{place_in(location.document, location.start)}"


def place_in(document: Document, offset: int) -> str:
    """The place inside an article: "3:11", or "paragraph 3" where its file has no lines."""
    line, column = document.origin.place(offset)
    return f"{line}:{column}" if document.origin.unit == "line" else f"paragraph {line}"


def slashed(path: str) -> str:
    """The path as given, with ``/`` and without a leading ``./``; may hold whatever a file name may hold."""
    return _HERE.sub("", path.replace(os.sep, "/"))


def relative(path: str) -> str:
    """``slashed`` for a string of JSON: bytes that are no UTF-8 are spelled."""
    return paired(slashed(path))


def uri(path: str) -> str:
    """The path as a URI reference (RFC 3986): relative as given, ``file:`` if it is absolute."""
    given = slashed(path)
    encoded = quote(_bytes(given))
    if os.sep == "\\" and given[1:3] == ":/":
        return f"file:///{given[0]}:{encoded[4:]}"
    return f"file://{encoded}" if given.startswith("/") else encoded


def _bytes(path: str) -> bytes:
    """The bytes of a file name; Python decodes those that are no UTF-8 to surrogates."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")
