"""What claims of one article tell about each other: who is quoted saying them, and when they happened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter

from spacy.tokens import Doc, Token

from claimdiff.language import labels
from claimdiff.model import Claim, Clause, Extent, Stance, Statement, When

_RELATIVE = frozenset({"WP", "WP$", "WDT", "WRB"})
"""Tags of the words that begin a relative clause; without one, the parse may take another verb of the sentence for it."""


def within_statements(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Every claim that lies in a statement's content, with that statement's source in its stance; innermost speaker first."""
    contents = _Contents(claims)
    for claim in claims:
        inner = _inner(claim)
        around = contents.around(inner, claim) if inner else ()
        yield replace(claim, stance=_attributed(claim.stance, around)) if around else claim


def clauses_within(claims: Sequence[Claim], clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The same of clauses."""
    contents = _Contents(claims)
    for clause in clauses:
        around = contents.around(clause.extent)
        yield replace(clause, stance=_attributed(clause.stance, around)) if around else clause


class _Contents:
    """The contents of all statements by where they begin, with how far those up to each reach: nobody needs to ask them all."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        found = [(extent, claim.value, claim) for claim in claims if isinstance(claim.value, Statement) for extent in claim.value.content]
        self._found = sorted(found, key=lambda content: content[0].start)
        self._starts = [extent.start for extent, _, _ in self._found]
        self._reach = list(accumulate((extent.end for extent, _, _ in self._found), max))

    def around(self, inner: Extent, owned: Claim | None = None) -> list[Statement]:
        """The statements whose content holds ``inner``, the innermost first, but for the one that ``owned`` is."""
        held = []
        for i in range(bisect_right(self._starts, inner.start) - 1, -1, -1):
            if self._reach[i] < inner.end:
                break
            extent, statement, owner = self._found[i]
            if owner is not owned and extent.covers(inner):
                held.append((extent.end - extent.start, i, statement))
        return [statement for _, _, statement in sorted(held, key=itemgetter(0, 1))]


def _inner(claim: Claim) -> Extent | None:
    """What must lie in a content for the claim to be part of it: of a statement its cue, for its words are that content."""
    if not isinstance(claim.value, Statement):
        return claim.extent
    cue = claim.value.cue
    return Extent(min(part.start for part in cue), max(part.end for part in cue)) if cue else None


def _attributed(stance: Stance, statements: Iterable[Statement]) -> Stance:
    sources = list(stance.sources)
    modality = stance.modality
    for statement in statements:
        name = statement.speaker or statement.description
        if name:
            sources.append(name)
        if statement.polarity in ("denies", "doubts"):
            modality = "denied"
    return replace(stance, sources=tuple(dict.fromkeys(sources)), modality=modality)


def within_time(claims: Iterable[Claim], doc: Doc) -> Iterator[Claim]:
    """Every claim that is no date, with the TIMEX3 value of the date that its clause is told of as its topic's time."""
    claims = list(claims)
    dates = _Dates(claims, doc)
    for claim in claims:
        time = None if claim.kind == "date" or claim.topic.time is not None else dates.nearest(claim.extent, claim.sentence)
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

    def nearest(self, extent: Extent, sentence: Extent) -> str | None:
        """The TIMEX3 value of the nearest date of the sentence that stands in no clause apart."""
        at = bisect_right(self._starts, extent.start)
        near = [
            (_distance(date.extent, extent), date.extent.start, value)
            for date, value in self._dates[max(0, at - 2) : at + 2]
            if sentence.covers(date.extent) and not self._are_apart(extent, date.extent)
        ]
        return min(near)[2] if near else None

    def _are_apart(self, one: Extent, other: Extent) -> bool:
        """Whether a relative clause, or one that says what was said, parts the two: "a judge on Monday sentenced the man who killed four"."""
        heads = [self._doc.char_span(place.start, place.end, alignment_mode="expand").root for place in (one, other)]
        above = [[head, *head.ancestors] for head in heads]
        shared = {token.i for token in above[0]} & {token.i for token in above[1]}
        return any(_stands_apart(token) and token.i not in shared for chain in above for token in chain)


def _stands_apart(head: Token) -> bool:
    """Whether the clause that ``head`` heads has a time of its own: what was said, and what is told of somebody in passing."""
    relative = head.dep_ in labels.NOUN_CLAUSE and any(child.tag_ in _RELATIVE for child in head.children)
    return relative or head.dep_ in labels.CLAUSAL_COMPLEMENT


def _distance(one: Extent, other: Extent) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
