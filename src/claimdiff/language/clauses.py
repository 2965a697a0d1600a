"""What each clause says, read off the parse: a predicate, who does it, who undergoes it, and whether it is negated."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.language.assertions import is_asserted, is_qualified
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import NEGATIONS, clause_stance
from claimdiff.language.topic import carries, clause_of, trimmed
from claimdiff.model import Clause, Extent, Stance

_EMPTY = frozenset(
    """be have do get make take give go come become seem appear remain keep let put say tell think know want need see look feel hear ask talk speak
    use try mean like""".split(),
)
"""Predicates that are said of anything: sharing one says nothing of what is spoken of."""

_PARTING = frozenset("for against with without from to into onto toward towards off by under over after before".split())
"""Prepositions that tell apart what is else alike: who sailed to a town did not sail from it."""

_LONGEST = 60
"""Characters from the negation to the predicate; what stands farther apart is located by the predicate alone."""


def clauses_of(doc: Doc, mentions: Mentions) -> Iterator[Clause]:
    """The clauses that say something has happened or not, or is so or not; nothing that is only possible, asked or wished."""
    for token in doc:
        if not _is_predicate(token) or not is_asserted(token):
            continue
        stance = clause_stance(token)
        words = clause_of(token)
        if stance.modality == "asserted" and not (stance.polarity == "negated" and is_qualified(token, words)):
            yield _clause(token, words, stance, mentions)


def _is_predicate(token: Token) -> bool:
    """Whether the token heads a clause that tells something."""
    copula = any(child.dep_ in labels.COPULA for child in token.children)
    return (token.pos_ == "VERB" or copula) and token.lemma_.lower() not in _EMPTY and token.text[:1].isalpha()


def _clause(predicate: Token, words: list[Token], stance: Stance, mentions: Mentions) -> Clause:
    children = list(predicate.children)
    names = {mention.canonical for word in words if (mention := mentions.at(word))}
    near = {w.lemma_.lower() for w in words if w is not predicate and carries(w) and not mentions.at(w) and w.lower_ not in NEGATIONS}
    subject, found = _child(children, labels.SUBJECT), _child(children, labels.OBJECT)
    passive = any(child.dep_ in labels.PASSIVE_SUBJECT | labels.PASSIVE_AUXILIARY for child in children)
    particle = _child(children, labels.PARTICLE)
    lemma = predicate.lemma_.lower()
    return Clause(
        _extent(predicate, children),
        trimmed(predicate.sent),
        f"{lemma} {particle.lower_}" if particle is not None else lemma,
        agent=_called(_child(children, labels.AGENT) if passive else subject, mentions),
        patient=_called(subject if passive else found, mentions),
        names=tuple(sorted(names)),
        near=tuple(sorted(near)),
        numbers=tuple(sorted(set(_numbers(children)))),
        ways=tuple(sorted(_ways(children, mentions))),
        stance=stance,
    )


def _child(children: list[Token], relations: frozenset[str]) -> Token | None:
    return next((child for child in children if child.dep_ in relations), None)


def _called(token: Token | None, mentions: Mentions) -> str | None:
    """The name or the lemma; None for pronouns and figures that stand for nobody known."""
    if token is None:
        return None
    return mentions.entity(token) or (None if token.pos_ in ("PRON", "NUM", "DET") else token.lemma_.lower())


def _numbers(children: list[Token]) -> Iterator[str]:
    """How many or which of the things named there are, in small letters; not how old somebody is."""
    for child in children:
        if child.dep_ in labels.SUBJECT | labels.OBJECT | labels.OBLIQUE and child.pos_ != "PROPN":
            yield from (word.lower_ for word in child.children if word.dep_ in labels.NUMERAL or "Ord" in word.morph.get("NumType"))


def _ways(children: list[Token], mentions: Mentions) -> Iterator[str]:
    """The prepositions that part, each with what stands behind it: "for bill", "to Lorn"."""
    for child in children:
        if child.dep_ in labels.OBLIQUE:
            yield from (
                f"{word.lower_} {_called(child, mentions)}" for word in child.children if word.dep_ in labels.CASE and word.lower_ in _PARTING
            )


def _extent(predicate: Token, children: list[Token]) -> Extent:
    """From the first auxiliary, copula or negation to the predicate."""
    words = [child for child in children if child.dep_ in labels.AUXILIARY | labels.COPULA or child.lower_ in NEGATIONS]
    words += [inner for child in children if child.dep_ in labels.SUBJECT | labels.OBJECT for inner in child.children if inner.lower_ in NEGATIONS]
    start = min((word.idx for word in words if word.i < predicate.i), default=predicate.idx)
    end = max(word.idx + len(word) for word in [predicate, *words])
    return Extent(start, end) if end - start <= _LONGEST else Extent(predicate.idx, predicate.idx + len(predicate))
