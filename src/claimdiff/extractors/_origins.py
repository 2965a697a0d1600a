"""What a distance is measured from: "13 miles east of Cloverdale", "20 km from the capital, Sanaa"."""

from __future__ import annotations

import re

_WAY = r"(?:due |to the )?(?:north|south|east|west)(?:[ -]?(?:north|south|east|west)){0,2}(?:ern)?(?: (?:end|tip|side|edge|part))? "
_FROM = r"(?:(?:away |inland |offshore |upstream |downstream )?from|off|outside) "
_NAME = r"[A-Z][\w’'.-]*(?: (?:(?:of|de|al|el|la) )?[A-Z][\w’'-]*){0,3}"
_THE = r"(?:the |a |an |its |his |her |their )"
_PLACE = rf"(?:{_THE}?(?:[a-z]+ (?:of |from )?(?:the )?){{0,2}}(?P<name>{_NAME})|{_THE}(?P<noun>[a-z]+))"
_ORIGIN = re.compile(rf" (?:(?:{_WAY})?{_FROM}|{_WAY}of ){_PLACE}")
_AROUND = re.compile(rf" of {_PLACE}")
_WITHIN = re.compile(r"\bwithin (?:about |some |just )?$", re.IGNORECASE)

_FALLING = frozenset("fall plunge plummet drop slip slide tumble topple jump leap dive hurtle".split())
"""Verbs whose length is how far one fell, not where: "fell 60 m from a ridge near the hut"."""


def origin(text: str, start: int, end: int, predicate: str) -> str | None:
    """The name or noun behind a length at offsets ``[start, end)``, None if it is no distance from anything; ``predicate``: the lemma of its verb."""
    if predicate in _FALLING:
        return None
    after = " ".join(text[end : end + 100].splitlines())
    found = _ORIGIN.match(after) or (_AROUND.match(after) if _WITHIN.search(text[max(0, start - 20) : start]) else None)
    return (found["name"] or found["noun"]).removesuffix("’s").removesuffix("'s") if found else None
