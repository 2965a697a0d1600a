"""How far two numbers count the same: one noun, one model under two names, people and a sort of people."""

from __future__ import annotations

import re

from claimdiff.alignment.lexicon import concept, persons
from claimdiff.model import Claim, Quantity

_FIGURES = re.compile(r"\d")

_OF_A_SORT = 0.5
"""How far units are alike of which one is people and the other a sort of people."""


def same_unit(one: Quantity, other: Quantity) -> float:
    """1 for the same unit or noun and for two scores, 0.5 for people and a sort of people, -1 for other nouns, -0.5 if one has none.

    0 if both measure or have none.
    """
    if one.form == other.form == "score":
        return 1.0
    if not one.unit or not other.unit:
        return 0.0 if one.unit == other.unit else -0.5
    if concept(one.unit) == concept(other.unit):
        return 1.0
    if {one.unit, other.unit} <= persons() and {concept(one.unit), concept(other.unit)} & {concept("person")}:
        return _OF_A_SORT
    return -1.0 if one.form == other.form == "count" else 0.0


def of_one_model(one: Claim, other: Claim) -> bool:
    """Whether one counts by a designation alone what the other names in full: "seven AK-47s" and "12 AK 47 guns"."""
    return _has_designation(one, other) or _has_designation(other, one)


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
    """Whether the words of ``one`` narrow down what ``other`` counts, and it counts fewer: "four hardest-hit villages" of "seven villages"."""
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    narrowed = set(one.topic.modifiers) > set(other.topic.modifiers) and one.value.form == "count"
    return narrowed and one.value.unit == other.value.unit and max(one.value.value) < min(other.value.value)
