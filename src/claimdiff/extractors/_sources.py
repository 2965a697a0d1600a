"""Who speaks: the subject of a cue, shared or its own, as words, canonical name or description."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.language.mentions import Mention, Mentions
from claimdiff.model import Extent
from claimdiff.values.cues import ANONYMITY, MOUTHPIECES, OFFICES_OF, SOURCE_NOUNS
from claimdiff.values.names import TITLES
from claimdiff.values.numerals import parse_number

_RELATIVE = frozenset({"who", "which"})
_NEARBY = 3
"""Governors up which a shared subject is looked for; attributions share no farther in annotated news."""


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker: the tokens [start, end), canonical name or description, and whether and how many are unnamed."""

    start: int
    end: int
    name: str | None
    description: str | None
    anonymous: bool
    count: int | None

    def extent(self, doc: Doc) -> Extent:
        """The words in the text."""
        last = doc[self.end - 1]
        return Extent(doc[self.start].idx, last.idx + len(last))


def subject_of(verb: Token) -> Token | None:
    """The subject of ``verb``, its own or that of a verb it shares one with."""
    at = verb
    for _ in range(_NEARBY + 1):
        own = _nearest(at, [child for child in at.children if child.dep_ in labels.SUBJECT])
        if own is not None and own.lower_ in _RELATIVE and _stands_for(own) is None:
            return None
        if own is not None:
            return own if own.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") else None
        if at.dep_ in labels.NOUN_CLAUSE and at.head.pos_ in ("NOUN", "PROPN"):
            return at.head
        if at.dep_ not in labels.SHARING or at.head is at:
            return None
        at = at.head
    return None


def _stands_for(relative: Token) -> Token | None:
    """The noun for which "who" stands at the head of its clause; None for a question."""
    clause = relative.head
    return clause.head if clause.dep_ in labels.NOUN_CLAUSE and clause.head.pos_ in ("NOUN", "PROPN") else None


def _nearest(verb: Token, subjects: list[Token]) -> Token | None:
    """Of "The tunnel, Marsh said, will open" the parse may give the verb two subjects: the nearer one speaks."""
    return min(subjects, key=lambda subject: abs(subject.i - verb.i), default=None)


def source_at(head: Token, mentions: Mentions, stop: Token) -> Source:
    """The source whose head word is ``head``; its words end where ``stop`` (the cue) or a clause begins.

    Of "who" they are that word alone, but the speaker is whom it stands for.
    """
    noun = _stands_for(head) if head.lower_ in _RELATIVE else None
    if noun is not None:
        return replace(source_at(noun, mentions, stop), start=head.i, end=head.i + 1)
    start, end = _bounds(head, stop)
    doc = head.doc
    while start < head.i and doc[start].dep_ in labels.CASE | labels.FIXED:
        start += 1
    words = doc[start:end].text
    lowered = " ".join(words.casefold().split())
    known = _speaker(head, start, end, mentions)
    person = _second_subject(head, end, mentions)
    if person is not None:
        end, known = person.end, person.canonical
    unnamed = head.lemma_.casefold() in SOURCE_NOUNS and (known is None or any(phrase in lowered for phrase in ANONYMITY))
    anonymous = unnamed and (head.lemma_.casefold() in ("source", "insider") or any(phrase in head.sent.text.casefold() for phrase in ANONYMITY))
    name = None if anonymous else known
    count = next(
        (
            int(number)
            for child in head.children
            if child.dep_ in labels.NUMERAL and (number := parse_number(child.text)) is not None and number < 1000
        ),
        None,
    )
    return Source(start, end, name, None if name else lowered, anonymous, count if anonymous else None)


def _speaker(head: Token, start: int, end: int, mentions: Mentions) -> str | None:
    """The canonical name of who speaks, None where the words only describe him: "a US official" is not the US."""
    mention = mentions.at(head)
    if mention is not None:
        return mention.canonical
    inside = list(mentions.inside(start, end))
    beside = [child for child in head.children if child.dep_ in labels.APPOSITION | labels.FLAT]
    person = next((m for m in inside if any(m.start <= child.i < m.end for child in beside)), None)
    noun = head.lemma_.casefold()
    if person is None and noun in TITLES:
        person = next((m for m in reversed(inside) if m.label == labels.PERSON), None)
    if person is not None:
        return person.canonical
    behind = next((m for m in inside if _is_behind(head.doc[m.start : m.end].root)), None)
    if noun in MOUTHPIECES and behind is not None:
        return behind.canonical
    if noun in OFFICES_OF and (owner := next((m for m in inside if m.start < head.i), None)):
        return f"{owner.canonical} {noun}"
    return mentions.entity(head)


def _second_subject(head: Token, end: int, mentions: Mentions) -> Mention | None:
    """The person right behind a noun: of "said goalkeeper Ida Holm" the parse may give the verb two subjects."""
    person = mentions.at(head.doc[end]) if head.pos_ == "NOUN" and end < len(head.doc) else None
    if person is None or person.start != end or person.label != labels.PERSON:
        return None
    root = head.doc[person.start : person.end].root
    return person if root.dep_ in labels.SUBJECT and head.dep_ in labels.SUBJECT and root.head.i == head.head.i else None


def _is_behind(name: Token) -> bool:
    """Whether a statement or a spokesman is that of ``name``: "by Norvane", "Norvane's", "a Norvane ..."."""
    leads = {child.lower_ for child in name.children if child.dep_ in labels.CASE}
    return name.dep_ in labels.POSSESSIVE | labels.COMPOUND or bool(leads & {"by", "from", "for", "of"})


def _bounds(head: Token, stop: Token) -> tuple[int, int]:
    """The words of the noun phrase: its subtree around the head, cut at clauses, at the cue and at stray punctuation."""
    keep = {head.i}
    for child in head.subtree:
        if child.i == stop.i or (stop.is_ancestor(child) is False and child.i == head.i):
            continue
        keep.add(child.i)
    for token in head.subtree:
        if token.dep_ in labels.RELATIVE_CLAUSE | labels.PARATAXIS | labels.CLAUSAL_COMPLEMENT and token is not head:
            keep -= {inner.i for inner in token.subtree}
    keep -= {inner.i for inner in stop.subtree} if head.is_ancestor(stop) else set()
    start = end = head.i
    article = next((child.i for child in head.children if child.dep_ in labels.DETERMINER and child.i < head.i), head.i)
    keep |= set(range(article, head.i))  # what stands between an article and its noun is of the noun
    while start - 1 in keep:
        start -= 1
    while end + 1 in keep:
        end += 1
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ in labels.COORDINATOR):
        start += 1
    while end > head.i and (doc[end].is_punct or doc[end].is_space):
        end -= 1
    return start, end + 1
