"""Quotations signed by a dash: “We were never asked.” — Elena Marsh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimdiff.extractors._sources import Source
from claimdiff.language.mentions import Mentions
from claimdiff.model import Extent

_DASH = re.compile(r"\s{0,4}([―—–]|--)\s{0,2}(?=\w)")
_LONGEST = 90
"""Characters from the dash to the end of the line: a longer line goes on telling."""


def signed(doc: Doc, quotes: tuple[Extent, ...], mentions: Mentions) -> Iterator[tuple[Token, Source, Extent]]:
    """The dash, the name behind it and the quotation before it, of every signed one."""
    for quote in quotes:
        match = _DASH.match(doc.text, quote.end)
        if match is None or not _ends(doc.text, match.end()):
            continue
        dash = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
        name = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        mention = mentions.at(name[0]) if name is not None and len(name) else None
        if dash is not None and mention is not None and mention.start == name[0].i:
            yield dash[0], Source(mention.start, mention.end, mention.canonical, None, anonymous=False, count=None), quote


def _ends(text: str, at: int) -> bool:
    """Whether the line ends soon, or another quotation begins on it."""
    line = text[at : at + _LONGEST + 1]
    return "\n" in line or "“" in line or '"' in line or len(line) <= _LONGEST
