"""Bytes of a text file -> text, whatever encoding a newsroom's tools left it in."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from claimdiff.errors import ClaimdiffError

_MULTIBYTE = re.compile(rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 4_096
_BINARY = 0.01
"""Share of NUL bytes above which a file is no text."""
_SIGNATURES = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""What packed files begin with, which may hold few NUL bytes: Word's, OpenOffice's, PDF, Word's before 2007."""
_CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\v\f\r\x1b"})
_NOISE = 0.04
"""Share of control characters above which a file is no text: packed data has 0.1, a message of an old wire has a few."""


def decode(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file without its byte order mark, and a sentence for everything that had to be guessed.

    Args:
        data: the whole file.
        path: its name, for the error.

    Raises:
        ClaimdiffError: the file is binary.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return clean(data.decode("utf-16", "replace"), ())
    if encoding := _wide(data):
        return clean(data.decode(encoding, "replace"), (f"read as {encoding.upper()}, by its zero bytes",))
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if data.startswith(_SIGNATURES) or data.count(0) > len(data) * _BINARY or controls > len(data) * _NOISE:
        raise ClaimdiffError("a binary file, not text", path, "save the article as plain text")
    data = data.removeprefix(BOM_UTF8)
    try:
        return clean(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        if _MULTIBYTE.search(data):
            return clean(data.decode("utf-8", "replace"), ("not all of it is UTF-8: damaged characters are shown as U+FFFD",))
        return clean(data.decode("cp1252", "replace"), ("not UTF-8: read as Windows-1252",))


def clean(text: str, warnings: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Text without NUL and lone surrogates, each replaced by one character so that offsets stay."""
    if "\0" in text:
        text = text.replace("\0", " ")
        warnings = (*warnings, "NUL characters were read as spaces")
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        warnings = (*warnings, "lone surrogates were read as U+FFFD")
    return text, warnings


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None
