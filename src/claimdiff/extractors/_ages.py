"""A bare number that is somebody's age: "she was 34", "he will be 60 in May"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimdiff.extractors._figure import Figure
from claimdiff.language import labels

_OLDEST = 120
_NEAR = 2
"""Words from "be" to the number at most: "she was only 34", not "he is 5 ft 2"."""
_SOMEONE = frozenset("he she i who".split())
_PEOPLE = frozenset(
    """man woman boy girl son daughter child brother sister mother father husband wife victim suspect driver baby teenager player pupil singer actor
    actress writer author founder patient""".split(),
)


def is_age_of_someone(number: Span, figure: Figure) -> bool:
    """Whether the number is said of a person, with "be" and no noun."""
    root = number.root
    if len(figure.value) != 1 or not 0 < figure.value[0] <= _OLDEST or figure.step != 1 or figure.number_end != figure.end:
        return False
    children = list(root.children)
    if not any(child.dep_ in labels.COPULA and 0 < number.start - child.i <= _NEAR for child in children):
        return False
    return any(child.dep_ in labels.SUBJECT and _is_person(child) for child in children)


def _is_person(subject: Token) -> bool:
    return subject.lower_ in _SOMEONE or subject.ent_type_ == labels.PERSON or (subject.lemma_.casefold() in _PEOPLE and subject.tag_ == "NN")
