"""What one article hedges, the other states as a fact.

What it flags: a hedge ("suspected", "alleged", "reportedly", "so-called") that stands over a thing in one article, where the
other tells the same thing without any, and does not credit it to anybody either.

Why it matters: "the suspected bomber" and "the bomber" are a lawsuit apart; hedges fall out in rewriting.

Example: "the killing of the group's suspected treasurer" in one article, "the killing of the group's treasurer" in the other.

Known false alarms: the suspicion was proved between the two articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdiff.model import Alignment, Claim, Extent, Finding, Location, Statement
from claimdiff.rules._finding import names
from claimdiff.rules._statements import finding_at
from claimdiff.values.hedges import Hedged, further_hedges, hedged, phrase_in

RULE = "hedge-differs"

SURE = 0.6
"""Alignments less certain than this are no ground for a finding about a hedge."""


def compare(alignment: Alignment) -> Iterator[Finding]:
    """One warning for the first hedge of aligned statements that another article drops."""
    # A statement inside another's words shares its sentence with that one, which speaks for both.
    claims = [claim for claim in alignment.claims if isinstance(claim.value, Statement) and not claim.stance.sources]
    if alignment.score < SURE or len(claims) < len(alignment.claims):
        return
    for one in claims:
        things = [thing for thing in hedged(one.sentence.of(one.document.text), one.sentence.start) if one.extent.covers(thing.extent)]
        for other in claims if things else ():
            found = next(_dropped(one, things, other), None) if other is not one else None
            if found is not None:
                yield _finding(one, other, *found, alignment)
                return


def _dropped(one: Claim, things: Sequence[Hedged], other: Claim) -> Iterator[tuple[Hedged, Extent]]:
    """Those of the hedged things of ``one`` that ``other`` tells without a hedge, and where."""
    text = other.document.text
    own, plain = one.sentence.of(one.document.text), other.sentence.of(text)
    for thing in things:
        place = phrase_in(thing, plain, other.sentence.start)
        if place is not None and not further_hedges(plain, own):
            yield thing, place


def _finding(one: Claim, other: Claim, thing: Hedged, place: Extent, alignment: Alignment) -> Finding:
    document = names((one.document, other.document))
    told = f"“{' '.join(thing.extent.of(one.document.text).split())}”"
    plain = f"“{' '.join(place.of(other.document.text).split())}”"
    message = f"{document[one.document.path]} has {told}, {document[other.document.path]} has {plain}: the hedge “{thing.hedge}” is dropped."
    pair = [
        (one, Location(one.document, thing.extent, one.sentence, thing.hedge)),
        (other, Location(other.document, place, other.sentence, "unhedged")),
    ]
    order = {id(claim): i for i, claim in enumerate(alignment.claims)}
    places = [location for _, location in sorted(pair, key=lambda item: order[id(item[0])])]
    return finding_at(RULE, "hedge", "warning", alignment.score * 0.9, message, places, alignment.evidence)
