"""Whether two names of a place or body are one's, may be one's, or are two's."""

from __future__ import annotations

from typing import Literal

from claimdiff.values.identity import folded, metonym
from claimdiff.values.names import acronym
from claimdiff.values.offices import PLACES

_PLAIN = PLACES | {"the", "of", "and", "department"}


def same_body(one: str, other: str) -> Literal["same", "perhaps", "no"]:
    """How two names of a place or body compare: "Troy", "city of Troy" and "Troy, Ohio" may be one; a county is not its town."""
    a, b = metonym(folded(one)), metonym(folded(other))
    if a == b or acronym(one).casefold() == b.replace(" ", "") or acronym(other).casefold() == a.replace(" ", ""):
        return "same"
    left, right = set(a.split()) - _PLAIN, set(b.split()) - _PLAIN
    if left == right and ("county" in a.split()) != ("county" in b.split()):
        return "no"
    return "perhaps" if left and right and (left <= right or right <= left) else "no"
