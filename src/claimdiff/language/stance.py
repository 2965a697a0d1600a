"""How a clause is put forward: negated, planned, possible, hedged. Attribution is added later, in pipeline.extract."""

from __future__ import annotations

from spacy.tokens import Token

from claimdiff.language import labels
from claimdiff.model import Modality, Stance

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "without"})
POSSIBLE = frozenset({"could", "may", "might", "would", "should", "can", "ca"})
_BINDING = frozenset({"must", "ought", "need"})
PLANNED = frozenset({"will", "shall", "'ll", "wo"})
PLANNING = frozenset("plan expect intend schedule reschedule slate hope aim promise vow propose set want seek".split())
_DELAYING = frozenset({"postpone", "adjourn", "delay", "reschedule"})
_AHEAD = frozenset({"loom", "await"})
_UNTIL = frozenset({"until", "till", "to"})
_OUTSIDE = (labels.CLAUSES - labels.OPEN_COMPLEMENT) | labels.COORDINATOR
_IS = frozenset({"is", "are", "was", "were", "'s", "'re"})
HEDGES = frozenset(
    """suspected alleged allegedly reportedly reported apparently apparent presumed supposedly purported purportedly likely possibly
    possible probably perhaps so-called believed thought feared unconfirmed""".split(),
)


def predicate_of(token: Token) -> Token:
    """The verb (or predicate noun) that governs ``token``; the token itself if nothing does."""
    at = token
    for _ in range(12):
        if at.pos_ in ("VERB", "AUX") or at.head is at:
            return at
        if at.i != token.i and any(child.dep_ in labels.COPULA for child in at.children):
            return at
        at = at.head
    return at


def own_stance(token: Token) -> Stance:
    """Polarity, modality and hedges of the clause around ``token``; no sources."""
    predicate = predicate_of(token)
    around = list(predicate.children)
    negated = any(child.lower_ in NEGATIONS for child in around) or any(child.lower_ in ("no", "not", "zero") for child in token.children)
    hedges = {t.i: t.lower_ for t in [*token.children, *token.head.children, *around, predicate] if t.lower_ in HEDGES}
    return Stance(
        polarity="negated" if negated else "affirmed",
        modality=_modality(predicate, around),
        hedges=tuple(dict.fromkeys(hedges[i] for i in sorted(hedges))),
    )


def clause_stance(head: Token) -> Stance:
    """The stance of the clause or noun phrase that ``head`` heads, whatever stands above it: two negations in it cancel out."""
    around = list(head.children)
    negations = sum(_negates(child) for child in around)
    hedges = [t.lower_ for t in [*around, head] if t.lower_ in HEDGES]
    modality = "planned" if head.pos_ == "VERB" and _plans(head) else _modality(head, around)
    return Stance(
        polarity="negated" if negations % 2 else "affirmed",
        modality=modality,
        hedges=tuple(dict.fromkeys(hedges)),
    )


def _negates(child: Token) -> bool:
    """Whether a word of a clause, or the determiner of its subject or object, turns it round."""
    if child.dep_ in _OUTSIDE:
        return False
    if child.lower_ == "no" and child.dep_ not in labels.DETERMINER:
        return False  # "shaking his head no"
    return child.lower_ in NEGATIONS or any(inner.lower_ in ("no", "neither") and inner.dep_ in labels.DETERMINER for inner in child.children)


def told_modality(head: Token, modality: Modality) -> Modality:
    """How a clause put forward as ``modality`` is told, if that somebody plans or expects a thing is itself what is told."""
    if any(child.lower_ in _BINDING and child.dep_ in labels.AUXILIARY for child in head.children):
        return "possible"
    if modality != "planned" or not _plans(head):
        return modality
    auxiliaries = {child.lower_ for child in head.children if child.dep_ in labels.AUXILIARY}
    governed = head.dep_ in labels.OPEN_COMPLEMENT and _plans(head.head)
    return "planned" if auxiliaries & PLANNED or governed else "possible" if auxiliaries & POSSIBLE else "asserted"


def _plans(verb: Token) -> bool:
    """Whether it tells of a plan; "set" does only where something is set for a time or to happen: fires and records are set."""
    lemma = verb.lemma_.casefold()
    if lemma != "set":
        return lemma in PLANNING
    children = list(verb.children)
    ahead = any(inner.dep_ in labels.CASE and inner.lower_ == "for" for child in children if child.dep_ in labels.OBLIQUE for inner in child.children)
    return ahead or any(child.dep_ in labels.OPEN_COMPLEMENT for child in children)


def planned_event(verb: Token) -> Token | None:
    """What is planned, where a noun says it: the trial, of "the trial is set for June 17"; None for any other verb."""
    if verb.pos_ not in ("VERB", "ADJ") or not _plans(verb) or not any(child.dep_ in labels.FIXING for child in verb.children):
        return None
    return next((child for child in verb.children if child.dep_ in labels.PASSIVE_SUBJECT and child.pos_ == "NOUN"), None)


def _modality(predicate: Token, around: list[Token]) -> Modality:
    auxiliaries = {child.lower_ for child in around if child.dep_ in labels.AUXILIARY}
    if auxiliaries & PLANNED:
        return "planned"
    if auxiliaries & POSSIBLE:
        return "possible"
    if _is_to_be(around) or _is_ahead(predicate):
        return "planned"
    if _plans(predicate) and any(child.dep_ in labels.FIXING for child in around):
        return "planned"
    governor = predicate.head
    if predicate.dep_ in labels.OPEN_COMPLEMENT and _plans(governor):
        return "planned"
    return "asserted"


def _is_ahead(predicate: Token) -> bool:
    """Whether what is dated is still to come: "the playoff looming on Sunday", "the hearing was postponed until Monday"."""
    lemma = predicate.lemma_.casefold()
    return lemma in _AHEAD or (lemma in _DELAYING and any(word.lower_ in _UNTIL for child in predicate.children for word in child.children))


def _is_to_be(around: list[Token]) -> bool:
    """ "He is to be sentenced", "the trial was due to begin": a form of "be" and "to" before one verb."""
    own = {child.lower_ for child in around if child.dep_ in labels.HELPER | labels.MARKING}
    return bool(own & {"to", "due"}) and bool(own & _IS)
