"""Word files as they were before their tracked changes; only where asked for by name."""

from __future__ import annotations

from datetime import date

from claimdiff.model import Document
from claimdiff.readers._docx import read_word

SUFFIXES = ()


def recognises(data: bytes) -> bool:  # noqa: ARG001 - the readers' signature
    """Never: what is meant by a Word file is its text with the changes."""
    return False


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """As the word reader, but with tracked changes undone; raises ClaimdiffError as it does."""
    return read_word(data, path, published, original=True)
