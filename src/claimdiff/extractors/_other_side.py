"""Whose the second of two figures is that are set against each other: "178 punches to 18 for Brandt"."""

from __future__ import annotations

from spacy.tokens import Span

from claimdiff.language.mentions import Mentions

_AGAINST = frozenset({"to", "with", "against", "versus", "vs", "vs."})
_ROUNDLY = frozenset({"just", "only", "about", "some", "nearly", "almost"})


def other_side(number: Span, end: int, mentions: Mentions) -> str | None:
    """The canonical name behind "for", where the ``number``, whose claim ends at offset ``end``, is set against another; else None."""
    doc, before = number.doc, number.start - 1
    if before > 0 and doc[before].lower_ in _ROUNDLY:
        before -= 1
    if before < 0 or doc[before].lower_ not in _AGAINST:
        return None
    behind = number.end
    while behind < len(doc) and doc[behind].idx < end:
        behind += 1
    if behind + 1 >= len(doc) or doc[behind].lower_ != "for":
        return None
    mention = mentions.at(doc[behind + 1 + (doc[behind + 1].lower_ == "the" and behind + 2 < len(doc))])
    return mention.canonical if mention is not None else None
