"""How far two numbers count the same: one noun, one model under two names, people and a sort of people."""

from __future__ import annotations

import re

from claimdiff.alignment.lexicon import aliases, concept, persons
from claimdiff.model import Claim, Quantity
from claimdiff.values.units import measure

_NEXT_WORD = re.compile(r" (\w+)")

_FIGURES = re.compile(r"\d")

_SHORTEST = 4
"""Letters of a noun that another may end in: nobody is a "man" for being a woman."""

_OF_A_SORT = 0.5
"""How far units are alike of which one is a sort of the other: villagers are people, speedboats boats."""


_ASIDE = re.compile(r"(?P<sign>[^\w\s]?)\d[^()\n]{0,12} \((?P<own>[^\w\s(]?)$")
"""What stands before a figure in brackets right behind another, with their signs of currency."""


def same_unit(one: Quantity, other: Quantity) -> float:
    """1 for the same unit or noun and for two scores, 0.5 for one and a sort of it, -1 for other nouns, -0.5 if one has none.

    0 if both measure or have none.
    """
    if one.form == other.form == "score":
        return 1.0
    if not one.unit or not other.unit:
        return 0.0 if one.unit == other.unit else -0.5
    if concept(one.unit) == concept(other.unit):
        return 1.0
    if _is_kind_of(one.unit, other.unit) or _is_kind_of(other.unit, one.unit):
        return _OF_A_SORT
    if {one.unit, other.unit} <= persons() and {concept(one.unit), concept(other.unit)} & {concept("person")}:
        return _OF_A_SORT
    return -1.0 if one.form == other.form == "count" else 0.0


def _is_kind_of(one: str, other: str) -> bool:
    """Whether one noun is the other with more before it: "speedboat" and "boat"."""
    return len(other) >= _SHORTEST and one.endswith(other) and one not in persons()


def of_one_sort(one: Claim, other: Claim) -> bool:
    """Whether one counts by name alone what the other says in full: "seven AK-47s" and "12 AK 47 guns", "11 Yemenis" and "14 Yemeni pirates"."""
    return any(_has_designation(a, b) or _has_origin(a, b) or _is_population(a, b) for a, b in ((one, other), (other, one)))


def _is_population(one: Claim, other: Claim) -> bool:
    """Whether ``one`` is a population and ``other`` counts those who live somewhere: "a population of 100,000", "200,000 residents"."""
    assert isinstance(other.value, Quantity)
    return one.topic.head == "population" and other.value.form == "count" and concept(other.value.unit or "") == concept("person")


def of_other_nouns(one: Claim, other: Claim) -> bool:
    """Whether both count things, and not as many, by nouns that are no synonyms: "two flats", "three houses"; people go by many nouns.

    As many are of one thing all the same: "two flats" and "two homes".
    """
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    if one.value.value == other.value.value or of_one_sort(one, other) or {one.value.unit, other.value.unit} & persons():
        return False
    return same_unit(one.value, other.value) < -0.5


def _has_origin(one: Claim, other: Claim) -> bool:
    """Whether ``one`` counts people by their country alone, and ``other`` counts people of that country."""
    assert isinstance(one.value, Quantity)
    country = aliases().get(one.value.unit or "")
    if country is None:
        return False
    behind = _NEXT_WORD.match(other.document.text, other.extent.end)  # "12 Somali and 11 Yemeni pirates"
    words = [*other.text.split(), *([behind.group(1)] if behind else [])]
    return any(aliases().get(word.casefold()) == country for word in words)


def _has_designation(one: Claim, other: Claim) -> bool:
    assert isinstance(one.value, Quantity)
    unit = one.value.unit or ""
    return bool(_FIGURES.search(unit)) and _joined(unit) in _joined(other.text)


def _joined(text: str) -> str:
    """Letters and figures alone, in small letters."""
    return "".join(filter(str.isalnum, text.casefold()))


def is_sort_of(one: Claim, other: Claim) -> bool:
    """Whether ``one`` counts a sort of the people that ``other`` counts, and fewer: of "three people" hurt, "two villagers" may be a part."""
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    if same_unit(one.value, other.value) != _OF_A_SORT or concept(other.value.unit or "") != concept("person"):
        return False
    return max(one.value.value) < min(other.value.value)


def is_narrower(one: Claim, other: Claim) -> bool:
    """Whether ``one`` tells of a part of what ``other`` counts, and fewer: "four hardest-hit villages" of "seven villages", "$5m ($2m in cash)"."""
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    narrowed = set(one.topic.modifiers) > set(other.topic.modifiers) and one.value.form == "count"
    return (narrowed or _is_aside(one) > _is_aside(other)) and one.value.unit == other.value.unit and max(one.value.value) < min(other.value.value)


def _is_aside(claim: Claim) -> bool:
    """Whether it stands in brackets right behind another figure, of which it may be a part: another currency or measure converts the whole."""
    assert isinstance(claim.value, Quantity)
    first = claim.extent.start + (claim.value.form == "money" and not claim.text[0].isalnum())
    found = _ASIDE.search(claim.document.text, max(0, first - 24), first)
    return found is not None and found["sign"] == found["own"] and measure(claim.value.unit) is None
