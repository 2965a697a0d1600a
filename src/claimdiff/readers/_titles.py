"""The headline of a text that does not say which of its lines it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from claimdiff.model import Extent
from claimdiff.readers._sourced import LINE_END

_LENGTH = 150
_SENTENCE_END = (".", "!", "?", ":", ";", ",", ".”", '."')


def _lines(text: str) -> Iterator[str]:
    """The lines of ``text`` with their ends; a form feed or U+2028 ends none."""
    at = 0
    for match in LINE_END.finditer(text):
        yield text[at : match.end()]
        at = match.end()
    yield text[at:]


def title_of(text: str, clues: Sequence[Extent]) -> str | None:
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
        return words if alone and len(words) <= _LENGTH and not words.endswith(_SENTENCE_END) else None
    return None
