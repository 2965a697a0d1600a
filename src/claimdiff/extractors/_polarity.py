"""What a cue does with its content once its negations are counted: "did not deny", "nobody confirmed", "has yet to say"."""

from __future__ import annotations

from spacy.tokens import Token

from claimdiff.language import labels
from claimdiff.language.stance import NEGATIONS
from claimdiff.model import StatementPolarity
from claimdiff.values.cues import AVOIDING, FLIPPED, Cue, inflections

_NOBODY = frozenset({"nobody", "none", "neither"})


def polarity_of(token: Token, cue: Cue) -> StatementPolarity:
    """The polarity of ``cue`` at ``token``: an odd number of negations turns it round, two cancel out."""
    if _is_neither_nor(token):
        return "withholds"
    if cue.lemma in ("refuse", "decline"):
        # To refuse is to negate already.
        return "asserts" if _negations(token) % 2 else "withholds"
    return FLIPPED.get(cue.polarity, cue.polarity) if (_negations(token) + _is_avoided(token)) % 2 else cue.polarity


def _negations(verb: Token) -> int:
    """Negations of the verb itself and of its subject ("no official confirmed")."""
    found = sum(child.lower_ in NEGATIONS and child.dep_ not in labels.SUBJECT for child in verb.children)
    subjects = [child for child in verb.children if child.dep_ in labels.SUBJECT]
    found += any(s.lower_ in _NOBODY or any(inner.lower_ in ("no", "neither", "none") for inner in s.children) for s in subjects)
    if not found and verb.dep_ in labels.CONJUNCT and not subjects and not _begins_anew(verb):
        return _negations(verb.head) if verb.head.pos_ in ("VERB", "AUX") else 0
    return int(found)


def _begins_anew(verb: Token) -> bool:
    """Whether a conjoined verb has left the negation of the first behind: "did not deny but said", an auxiliary of its own."""
    return any(child.lower_ in ("but", "and", "yet") or child.dep_ in labels.AUXILIARY for child in verb.children)


def _is_neither_nor(verb: Token) -> bool:
    """ "neither confirmed nor denied": the second of two is no less unsaid for being a denial."""
    own = {child.lower_ for child in verb.children}
    if verb.dep_ in labels.CONJUNCT:
        return "nor" in own or any(child.lower_ == "neither" for child in verb.head.children)
    return "neither" in own and any(child.dep_ in labels.CONJUNCT for child in verb.children)


def _is_avoided(verb: Token) -> bool:
    """Whether a cue is what somebody refuses, fails or has yet to say."""
    governor = verb.head
    if verb.dep_ not in labels.OPEN_COMPLEMENT | labels.ADVERBIAL_CLAUSE | labels.CLAUSAL_COMPLEMENT or governor is verb:
        return False
    has_to = any(child.lower_ in ("to", "of") for child in verb.children) or verb.dep_ in labels.OPEN_COMPLEMENT
    avoided = inflections().get(governor.lower_) in AVOIDING and has_to
    return (avoided or any(child.lower_ == "yet" for child in (*governor.children, governor))) and not _negations(governor) % 2
