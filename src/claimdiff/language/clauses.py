"""What each clause says, read off the parse: a predicate, who does it, who undergoes it, and whether it is negated."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mentions
from claimdiff.language.stance import NEGATIONS, clause_stance
from claimdiff.language.topic import carries, clause_of
from claimdiff.model import Clause, Extent, Stance

_EMPTY = frozenset(
    """be have do get make take give go come become seem appear remain keep let put say tell think know want need see look feel hear ask talk speak
    use try mean like""".split(),
)
"""Predicates that are said of anything: sharing one says nothing of what is spoken of."""

_OPEN = frozenset({"if", "unless", "whether", "until", "till", "before", "lest", "though", "although", "as", "than", "without"})
"""Marks of clauses that do not say that something is so."""

_QUALIFIED = frozenset(
    """yet still far only just merely simply always necessarily fully entirely longer immediately initially originally first previously alone quite
    exactly really even too enough""".split(),
)
"""With one of these adverbs a negated clause says less than that something is not so, or not for good."""

_SOME = frozenset("all every each both everyone everybody everything else other further more additional".split())
"""With one of these, a negated subject or object leaves room for others: "not all were hurt", "no other was"."""

_LONGEST = 60
"""Characters from the negation to the predicate; what stands farther apart is located by the predicate alone."""


def clauses_of(doc: Doc, mentions: Mentions) -> Iterator[Clause]:
    """The clauses that say something has happened or not, or is so or not; nothing that is only possible, asked or wished."""
    for token in doc:
        if not _is_predicate(token):
            continue
        stance = clause_stance(token)
        words = clause_of(token)
        if stance.modality == "asserted" and not (stance.polarity == "negated" and _is_qualified(token, words)):
            yield _clause(token, words, stance, mentions)


def _is_predicate(token: Token) -> bool:
    """Whether the token heads a clause that tells something."""
    copula = any(child.dep_ in labels.COPULA for child in token.children)
    if (token.pos_ != "VERB" and not copula) or token.lemma_.lower() in _EMPTY or not token.text[:1].isalpha():
        return False
    return not any(_opens(child) for child in token.children)


def _is_qualified(predicate: Token, words: list[Token]) -> bool:
    """Whether a negated clause says less than that something is not so, or says so by two negations."""
    children = list(predicate.children)
    if sum(word.lower_ in NEGATIONS for word in words) > 1:
        return True
    inner = [word for child in children if child.dep_ in labels.SUBJECT | labels.OBJECT for word in [child, *child.children]]
    return any(child.lower_ in _QUALIFIED for child in children) or any(word.lower_ in _SOME for word in inner)


def _opens(child: Token) -> bool:
    """Whether a word of a clause leaves it open: a mark such as "if", "to" before an infinitive, a question word."""
    return (child.dep_ in labels.MARK and child.lower_ in _OPEN) or child.tag_ in ("TO", "WRB")


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
        Extent(predicate.sent.start_char, predicate.sent.end_char),
        f"{lemma} {particle.lower_}" if particle is not None else lemma,
        agent=_called(_child(children, labels.AGENT) if passive else subject, mentions),
        patient=_called(subject if passive else found, mentions),
        names=tuple(sorted(names)),
        near=tuple(sorted(near)),
        stance=stance,
    )


def _child(children: list[Token], relations: frozenset[str]) -> Token | None:
    return next((child for child in children if child.dep_ in relations), None)


def _called(token: Token | None, mentions: Mentions) -> str | None:
    return None if token is None else mentions.entity(token) or token.lemma_.lower()


def _extent(predicate: Token, children: list[Token]) -> Extent:
    """From the first auxiliary, copula or negation to the predicate."""
    words = [child for child in children if child.dep_ in labels.AUXILIARY | labels.COPULA or child.lower_ in NEGATIONS]
    words += [inner for child in children if child.dep_ in labels.SUBJECT | labels.OBJECT for inner in child.children if inner.lower_ in NEGATIONS]
    start = min((word.idx for word in words if word.i < predicate.i), default=predicate.idx)
    end = max(word.idx + len(word) for word in [predicate, *words])
    return Extent(start, end) if end - start <= _LONGEST else Extent(predicate.idx, predicate.idx + len(predicate))
