"""Ages: which bare numbers are somebody's ("she was 34", "Ida Holm, 34 was hurt", "she died on Monday at 87"), and whose an age is."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimdiff.extractors._figure import Figure
from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.subject import subject_of

_OLDEST = 120
_NEAR = 2
"""Words from "be" to the number at most: "she was only 34", not "he is 5 ft 2"."""
_LAST_HOUR = 12
"""Up to here a number behind "at" may be the hour: "she died on Friday at 12"."""
_TURNS = frozenset("die kill murder drown perish pass succumb retire marry wed".split())
"""Verbs with which "at" and a number tell how old somebody was."""
_OF_WHOM = frozenset({"of", "from"})
"""What leads on to where somebody lives: "Ida Holm, 44 from Norvane"."""
_SOMEONE = frozenset("he she i who".split())
_PEOPLE = frozenset(
    """man woman boy girl son daughter child brother sister mother father husband wife victim suspect driver baby teenager player pupil singer actor
    actress writer author founder patient""".split(),
)

_STEPS = 6
"""Governors from an age up to whoever is that old."""
_OF_AGE = frozenset({"age", "year", "old", "aged"})
_HYPHENS = frozenset("-‐‑–")


def bearer(number: Span, mentions: Mentions) -> str | None:
    """The canonical name of whoever is so old, None if the parse does not tell a name.

    "Ida Holm, 34," and "34-year-old Ida Holm" hang the number from the name; "she was 34" and "died at the age of 34" from what is said of her.
    """
    beside = _name_beside(number, mentions)
    if beside is not None:
        return beside
    at = number.root
    for _ in range(_STEPS):
        name = mentions.entity(at)
        if name is not None and at.i not in range(number.start, number.end):
            return name
        if any(child.dep_ in labels.COPULA for child in at.children):
            return subject_of(at, mentions)
        if at.pos_ in ("VERB", "AUX") and at.lemma_.casefold() not in _OF_AGE:
            return subject_of(at, mentions) if _is_said_of_subject(number, at) else None
        named = next((child for child in at.children if child.dep_ in labels.APPOSITION and mentions.entity(child)), None)
        if named is not None and at.pos_ == "NOUN" and at.lemma_.casefold() not in _OF_AGE:
            return mentions.entity(named)
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _name_beside(number: Span, mentions: Mentions) -> str | None:
    """The person right behind "34-year-old", or right before ", 34": wherever the parse hangs the number."""
    doc, behind = number.doc, number.end
    while behind < len(doc) and (doc[behind].text in _HYPHENS or doc[behind].lemma_.casefold() in _OF_AGE) and not doc[behind].is_sent_start:
        behind += 1
    if behind > number.end + 1 and behind < len(doc) and doc[behind].ent_type_ == labels.PERSON and not _names_a_sort(doc[behind]):
        return mentions.entity(doc[behind])
    if behind == number.end and number.start >= 2 and doc[number.start - 1].text == "," and doc[number.start - 2].ent_type_ == labels.PERSON:
        return mentions.entity(doc[number.start - 2])
    return None


def _names_a_sort(word: Token) -> bool:
    """Whether a name says only what sort of somebody is meant: "the 34-year-old Norvane native"."""
    return word.dep_ in labels.COMPOUND and word.head.pos_ == "NOUN"


def _is_said_of_subject(number: Span, verb: Token) -> bool:
    """Whether the number hangs from the verb itself, by "at", "aged" or "at the age of"; in "aimed at an 11-year-old girl" it is the girl's."""
    at = next((token for token in (number.root, *number.root.ancestors) if token.head.i == verb.i), number.root)
    own = at.i in range(number.start, number.end) or at.lemma_.casefold() in _OF_AGE
    return own and at.dep_ in labels.OBLIQUE | labels.ADVERBIAL_CLAUSE | labels.ADVERB | labels.OPEN_COMPLEMENT


def is_age(number: Span, figure: Figure) -> bool:
    """Whether the number, which counts no noun, is the age of a person."""
    if len(figure.value) != 1 or not 0 < figure.value[0] <= _OLDEST or figure.step != 1 or figure.number_end != figure.end:
        return False
    root = number.root
    return _is_said(number, root) or _stands_behind_name(number, root) or (figure.value[0] > _LAST_HOUR and _is_when_life_turned(root))


def _is_said(number: Span, root: Token) -> bool:
    """ "She is 34": said of a person, with "be" and no noun."""
    children = list(root.children)
    if not any(child.dep_ in labels.COPULA and 0 < number.start - child.i <= _NEAR for child in children):
        return False
    return any(child.dep_ in labels.SUBJECT and _is_person(child) for child in children)


def _stands_behind_name(number: Span, root: Token) -> bool:
    """ "Ida Holm, 34 was hurt": the name's own, though the comma behind it is left out; in "near Holm, 34 died" it is the verb's."""
    if root.dep_ in labels.FLAT | labels.CONJUNCT or number.start < 2:
        return False
    doc = number.doc
    follower = doc[number.end] if number.end < len(doc) else None
    if follower is not None and follower.pos_ == "ADP" and follower.lower_ not in _OF_WHOM:
        return False  # "one vote for Lena Sand, 13 for Ida Holm"
    if follower is not None and follower.pos_ in ("VERB", "AUX") and any(child.dep_ in labels.CASE for child in root.head.children):
        return False  # "according to Ida Holm, 34 died", wherever the parse hangs the number
    comma, name = doc[number.start - 1], doc[number.start - 2]
    return comma.text == "," and name.ent_type_ == labels.PERSON and root.head.ent_type_ == labels.PERSON and root.head.i <= name.i


def _is_when_life_turned(root: Token) -> bool:
    """ "She died on Monday at 87", "he was killed at 19"."""
    verb = root.head
    if root.dep_ not in labels.OBLIQUE or verb.lemma_.casefold() not in _TURNS:
        return False
    children = list(verb.children)
    return any(child.dep_ in labels.CASE and child.lower_ == "at" for child in root.children) and any(
        child.dep_ in labels.SUBJECT and _is_person(child) for child in children
    )


def _is_person(subject: Token) -> bool:
    return subject.lower_ in _SOMEONE or subject.ent_type_ == labels.PERSON or (subject.lemma_.casefold() in _PEOPLE and subject.tag_ == "NN")
