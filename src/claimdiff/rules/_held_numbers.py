"""Which numbers the sources of a draft hold, whatever they count, and which of them is nearest to one that they do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from claimdiff.model import Article, Claim, Extent, Quantity
from claimdiff.values.ordinals import find_ordinals
from claimdiff.values.relations import Relation, comparable, relate, times_apart

_BOUNDS = frozenset({"<", "<=", ">", ">="})
_BEYOND = 1.5
"""How many times a bound may be exceeded by the number it is told for: "more than 600" of 693, not of 3,000."""
_RARE = 100
"""Whole numbers below it are met by chance."""
_NEAR = 1.5
"""How many times apart a number of a source may be that is named as the nearest."""
_NEAR_IN_AGE = 1.1
"""The same for ages: farther apart are two people."""

_RISING = r"up|rise|rises|rose|risen|rising|increase[sd]?|gain(?:s|ed)?|jump(?:s|ed)?|climb(?:s|ed)?|grew|growth|higher|advance[sd]?"
_FALLING = r"down|falls?|fell|fallen|falling|drop(?:s|ped)?|decreased?|decreases|declined?|declines|lower|slid|slides?|lost|slipped"
_WAY_BEFORE = re.compile(rf"\b(?:(?P<ahead>{_RISING})|(?P<behind>{_FALLING}))\s(?:(?:by|of|about|nearly|almost|some|around)\s)*$", re.IGNORECASE)
_WAY_BEHIND = re.compile(rf"\s(?:(?P<ahead>{_RISING})|(?P<behind>{_FALLING}))\b", re.IGNORECASE)
_WINDOW = 40

_DETERMINED = re.compile(r"(?:\b(?:the|an?|his|her|its|their|my|our|your|whose)|[\w][’']s|s[’'])\s(?:very |only )?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"[ -](?!(?:of|and|or|but|to|in|on|at|by|for|from|with|as|than|half|lady|minister|responders?|aid|name|hand|thoughts?|nature|language|"
    r"part(?:y|ies)|world)\b)[^\W\d_]",
)
"""What stands behind an ordinal that puts things in order; not in "first aid" or "second thoughts", nor where nothing follows to be ordered."""
_FIRST = re.compile(r"\b(?:debut|debuts|debuted|maiden|inaugural|opening|opener|never before|unprecedented)\b", re.IGNORECASE)


class HeldNumbers:
    """The numbers of some articles."""

    def __init__(self, sources: Iterable[Article]) -> None:
        from claimdiff.values.numerals import find_numerals  # noqa: PLC0415 - only where there is a draft, and it takes a moment to compile

        self._claims: list[tuple[Claim, Quantity]] = []
        self._written: set[Decimal] = set()
        self._ordered: set[Decimal] = set()
        for source in sources:
            text = source.document.text
            self._claims += [(claim, replace(claim.value, direction=way(claim))) for claim in source.claims if isinstance(claim.value, Quantity)]
            self._written.update(numeral.value[0] for numeral in find_numerals(text) if numeral.readable and len(numeral.value) == 1)
            self._ordered.update(Decimal(number) for _, number in find_ordinals(text))
            if _FIRST.search(text):
                self._ordered.add(Decimal(1))

    def hold(self, claim: Claim) -> bool:
        """Whether the number of a claim stands in a source; small ones that say no more than "a" are not asked for."""
        assert isinstance(claim.value, Quantity)
        value = replace(claim.value, direction=way(claim))
        return _says_little(claim, value) or self._has(value)

    def nearest(self, claim: Claim) -> Claim | None:
        """The claim of a source with the nearest number of the same unit, if there is a near one."""
        assert isinstance(claim.value, Quantity)
        value = _plain(claim.value)
        alike = [(times_apart(value, _plain(other)), at, held) for at, (held, other) in enumerate(self._claims) if _of_one_unit(value, _plain(other))]
        apart, _, held = min(alike, default=(0.0, 0, None), key=lambda found: found[:2])
        return held if apart <= (_NEAR_IN_AGE if value.form == "age" else _NEAR) else None

    def order(self, place: int) -> bool:
        """Whether a source puts something in this place, or counts so many."""
        return Decimal(place) in self._ordered or Decimal(place) in self._written

    def _has(self, value: Quantity) -> bool:
        if value.form in ("count", "age") and len(value.value) == 1 and value.value[0] in self._written:
            return True
        if value.form == "rank" and self.order(int(value.value[0])):
            return True
        if any(_stands(value, other) for _, other in self._claims):
            return True
        return _is_range(value) and all(self._has(replace(value, value=(end,), low=end, high=end)) for end in value.value)


def ordinals(draft: Article) -> Iterator[tuple[Extent, int]]:
    """Every ordinal of a draft that puts things in order, with its place: "her second title", "the 70th anniversary", but no date, name or share."""
    text, taken = draft.document.text, [claim.extent for claim in draft.claims if claim.kind != "attribution"]
    for found, number in find_ordinals(text):
        extent, word = Extent(*found.span()), found.group()
        if any(extent.overlaps(other) for other in (*taken, *draft.document.furniture)):
            continue
        following = text[extent.end : extent.end + 2].strip(" -")
        if following[:1].isupper() and not word[0].islower():
            continue
        determined = word.casefold() not in ("first", "second", "third") or _DETERMINED.search(text, max(0, extent.start - _WINDOW), extent.start)
        if determined and _COUNTED.match(text, extent.end):
            yield extent, number


def _says_little(claim: Claim, value: Quantity) -> bool:
    """Whether it is "one" in letters, which is hardly more than "a", or "two" of things unnamed."""
    least = 1 if value.unit else 2
    return value.form in ("count", "duration") and len(value.value) == 1 and value.value[0] <= least and not claim.text[:1].isdigit()


def way(claim: Claim) -> Literal["ahead", "behind"] | None:
    """Which way a change went, where the words beside it tell: "up 4.5%", "a 4.5% drop"; None for what is no change."""
    value = claim.value
    assert isinstance(value, Quantity)
    if value.form not in ("percent", "money", "change"):
        return None
    text, extent = claim.document.text, claim.extent
    found = _WAY_BEFORE.search(text, max(0, extent.start - _WINDOW), extent.start) or _WAY_BEHIND.match(text, extent.end)
    return value.direction if value.direction or found is None else "ahead" if found["ahead"] else "behind"


def _plain(value: Quantity) -> Quantity:
    """The number and its unit alone: a share of a total as well as the total, per person as well as in all."""
    unit = value.unit.partition(" per ")[0] if value.unit else None
    return replace(value, unit=unit, part="total", form="duration" if value.form == "countdown" else value.form)


def _stands(one: Quantity, other: Quantity) -> bool:
    """Whether the number of the draft can be the source's."""
    if one.direction and other.direction and one.direction != other.direction:
        return False
    one, other = _plain(one), _plain(other)
    relation = relate(one, other)
    if relation is Relation.UNRELATED:
        # A number without a unit may be of any, and one that nobody meets by chance is told in many ways: "a 5.3 quake", "magnitude 5.3".
        return one.value == other.value and (None in (one.unit, other.unit) or ("count" in (one.form, other.form) and _is_rare(one.value)))
    if relation is Relation.OVERLAP:
        return not (_is_range(one) and _is_range(other)) and (not {one.comparator, other.comparator} & _BOUNDS or times_apart(one, other) <= _BEYOND)
    return relation in (Relation.SAME, Relation.ROUNDED)


def _is_rare(value: Sequence[Decimal]) -> bool:
    return all(number >= _RARE or number != number.to_integral_value() for number in value)


def _is_range(value: Quantity) -> bool:
    return len(value.value) == 2 and value.comparator == "=" and value.form != "score"


def _of_one_unit(one: Quantity, other: Quantity) -> bool:
    if one.form != other.form or one.form in ("score", "rank") or not comparable(one, other):
        return False
    return one.form != "count" or (one.unit is not None and one.unit == other.unit)
