"""PDF with a text layer: .pdf, less exact than any other format."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from claimdiff.errors import ClaimdiffError
from claimdiff.model import Document
from claimdiff.readers._blocks import Story, document_of
from claimdiff.readers._extras import needed
from claimdiff.readers._sourced import Sourced

SUFFIXES = (".pdf",)

LARGEST = 1_000
"""Pages; no article has so many."""
_REMEDY = "save the article as plain text"
_INEXACT = "read from a PDF, which is less exact: paragraphs and the order of columns are guessed"
_CLOSED = re.compile(r"[.!?…][\"'”’)]*$")
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_COMPOUND = re.compile(
    r"(?i)(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"half|mid|non|anti|ex|post|pre|self|year|week|day|month|hour|man|woman))-$",
)
_BROKEN_END = 0.75
"""Share of the longest line below which a line that closes a sentence is the last of its paragraph."""
_GAP = 1.3
"""Times the distance of two lines that parts paragraphs."""
_FURNITURE = re.compile(r"(?i)(?:page\s+)?\d{1,4}(?:\s+(?:of|/)\s+\d{1,4})?")


def recognises(data: bytes) -> bool:
    """Whether ``data`` begins as a PDF does, a few odd bytes before it forgiven as readers forgive them."""
    return b"%PDF-" in data[:1_024]


def read(data: bytes, path: str, published: date | None = None) -> Document:
    """The text layer, by paragraph number. The file's own dates are those of printing and never used.

    Args:
        data: the whole file.
        path: as the user gave it.
        published: publication date that wins over the text's own.

    Raises:
        ClaimdiffError: pypdf is not installed, or the file is damaged, encrypted, too long or holds no text.
    """
    pypdf: Any = needed("pypdf", "pdf", path)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        refused = _refused(reader)
        pages = [] if refused else [_lines(page) for page in reader.pages]
    except Exception as error:  # whatever a damaged file makes of it, it cannot be read
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise ClaimdiffError(f"a PDF that cannot be read: {reason}", path, _REMEDY) from error
    if refused:
        raise ClaimdiffError(refused, path, _REMEDY)
    paragraphs = [words for page in pages for words in _paragraphs(page)]
    if not paragraphs:
        raise ClaimdiffError("a PDF without a text layer: its pages are pictures", path, "run it through text recognition")
    blocks = tuple(Sourced(words, ((0, number),)) for number, words in enumerate(paragraphs, start=1))
    return document_of(Story(blocks, warnings=(_INEXACT,)), path, published, None)


def _refused(reader: Any) -> str | None:
    """Why a file is not read, None if it is."""
    if reader.is_encrypted and not reader.decrypt(""):
        return "an encrypted PDF"
    return f"a PDF of more than {LARGEST:,} pages" if len(reader.pages) > LARGEST else None


def _lines(page: Any) -> list[str]:
    """The lines of a page, with an empty one where the gap to the next is wider than between the lines of a paragraph."""
    runs: list[tuple[str, float]] = []

    def see(text: str, outer: Sequence[float], inner: Sequence[float], *_: object) -> None:
        if text.strip():
            runs.append((text, outer[1] * inner[4] + outer[3] * inner[5] + outer[5]))

    page.extract_text(visitor_text=see)
    lines: list[str] = []
    heights: list[float] = []
    for text, height in runs:
        for part in text.splitlines(keepends=True):
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += part
            else:
                lines.append(part)
                heights.append(height)
    gaps = [above - below for above, below in pairwise(heights)]
    usual = min((gap for gap in gaps if gap > 1), default=0.0)
    spaced = [[line, ""] if usual and (gap > usual * _GAP or gap < 0) else [line] for line, gap in zip(lines, [*gaps, 0.0], strict=False)]
    return [" ".join(line.split()) for pair in spaced for line in pair]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines put together again: a paragraph ends at a gap, or with a sentence whose line is not full."""
    longest = max(map(len, lines), default=0)
    begun = ""
    for line in lines:
        if _FURNITURE.fullmatch(line):
            continue
        if line:
            begun = _continued(begun, line)
        if begun and (not line or _ends(line, longest)):
            yield begun
            begun = ""
    if begun:
        yield begun


def _continued(begun: str, line: str) -> str:
    """A paragraph with its next line; a word cut at the end of a line is whole again, a compound of numbers keeps its hyphen."""
    if _COMPOUND.search(begun):
        return f"{begun}{line}"
    return f"{_HYPHEN.sub('', begun)}{line}" if _HYPHEN.search(begun) else f"{begun} {line}".strip()


def _ends(line: str, longest: int) -> bool:
    return len(line) < longest * _BROKEN_END and (_CLOSED.search(line) is not None or len(line) < longest / 2)
