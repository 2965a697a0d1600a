"""What claims of one article tell about each other: who is quoted saying them, and what is no year but a count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter

from claimdiff.model import Claim, Clause, Extent, Quantity, Stance, Statement, When


def without_counted_years(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without years that count something: "1,098" of "1098 yards"."""
    counts = {
        claim.extent.start for claim in claims if isinstance(claim.value, Quantity) and claim.value.form in ("count", "measure") and claim.value.unit
    }
    for claim in claims:
        is_year = isinstance(claim.value, When) and claim.value.granularity == "year" and claim.text.isdigit()
        if not (is_year and claim.extent.start in counts):
            yield claim


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
