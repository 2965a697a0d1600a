"""Quotations with a name and a mark but no verb: signed behind by a dash, or labelled before with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimdiff.extractors._sources import Source
from claimdiff.language.mentions import Mentions
from claimdiff.model import Extent

_DASH = re.compile(r"\s{0,4}([―—–]|--)\s{0,2}(?=\w)")
_LABEL = re.compile(r"(?:^|(?<=\n))[ \t]{0,4}(?P<who>[^\W\d_][^\n:“”\"]{1,70}?)(?P<colon>:)\s{1,2}$")
_LABEL_REACH = 80
"""Characters from the start of a line to a quotation that it labels."""

_LONGEST = 90
"""Characters from the dash to the end of the line: a longer line goes on telling."""


def signed(doc: Doc, text: str, quotes: tuple[Extent, ...], mentions: Mentions) -> Iterator[tuple[Token, Source, Extent]]:
    """The dash or colon, the name and the quotation, of every one that is signed behind or labelled before."""
    for quote in quotes:
        label = _labelled(doc, text, quote, mentions)
        if label is not None:
            yield label
            continue
        match = _DASH.match(text, quote.end)
        if match is None or not _ends(text, match.end()):
            continue
        dash = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
        name = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        mention = mentions.at(name[0]) if name is not None and len(name) else None
        if dash is not None and mention is not None and mention.start == name[0].i:
            yield dash[0], Source(mention.start, mention.end, mention.canonical, None, anonymous=False, count=None), quote


def _labelled(doc: Doc, text: str, quote: Extent, mentions: Mentions) -> tuple[Token, Source, Extent] | None:
    """A line that is nothing but a name, with title and office, before the colon."""
    match = _LABEL.search(text, max(0, quote.start - _LABEL_REACH), quote.start)
    colon = doc.char_span(match.start("colon"), match.end("colon"), alignment_mode="expand") if match else None
    who = doc.char_span(match.start("who"), match.end("who"), alignment_mode="expand") if match else None
    if colon is None or who is None or any(token.pos_ in ("VERB", "AUX") for token in who):
        return None
    mention = next(mentions.inside(who.start, who.end), None)
    return (colon[0], Source(who.start, who.end, mention.canonical, None, anonymous=False, count=None), quote) if mention else None


def _ends(text: str, at: int) -> bool:
    """Whether the line ends soon, or another quotation begins on it."""
    line = text[at : at + _LONGEST + 1]
    return "\n" in line or "“" in line or '"' in line or len(line) <= _LONGEST
