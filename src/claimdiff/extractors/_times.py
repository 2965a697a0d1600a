"""When what a claim tells happened: the date that its clause hangs from, or that of what its sentence takes up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.model import Claim, Clause, Extent, When

_RELATIVE = frozenset({"WP", "WP$", "WDT", "WRB"})
"""Tags of the words that begin a relative clause; without one, the parse may take another verb of the sentence for it."""

_NEW = frozenset({"a", "an", "another"})
_KNOWN = frozenset({"the", "that", "this"})
"""Determiners with which a noun is brought in, and with which the next sentence takes it up."""


def within_time(claims: Iterable[Claim], doc: Doc) -> Iterator[Claim]:
    """Every claim that is no date, with the TIMEX3 value of the date that its clause is told of as its topic's time."""
    claims = list(claims)
    dates = _Dates(claims, doc)
    for claim in claims:
        time = None if claim.kind == "date" or claim.topic.time is not None else dates.of(claim.extent, claim.sentence)
        yield replace(claim, topic=replace(claim.topic, time=time)) if time else claim


def clauses_in_time(claims: Iterable[Claim], clauses: Iterable[Clause], doc: Doc) -> Iterator[Clause]:
    """The same of clauses."""
    dates = _Dates(claims, doc)
    for clause in clauses:
        yield replace(clause, time=dates.nearest(clause.extent, clause.sentence))


class _Dates:
    """The days and hours among some claims."""

    def __init__(self, claims: Iterable[Claim], doc: Doc) -> None:
        self._doc = doc
        self._dates = [(claim, claim.value.value) for claim in claims if isinstance(claim.value, When) and claim.value.type in ("DATE", "TIME")]
        self._starts = [claim.extent.start for claim, _ in self._dates]
        self._roots: dict[Extent, Token] = {}

    def of(self, extent: Extent, sentence: Extent) -> str | None:
        """The TIMEX3 value of the date that ``extent`` is told of: of its sentence, or of what the sentence takes up from the one before."""
        return self.nearest(extent, sentence) or (self._taken_up(extent) if not self._within(sentence) else None)

    def nearest(self, extent: Extent, sentence: Extent) -> str | None:
        """The TIMEX3 value of the nearest date of the sentence that stands in no clause apart."""
        at = bisect_right(self._starts, extent.start)
        near = [
            (_distance(date.extent, extent), date.extent.start, value)
            for date, value in self._dates[max(0, at - 2) : at + 2]
            if sentence.covers(date.extent) and not _are_apart(self._root(extent), self._root(date.extent))
        ]
        return min(near)[2] if near else None

    def _within(self, sentence: Extent) -> list[tuple[Claim, str]]:
        first = bisect_left(self._starts, sentence.start)
        return [(date, value) for date, value in self._dates[first : bisect_left(self._starts, sentence.end)] if sentence.covers(date.extent)]

    def _taken_up(self, extent: Extent) -> str | None:
        """The time of what the sentence before brought in: "In June, a quake struck Orlo. The quake killed 40 people"."""
        sent = self._root(extent).sent
        subject = next((child for child in sent.root.children if child.dep_ in labels.SUBJECT), None)
        before = next((token.sent for token in reversed(self._doc[: sent.start]) if not token.is_space), None)
        if subject is None or before is None or not _has(subject, _KNOWN) or _are_apart(self._root(extent), sent.root):
            return None
        brought = [token for token in before if token.lemma_ == subject.lemma_ and token.pos_ == "NOUN" and _has(token, _NEW)]
        told = self._within(Extent(before.start_char, before.end_char)) if brought else []
        return next((value for date, value in told if not _are_apart(brought[0], self._root(date.extent))), None)

    def _root(self, extent: Extent) -> Token:
        root = self._roots.get(extent)
        if root is None:
            root = self._roots[extent] = self._doc.char_span(extent.start, extent.end, alignment_mode="expand").root
        return root


def _are_apart(one: Token, other: Token) -> bool:
    """Whether a relative clause, or one that says what was said, parts the two: "a judge on Monday sentenced the man who killed four".

    What is told of the dated thing itself is of its day: "the raid on Monday, which killed four".
    """
    above = [[token, *token.ancestors] for token in (one, other)]
    shared = {token.i for token in above[0]} & {token.i for token in above[1]}
    parting = [token for chain in above for token in chain if token.i not in shared and _stands_apart(token)]
    return any(token.dep_ in labels.CLAUSAL_COMPLEMENT or not {one.i, other.i} <= {below.i for below in token.head.subtree} for token in parting)


def _has(noun: Token, determiners: frozenset[str]) -> bool:
    return any(child.dep_ in labels.DETERMINER and child.lower_ in determiners for child in noun.children)


def _stands_apart(head: Token) -> bool:
    """Whether the clause that ``head`` heads has a time of its own: what was said, and what is told of somebody in passing."""
    relative = head.dep_ in labels.NOUN_CLAUSE and any(child.tag_ in _RELATIVE for child in head.children)
    return relative or head.dep_ in labels.CLAUSAL_COMPLEMENT


def _distance(one: Extent, other: Extent) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
