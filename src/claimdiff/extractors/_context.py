"""What claims of one article tell about each other: who is quoted saying them, and when they happened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimdiff.model import Claim, Extent, Stance, Statement, When


def within_statements(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Every claim that lies in a statement's content, with that statement's source in its stance; innermost speaker first."""
    contents = [(extent, claim.value, claim) for claim in claims if isinstance(claim.value, Statement) for extent in claim.value.content]
    for claim in claims:
        around = [(extent, statement) for extent, statement, owner in contents if owner is not claim and _inside(claim, extent)]
        if not around:
            yield claim
            continue
        around.sort(key=lambda pair: pair[0].end - pair[0].start)
        yield replace(claim, stance=_attributed(claim.stance, [statement for _, statement in around]))


def _inside(claim: Claim, extent: Extent) -> bool:
    if isinstance(claim.value, Statement):
        return bool(claim.value.cue) and all(extent.covers(cue) for cue in claim.value.cue)
    return extent.covers(claim.extent)


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


def within_time(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Every claim that is no date, with the TIMEX3 value of the nearest date of its sentence as its topic's time."""
    claims = list(claims)
    dates = [claim for claim in claims if isinstance(claim.value, When) and claim.value.type in ("DATE", "TIME")]
    starts = [claim.extent.start for claim in dates]
    for claim in claims:
        if claim.kind == "date" or claim.topic.time is not None:
            yield claim
            continue
        at = bisect_right(starts, claim.extent.start)
        near = [date for date in dates[max(0, at - 2) : at + 2] if date.sentence == claim.sentence]
        if not near:
            yield claim
            continue
        nearest = min(near, key=lambda date: (_distance(date.extent, claim.extent), date.extent.start))
        assert isinstance(nearest.value, When)
        yield replace(claim, topic=replace(claim.topic, time=nearest.value.value))


def _distance(one: Extent, other: Extent) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
