"""Nouns of which a clause says that there are some or none: "there were no casualties", "no injuries were reported", "police made two arrests"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimdiff.language import labels
from claimdiff.language.stance import NEGATIONS
from claimdiff.language.subject import is_passive, own_subjects

_OUTCOMES = frozenset("casualty injury death fatality damage arrest survivor victim dead injured wounded killed".split())
"""What an event may have brought about; "reported" and "made" of these tells that there were any."""

MENTIONS = frozenset("report word sign indication news confirmation".split())
"""There are reports of what there is."""

_MEETING = frozenset("report record register confirm make".split())
"""Verbs that tell of an outcome no more than that it came to be."""


def existing(predicate: Token) -> Iterator[Token]:
    """The nouns that the clause which ``predicate`` heads says there are, or are not."""
    if predicate.lemma_.lower() == "be" and any(child.dep_ in labels.EXPLETIVE for child in predicate.children):
        for subject in own_subjects(predicate):
            yield from _and_joined(_mentioned(subject))
    elif predicate.lemma_.lower() in _MEETING:
        relations = labels.SUBJECT if is_passive(predicate) else labels.OBJECT
        for noun in (child for child in predicate.children if child.dep_ in relations):
            yield from (word for word in _and_joined(_mentioned(noun)) if is_outcome(word))


def is_outcome(noun: Token) -> bool:
    """Whether it names what an event may have brought about."""
    return noun.lemma_.lower() in _OUTCOMES or noun.lower_ in _OUTCOMES


def limits_of(noun: Token) -> frozenset[str]:
    """The adjectives of a noun, and of the reports of it: "serious injuries" are not all that there may be."""
    above = noun.head if noun.dep_ in labels.NOUN_MODIFIER else noun
    words = {*noun.children, *above.children}
    return frozenset(word.lower_ for word in words if word.dep_ in labels.EPITHET and word.lower_ not in NEGATIONS)


def _mentioned(noun: Token) -> Token:
    """What the reports are of."""
    if noun.lemma_.lower() not in MENTIONS:
        return noun
    return next((child for child in noun.children if child.dep_ in labels.NOUN_MODIFIER and is_outcome(child)), noun)


def _and_joined(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (child for child in noun.children if child.dep_ in labels.CONJUNCT and is_outcome(child))
