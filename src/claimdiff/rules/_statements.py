"""What the rules on statements share: the words of a statement, who speaks, and findings located at the words that differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimdiff.model import Alignment, Claim, Extent, Finding, FindingKind, Location, Severity, Statement
from claimdiff.rules._finding import finding_id, names
from claimdiff.rules._groups import grouped, majority, odd_first
from claimdiff.values.identity import folded, is_body, may_be_one
from claimdiff.values.names import bare_name
from claimdiff.values.wording import Word, is_negated, likeness, stems, words

LEAST = 3
"""Stems two contents must share, unless they are the same throughout: fewer are shared by chance."""

LONGEST = 80
"""Characters a location may have: the words that differ, never the sentence."""

_LEAST = 3
_SMALL = frozenset({"and", "for"})
"""Letters of a word that tells whose name it is, and words that do not."""

_BESIDE = 60
"""Characters on either side of a name among which a title or description of it stands."""


@dataclass(frozen=True)
class Told:
    """A statement as the rules look at it."""

    claim: Claim
    value: Statement

    @cached_property
    def said(self) -> str:
        """The words of the content."""
        return " ".join(extent.of(self.claim.document.text) for extent in self.value.content)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the content speaks of."""
        return stems(self.said)

    @cached_property
    def words(self) -> list[Word]:
        """The words of the content, at their places in the document; no editor's brackets."""
        text = self.claim.document.text
        return [word for extent in self.value.content for word in words(extent.of(text), extent.start, bracketed=False)]

    @property
    def who(self) -> str:
        """The speaker in a message."""
        return self.value.speaker or self.value.description or "somebody"

    def named_at(self) -> tuple[Extent, ...]:
        """Where the source stands; if it is a pronoun or a description there, the nearest place before that has the speaker's name."""
        source = self.value.source
        if not source or self.credits(self.value.speaker or ""):
            return source
        return tuple(self._names(source[0].start)[-1:]) or source

    def named(self) -> Location:
        """A location at the speaker's name."""
        return self.at(self.named_at(), self.who)

    def is_named(self) -> bool:
        """Whether the speaker's name stands in the source, or for a pronoun, or for a description that stands beside the name elsewhere."""
        text = self.claim.document.text
        described = stems(" ".join(extent.of(text) for extent in self.value.source))
        if not self.value.speaker or not described or self.credits(self.value.speaker):
            return bool(self.value.speaker)
        source = self.value.source[0]
        beside = (text[max(0, name.start - _BESIDE) : min(name.end + _BESIDE, source.start)] for name in self._names(source.start))
        return any(described & stems(words) for words in beside)

    def credits(self, speaker: str) -> bool:
        """Whether the words of the source have any of a name."""
        name = {word for word in folded(speaker).split() if len(word) >= _LEAST} - _SMALL
        return any(not name.isdisjoint(folded(extent.of(self.claim.document.text)).split()) for extent in self.value.source)

    def has_bare(self, name: str) -> bool:
        """Whether the article has a name of one word, of which the other article tells no more; it may be a firm's, a team's or a country's."""
        return " " not in folded(name) and re.search(rf"\b{re.escape(bare_name(name))}\b", self.claim.document.text) is not None

    def _names(self, before: int) -> list[Extent]:
        """Where the speaker's name stands, wholly or the last word of it, before an offset."""
        name = [re.escape(word) for word in bare_name(self.value.speaker or "").split()]
        named = re.finditer(rf"\b(?:(?:{'|'.join(name)})\s+)*{name[-1]}\b", self.claim.document.text[:before]) if name else ()
        return [Extent(*found.span()) for found in named]

    def at(self, extents: Sequence[Extent], value: str) -> Location:
        """A location at the first of the extents."""
        first = extents[0] if extents else self.claim.extent
        return Location(self.claim.document, Extent(first.start, min(first.end, first.start + LONGEST)), self.claim.sentence, value)


def told_in(claims: Iterable[Claim]) -> Iterator[Told]:
    """The statements among claims, in order."""
    return (Told(claim, claim.value) for claim in claims if isinstance(claim.value, Statement))


def statements(alignment: Alignment) -> list[Told]:
    """The aligned statements; none if the claims are of another kind or hardly aligned."""
    found = list(told_in(alignment.claims))
    return found if len(found) == len(alignment.claims) > 1 else []


def alike(one: Told, other: Told) -> float:
    """How much two contents say the same, 0 where they share too little to tell."""
    shared = one.stems & other.stems
    return likeness(one.stems, other.stems) if len(shared) >= LEAST or one.stems == other.stems else 0.0


def are_opposed(one: Told, other: Told) -> bool:
    """Whether one denies what the other does not, by its cue or by its words."""
    return one.value.polarity != other.value.polarity or is_negated(one.words) != is_negated(other.words)


def same_speaker(one: Told, other: Told) -> bool:
    """Whether both are told of one speaker: two names that may be one, or one description."""
    if one.value.speaker and other.value.speaker:
        return may_be_one(one.value.speaker, other.value.speaker)
    if one.value.speaker or other.value.speaker:
        return False
    return bool(one.value.description) and stems(one.value.description or "") == stems(other.value.description or "")


def named_apart(one: Told, other: Told) -> bool:
    """Whether two people, or two bodies, are named and cannot be one; a person may speak for a body."""
    a, b = one.value.speaker, other.value.speaker
    if not a or not b or is_body(a) != is_body(b) or may_be_one(a, b):
        return False
    # "Lund, known as Foghorn", and Norvane, of which another article has the chief executive say it.
    return not (one.credits(b) or other.credits(a) or one.has_bare(b) or other.has_bare(a))


def odd_ones(told: Sequence[Told], differ: Callable[[Told, Told], bool]) -> tuple[list[Told], str] | None:
    """One statement of each group that agrees, the odd ones first, and how many have the last; None if all agree, or the first with the last."""
    by_claim = {id(one.claim): one for one in told}
    groups = grouped([one.claim for one in told], lambda a, b: not differ(by_claim[id(a)], by_claim[id(b)]))
    if len(groups) < 2:
        return None
    odd = [by_claim[id(claim)] for claim in odd_first(groups)]
    return (odd, majority(groups)) if differ(odd[0], odd[-1]) else None


def called(told: Iterable[Told]) -> dict[str, str]:
    """What to call each article in a message, by path."""
    return names(one.claim.document for one in told)


def finding_at(
    rule: str,
    kind: FindingKind,
    severity: Severity,
    confidence: float,
    message: str,
    places: Sequence[Location],
    evidence: Iterable[str] = (),
) -> Finding:
    """A finding at given places, which keeps its id when a line moves."""
    said = [f"{place.value}|{' '.join(place.text.casefold().split())}" for place in places]
    return Finding(rule, kind, severity, round(confidence, 2), message, None, tuple(places), finding_id(rule, kind, said), evidence=tuple(evidence))
