"""Who or what a predicate is said of, by name."""

from __future__ import annotations

from spacy.tokens import Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mentions

_FARTHEST = 3
"""Governors up which a shared subject is looked for."""


def subject_of(predicate: Token, mentions: Mentions) -> str | None:
    """The canonical name of the subject of a verb, its own or the one it shares with its governor; None if it has no name."""
    at = predicate
    for _ in range(_FARTHEST):
        subject = next((child for child in at.children if child.dep_ in labels.SUBJECT), None)
        if subject is not None and not _is_relative(subject):
            return mentions.entity(subject)
        if at.dep_ in labels.NOUN_CLAUSE:
            return mentions.entity(at.head)
        if at.dep_ not in labels.SHARING:
            return None
        at = at.head
    return None


def _is_relative(subject: Token) -> bool:
    """ "who", "which" and "that" stand for the noun that the clause belongs to."""
    return subject.tag_ in ("WP", "WDT")
