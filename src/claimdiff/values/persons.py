"""Whether two names cannot be one person's."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from claimdiff.values.identity import folded

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_ALIKE = 0.7
"""Likeness from which two words may be one name in two spellings, or in two transliterations ("Qaddafi", "Gadhafi")."""
_LEAST = 3
"""Letters of a word that tells somebody; shorter ones are initials and particles."""


@lru_cache(maxsize=1 << 14)
def may_be_one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's.

    They may where the family names are alike, or a word that is not the first name of both: "Anna Kemp" is "Kemp", "A. B. Kemp", "Anna Kemp
    Lowe" and "Kemp Anna", and may be "Ann Kemp", but is not "Anna Hale".
    """
    a, b = _words(one), _words(other)
    if not a or not b or _alike("".join(a), "".join(b)):
        return True
    return any(_alike(x, y) for i, x in enumerate(a) for j, y in enumerate(b) if len(a) == 1 or len(b) == 1 or (i, j) != (0, 0))


def family_name(name: str) -> str:
    """The last word of a name, in small letters."""
    words = _words(name)
    return words[-1] if words else ""


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> tuple[str, ...]:
    words = tuple(word for word in folded(name).split() if word not in _SUFFIXES)
    return tuple(word for word in words if len(word) >= _LEAST) or words


def _alike(one: str, other: str) -> bool:
    if one == other or min(len(one), len(other)) <= _LEAST:
        return one == other
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # The quick ones are upper bounds: few pairs of names need the true likeness.
    return all(ratio() >= _ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))
