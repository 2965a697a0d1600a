"""Whether a clause says that something is so: no question, order or condition, and nothing that is only feared, claimed or untrue."""

from __future__ import annotations

from spacy.tokens import Token

from claimdiff.language import labels
from claimdiff.language.stance import NEGATIONS

_OPEN = frozenset({"if", "unless", "whether", "until", "till", "before", "lest", "though", "although", "as", "than", "without"})
"""Marks of clauses that do not say that something is so."""

_REPORTING = frozenset("say tell announce state confirm report add write declare explain note reveal show find rule".split())
"""Verbs behind which a clause is put forward as true; not "fear", "claim" or "pretend"."""

_QUALIFYING = frozenset(
    """yet still far only just merely simply always longer first alone quite even too enough again""".split(),
)
"""With one of these adverbs, or one in -ly, a negated clause says less than that something is not so, or not for good."""

_SOME = frozenset("all every each both everyone everybody everything else other further more additional".split())
"""With one of these, a negated subject or object leaves room for others: "not all were hurt", "no other was"."""

_UNTIL = frozenset({"until", "till", "before", "unless", "without"})
"""What is "not … until noon" is so from noon on."""

_CLOSING = frozenset("\"'”’»)]")
_STEPS = 12


def is_asserted(predicate: Token) -> bool:
    """Whether the clause that ``predicate`` heads is put forward as true, by itself and by all that stands above it."""
    return not (_is_question(predicate) or _is_inverted(predicate) or _is_bare(predicate)) and _holds(predicate)


def is_qualified(predicate: Token, words: list[Token]) -> bool:
    """Whether a negated clause, whose words are ``words``, says less than that something is not so, or says so by two negations."""
    if sum(word.lower_ in NEGATIONS for word in words) > 1 or any(map(_limits, predicate.subtree)):
        return True
    children = list(predicate.children)
    inner = [word for child in children if child.dep_ in labels.SUBJECT | labels.OBJECT for word in [child, *child.children]]
    return any(map(_qualifies, children)) or any(word.lower_ in _SOME for word in inner)


def _limits(word: Token) -> bool:
    """Whether it says until when, or since what deed, something was not so: "has not worked since leaving the club"."""
    return word.lower_ in _UNTIL or (word.lower_ == "since" and word.head.pos_ in ("VERB", "AUX"))


def _qualifies(child: Token) -> bool:
    return child.lower_ in _QUALIFYING or (child.dep_ in labels.ADVERB and child.lower_.endswith("ly"))


def _is_question(predicate: Token) -> bool:
    sent = predicate.sent
    last = next((token for token in reversed(sent) if not token.is_space and token.text not in _CLOSING), predicate)
    return last.text.endswith("?")


def _is_inverted(predicate: Token) -> bool:
    """Whether an auxiliary stands before the subject: "was it insured", "had the alarm not sounded"."""
    subject = next((child for child in predicate.children if child.dep_ in labels.SUBJECT), None)
    helpers = labels.AUXILIARY | labels.COPULA
    return subject is not None and any(child.dep_ in helpers and child.i < subject.i for child in predicate.children)


def _is_bare(predicate: Token) -> bool:
    """Whether it is a form that tells nothing by itself: an order ("do not drink"), the second of two infinitives, "for not paying"."""
    children = list(predicate.children)
    if predicate.tag_ == "VBG":
        return any(child.dep_ in labels.MARK | labels.CASE for child in children)
    helped = any(child.dep_ in labels.AUXILIARY for child in children) and any(child.dep_ in labels.SUBJECT for child in children)
    return predicate.tag_ == "VB" and not helped


def _holds(predicate: Token) -> bool:
    """Whether nothing from the clause up to the root leaves it open."""
    at = predicate
    for _ in range(_STEPS):
        if any(_opens(child) for child in at.children):
            return False
        if at.dep_ == labels.ROOT:
            return True
        if at.dep_ in labels.COMPLEMENT | labels.CLAUSAL_SUBJECT and not _reports(at.head):
            return False
        if at.dep_ in labels.NOUN_CLAUSE - labels.RELATIVE_CLAUSE and any(child.dep_ in labels.MARK for child in at.children):
            return False
        at = at.head
    return False


def _reports(governor: Token) -> bool:
    return governor.lemma_.lower() in _REPORTING and not any(child.lower_ in NEGATIONS for child in governor.children)


def _opens(child: Token) -> bool:
    """Whether a word of a clause leaves it open: a mark such as "if", "to" before an infinitive, a question word."""
    return (child.dep_ in labels.MARK and child.lower_ in _OPEN) or child.tag_ in ("TO", "WRB")
