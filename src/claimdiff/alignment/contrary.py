"""Whether two claims are told of contrary things: of the northern and the southern fire, of an arrest and a release."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache

from claimdiff.alignment.lexicon import concept, contrasts, deeds
from claimdiff.model import Claim

_PAIRS = re.compile(r"\b([a-z-]+)(?= ([a-z-]+))")


def of_contrary_things(one: Claim, other: Claim) -> bool:
    """Whether the sentences tell their things apart by words that exclude each other, said of one noun: "the northern fire", "the southern fire"."""
    return _are_contrary(*(_epithets(claim.sentence.of(claim.document.text)) for claim in (one, other)))


def of_other_deeds(one: Claim, other: Claim) -> bool:
    """Whether they are of deeds that are done one after the other: who was arrested on Monday may be charged on Tuesday."""
    return _are_contrary(*(deeds().get(concept(claim.topic.predicate), frozenset()) for claim in (one, other)))


def are_apart(one: frozenset[Hashable], other: frozenset[Hashable]) -> bool:
    """Whether both say something, and nothing is said by both."""
    return bool(one and other) and not one & other


def _are_contrary(one: frozenset[tuple[Hashable, int]], other: frozenset[tuple[Hashable, int]]) -> bool:
    """Whether the two are at two places of one set, and at one place of none."""
    return not one & other and not {key for key, _ in one}.isdisjoint(key for key, _ in other)


@lru_cache(maxsize=1 << 12)
def _epithets(sentence: str) -> frozenset[tuple[Hashable, int]]:
    """What a sentence tells its things apart by, with each thing: "the northern fire", "the left-wing party"."""
    table = contrasts()
    found = ((table.grounds.get(first), thing) for first, thing in _PAIRS.findall(sentence))
    return frozenset(((side[0], thing), side[1]) for side, thing in found if side is not None and side[0] in table.epithets)
