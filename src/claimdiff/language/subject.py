"""Who or what a predicate is said of, and what else a verb takes over from the one it is joined to."""

from __future__ import annotations

from spacy.tokens import Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import NEGATIONS, clause_stance

_FARTHEST = 3
"""Governors up which a shared subject is looked for."""

_EITHER = frozenset({"or", "nor"})


def subject_of(predicate: Token, mentions: Mentions) -> str | None:
    """The canonical name of the subject of a verb, its own or the one it shares with its governor; None if it has no name."""
    found = subjects_of(predicate)
    return mentions.entity(found[0]) if found else None


def told_of(predicate: Token, mentions: Mentions) -> str | None:
    """Whom a clause is about: its subject or, where that has no name, the person whom its verb befalls ("the court fined Lind $5,000")."""
    subject = subject_of(predicate, mentions)
    if subject is not None or is_passive(predicate):
        return subject
    befallen = (mentions.at(child) for child in predicate.children if child.dep_ in labels.BEFALLEN)
    return next((mention.canonical for mention in befallen if mention is not None and mention.label == labels.PERSON), None)


def subjects_of(predicate: Token) -> list[Token]:
    """The subject of a verb, its own or the one it shares; more than one where the parse takes an office and a name for two."""
    at = predicate
    for _ in range(_FARTHEST):
        found = own_subjects(at)
        if found and not is_relative(found[0]):
            return found
        if at.dep_ in labels.NOUN_CLAUSE:
            return [at.head]
        if at.dep_ not in labels.SHARING:
            return []
        at = at.head
    return []


def picks_out(predicate: Token, mentions: Mentions) -> bool:
    """Whether the clause tells which of some are meant, rather than something of them: "residents who did not vote"."""
    noun = predicate.head
    if predicate.dep_ not in labels.NOUN_CLAUSE or mentions.entity(noun) or any(mentions.entity(child) for child in noun.children):
        return False
    return "Plur" in noun.morph.get("Number") or noun.pos_ in ("PRON", "NUM", "DET")


def own_subjects(predicate: Token) -> list[Token]:
    """The subjects that hang on the verb itself."""
    return [child for child in predicate.children if child.dep_ in labels.SUBJECT]


def is_relative(word: Token) -> bool:
    """ "who", "which" and "that" stand for the noun that the clause belongs to."""
    return word.tag_ in ("WP", "WDT")


def is_passive(predicate: Token) -> bool:
    """Whether the subject, its own or a shared one, undergoes what the verb tells."""
    at = predicate
    for _ in range(_FARTHEST):
        if any(child.dep_ in labels.PASSIVE_SUBJECT | labels.PASSIVE_AUXILIARY for child in at.children):
            return True
        if at.tag_ != "VBN" or _is_finite(at):
            return False
        if at.dep_ in labels.NOUN_CLAUSE | labels.ADVERBIAL_CLAUSE:
            return True
        if at.dep_ not in labels.CONJUNCT:
            return False
        at = at.head
    return False


def turned(predicate: Token) -> bool | None:
    """Whether the negation of the verb that ``predicate`` is joined to holds for it as well: "did not stop or wait"; None where it may or not."""
    at = predicate
    for _ in range(_FARTHEST):
        if at.dep_ not in labels.CONJUNCT or own_subjects(at):
            return False
        if clause_stance(at.head).polarity == "negated":
            return _is_turned_by(predicate, at.head)
        at = at.head
    return False


def _is_turned_by(predicate: Token, governor: Token) -> bool | None:
    if any(map(_is_negative, own_subjects(governor))):
        return True
    if _is_finite(predicate) or predicate.tag_ != governor.tag_:
        return False
    return True if _leads_choice(governor) else None


def is_one_of_two(predicate: Token) -> bool:
    """Whether the verb is joined to another by "or", so that one of them alone may hold; of "did not stop or wait" both do."""
    if turned(predicate) or any(child.dep_ in labels.CONJUNCT and turned(child) for child in predicate.children):
        return False
    return is_a_choice(predicate)


def is_a_choice(predicate: Token) -> bool:
    """Whether the verb is joined to another by "or"."""
    joined = predicate.dep_ in labels.CONJUNCT and predicate.head.pos_ == predicate.pos_
    return _leads_choice(predicate) or (joined and _leads_choice(predicate.head))


def _leads_choice(first: Token) -> bool:
    others = [child for child in first.children if child.dep_ in labels.CONJUNCT and child.pos_ == first.pos_]
    return any(word.dep_ in labels.COORDINATOR and word.lower_ in _EITHER for other in others for word in other.children)


def _is_finite(predicate: Token) -> bool:
    """Whether it has auxiliaries of its own, or needs none."""
    return predicate.tag_ in ("VBD", "VBZ", "VBP") or any(child.dep_ in labels.AUXILIARY for child in predicate.children)


def _is_negative(noun: Token) -> bool:
    return noun.lower_ in NEGATIONS or any(child.lower_ in NEGATIONS and child.dep_ in labels.DETERMINER for child in noun.children)
