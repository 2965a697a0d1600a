"""Word files: .docx, tracked changes read as accepted."""

from __future__ import annotations

from datetime import date

from claimdiff.model import Document
from claimdiff.readers._docx import read_word

SUFFIXES = (".docx", ".docm", ".dotx")

_ZIP = b"PK\x03\x04"


def recognises(data: bytes) -> bool:
    """Whether ``data`` is a zip file with the parts of a Word file."""
    return data.startswith(_ZIP) and b"word/" in data


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """Text, tables, text boxes, then footnotes, by paragraph number. Comments are no part of the article.

    A Word file tells no date of publication but in its text: its properties are those of its template and of saving.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the text's own.

    Raises:
        ClaimdiffError: it is no Word file, or a damaged or hostile one, or holds no text.
    """
    return read_word(data, path, published, original=False)
