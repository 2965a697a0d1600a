"""Whether two names of a place or body are one's, may be one's, or are two's."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from claimdiff.values.identity import folded, metonym
from claimdiff.values.names import acronym
from claimdiff.values.offices import PLACES

_PLAIN = PLACES | {"the", "of", "and", "department"}


@lru_cache(maxsize=1 << 12)
def same_body(one: str, other: str) -> Literal["same", "perhaps", "no"]:
    """How two names of a place or body compare: "Troy" and "city of Troy" may be one; a county is not its town."""
    a, b = metonym(folded(one)), metonym(folded(other))
    if a == b or acronym(one).casefold() == b.replace(" ", "") or acronym(other).casefold() == a.replace(" ", ""):
        return "same"
    left, right = ([word for word in name.split() if word not in _PLAIN] for name in (a, b))
    if left == right and ("county" in a.split()) != ("county" in b.split()):
        return "no"
    # What stands before a name tells which one is meant, what stands behind it is a part: "Lindow Superior Court", "the party's Youth Council".
    short, long = sorted((left, right), key=len)
    return "perhaps" if short and long[-len(short) :] == short else "no"
