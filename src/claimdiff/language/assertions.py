"""Whether a clause says that something is so: no question, order or condition, and nothing that is only feared, claimed or untrue."""

from __future__ import annotations

from spacy.tokens import Token

from claimdiff.language import labels
from claimdiff.language.stance import NEGATIONS

_OPEN = frozenset({"if", "unless", "whether", "until", "till", "before", "lest", "though", "although", "as", "than", "without"})
"""Marks of clauses that do not say that something is so."""

_REPORTING = frozenset(
    """say tell announce state confirm report add write declare explain note reveal show find rule indicate acknowledge admit conclude
    determine""".split(),
)
"""Verbs behind which a clause is put forward as true; not "fear", "claim" or "pretend"."""

_QUALIFYING = frozenset(
    """yet still far only just merely simply always longer first alone quite even too enough again""".split(),
)
"""With one of these adverbs, or one in -ly, a negated clause says less than that something is not so, or not for good."""

_NEARLY = frozenset("almost nearly narrowly barely hardly scarcely rarely seldom virtually practically".split())
"""With one of these a clause tells of what did not quite come to be, or hardly was."""

_JUDGING = frozenset("fortunately unfortunately luckily thankfully sadly".split())
"""Adverbs that take nothing from what they stand beside."""

_SOME = frozenset("all every each both everyone everybody everything else other further more additional most many some several half few".split())
"""With one of these, a negated subject or object leaves room for others: "not all were hurt", "no other was"."""

_HARDLY_ANY = frozenset({"few", "little"})

_UNTIL = frozenset({"until", "till", "before", "unless", "without", "because"})
"""What is "not … until noon" is so from noon on; what is not so "because of the storm" may be so because of another thing."""

_LENGTHS = frozenset("minute minutes hour hours day days week weeks month months year years".split())

_PLACING = frozenset({"where", "when"})
"""Words at the head of a relative clause that say where and when, and ask nothing."""

_STEPS = 12


def is_asserted(predicate: Token) -> bool:
    """Whether the clause that ``predicate`` heads, in no question, is put forward as true, by itself and by all that stands above it."""
    return not (_is_inverted(predicate) or _is_bare(predicate) or _is_near(predicate)) and _holds(predicate)


def is_limited(predicate: Token, words: list[Token]) -> bool:
    """Whether a negated clause, whose words are ``words``, is negated twice, is of a part of some, or says until when something was not so."""
    negations = [word for word in words if word.lower_ in NEGATIONS and not _is_inside_noun(word)]
    return len(negations) > 1 or any(map(_is_part, predicate.children)) or any(_limits(word, predicate) for word in _below(predicate))


def qualifiers(predicate: Token) -> frozenset[str]:
    """What makes a negated clause say less than that something is not so: "not seriously", "not all"; less only than one without the same words."""
    children = list(predicate.children)
    inner = [word for child in children if child.dep_ in labels.ARGUMENT for word in [child, *child.children]]
    return frozenset(word.lower_ for word in children if _qualifies(word)) | frozenset(word.lower_ for word in inner if word.lower_ in _SOME)


def _is_part(child: Token) -> bool:
    """Whether it is a number of some: "one of the two was not hurt"."""
    return child.dep_ in labels.ARGUMENT and child.pos_ == "NUM" and any(word.dep_ in labels.NOUN_MODIFIER for word in child.children)


def _below(word: Token) -> list[Token]:
    """The words below one, but for clauses that tell of a noun."""
    found = [word]
    for at in found:
        found += [child for child in at.children if child.dep_ not in labels.RELATIVE_CLAUSE]
    return found[1:]


def _limits(word: Token, predicate: Token) -> bool:
    """Whether it says until when, or since what deed, something was not so: "has not worked since leaving the club"."""
    if word.lower_ == "since":
        return word.head.pos_ in ("VERB", "AUX")
    return word.lower_ in _UNTIL and not _is_inside_noun(word) and not _is_measured(word, predicate)


def _is_inside_noun(word: Token) -> bool:
    """Whether it is a "without" that belongs to a noun: "life without parole"."""
    return word.lower_ == "without" and word.dep_ in labels.CASE and word.head.dep_ in labels.NOUN_MODIFIER


def _is_measured(word: Token, predicate: Token) -> bool:
    """Whether a length of time stands before it, so that it gives a day: "five days before the race"."""
    before = word.nbor(-1) if word.i > predicate.sent.start else word
    return word.lower_ == "before" and before.lower_ in _LENGTHS


def _qualifies(child: Token) -> bool:
    return child.lower_ in _QUALIFYING or (child.dep_ in labels.ADVERB and child.lower_.endswith("ly") and child.lower_ not in _JUDGING)


def _is_inverted(predicate: Token) -> bool:
    """Whether an auxiliary stands before the subject: "was it insured", "had the alarm not sounded"."""
    subject = next((child for child in predicate.children if child.dep_ in labels.SUBJECT), None)
    return subject is not None and any(child.dep_ in labels.HELPER and child.i < subject.i for child in predicate.children)


def _is_bare(predicate: Token) -> bool:
    """Whether it is a form that tells nothing by itself: an order ("do not drink"), the second of two infinitives, "for not paying"."""
    children = list(predicate.children)
    if predicate.tag_ == "VBG":
        return any(child.dep_ in labels.MARKING for child in children)
    helped = any(child.dep_ in labels.AUXILIARY for child in children) and any(child.dep_ in labels.SUBJECT for child in children)
    return predicate.tag_ == "VB" and not helped


def _holds(predicate: Token) -> bool:
    """Whether nothing from the clause up to the root leaves it open."""
    at = predicate
    for _ in range(_STEPS):
        if any(_opens(child) and not _places(child, at) for child in at.children):
            return False
        if at.dep_ == labels.ROOT:
            return True
        if at.dep_ in labels.COMPLEMENT | labels.CLAUSAL_SUBJECT and not _reports(at.head):
            return False
        if at.dep_ in labels.NOUN_CLAUSE - labels.RELATIVE_CLAUSE and any(child.dep_ in labels.MARK for child in at.children):
            return False
        at = at.head
    return False


def _is_near(predicate: Token) -> bool:
    """Whether it was nearly so, or so of few: "few were hurt", but not "a few"."""
    children = list(predicate.children)
    if any(child.lower_ in _NEARLY and child.dep_ in labels.ADVERB for child in children):
        return True
    nouns = [[child, *child.children] for child in children if child.dep_ in labels.ARGUMENT]
    return any(
        any(word.lower_ in _HARDLY_ANY for word in words) and not any(word.lower_ == "a" for noun in words for word in [noun, *noun.children])
        for words in nouns
    )


def _places(child: Token, clause: Token) -> bool:
    return clause.dep_ in labels.RELATIVE_CLAUSE and child.lower_ in _PLACING


def _reports(governor: Token) -> bool:
    return governor.lemma_.lower() in _REPORTING and not any(child.lower_ in NEGATIONS for child in governor.children)


def _opens(child: Token) -> bool:
    """Whether a word of a clause leaves it open: a mark such as "if", "to" before an infinitive, a question word."""
    return (child.dep_ in labels.MARK and child.lower_ in _OPEN) or child.tag_ in ("TO", "WRB")
