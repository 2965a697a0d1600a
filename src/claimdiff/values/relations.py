"""How two values stand to each other: equal, overlapping, equal after rounding, apart. What that means is for the rules to judge."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from claimdiff.model import Quantity
from claimdiff.values.units import measure

_UPWARD = frozenset({">", ">="})
_DOWNWARD = frozenset({"<", "<="})
_OWN_PARTS = frozenset({"by", "from", "more", "rest"})
"""Parts of a telling that only compare with their like: the amount of a rise is not the level it reached."""


class Relation(Enum):
    """How two values of one kind stand to each other."""

    SAME = "same"
    OVERLAP = "overlap"  # both can hold: "about 700" and 693
    ROUNDED = "rounded"  # the finer one, rounded as the coarser is written, is the coarser one
    BOUNDS = "bounds"  # two bounds in one direction that differ: "at least six" and "at least seven"
    APART = "apart"
    UNRELATED = "unrelated"  # not of one dimension, currency or part: nothing to compare


def relate(one: Quantity, other: Quantity) -> Relation:
    """How two quantities stand to each other; symmetric."""
    if not comparable(one, other):
        return Relation.UNRELATED
    if one.form == "score" or other.form == "score":
        return Relation.SAME if sorted(one.value) == sorted(other.value) else Relation.APART
    a, b = _Scaled(one, other), _Scaled(other, one)
    if a.value == b.value and (one.comparator == other.comparator or _in_one_direction(one, other)):
        return Relation.SAME
    if _in_one_direction(one, other):
        return Relation.BOUNDS
    if one.comparator == other.comparator == "~" and len(a.value) == len(b.value) == 1:
        # Of two rounded figures neither gives way: "about 600" is not "some 700".
        return Relation.OVERLAP if abs(a.value[0] - b.value[0]) <= _coarsest(a, b, one, other) / 2 else Relation.APART
    if a.value == b.value and {one.comparator, other.comparator} in ({"=", ">"}, {"=", "<"}) and _rounding(one) > 1:
        return Relation.ROUNDED  # "40,000 acres" may well be what another desk calls "more than 40,000"
    if a.meets(b):
        return Relation.SAME if a.value == b.value else Relation.OVERLAP
    if len(a.value) == len(b.value) == 1 and 0 < abs(a.value[0] - b.value[0]) <= _tolerance(a, b, one, other):
        # Converting rounds by itself, and says nothing about who is right.
        return Relation.ROUNDED if a.factor == b.factor else Relation.OVERLAP
    return Relation.APART


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether the two are of one dimension (or currency, or both counts), form and part; counted nouns are not looked at."""
    if {one.part, other.part} & _OWN_PARTS and one.part != other.part:
        return False
    if "score" in (one.form, other.form) or "rank" in (one.form, other.form) or "age" in (one.form, other.form):
        return one.form == other.form
    return _dimension(one) == _dimension(other)


def times_apart(one: Quantity, other: Quantity) -> float:
    """How many times the larger exceeds the smaller, units converted, ranges by their nearer ends; 1 where that cannot be said."""
    a, b = sorted((_Scaled(one, other).value, _Scaled(other, one).value), key=min)
    return float(min(b) / max(a)) if min(a) > 0 and min(b) > max(a) and "score" not in (one.form, other.form) else 1.0


def in_base_unit(quantity: Quantity) -> tuple[str, tuple[Decimal, ...]]:
    """What is measured, and the numbers in the base unit of that: equal for quantities of one value."""
    known = measure(quantity.unit) if quantity.unit else None
    factor = known.factor if known else Decimal("0.01") if quantity.form == "percent" else Decimal(1)
    return _dimension(quantity), tuple(number * factor for number in quantity.value)


def _dimension(quantity: Quantity) -> str:
    """What is measured: a physical dimension, a currency, a proportion, or a count of things."""
    if quantity.form in ("percent", "share"):
        return "percentage point" if quantity.unit in ("percentage point", "basis point") else "proportion"
    if quantity.form == "money":
        return quantity.unit or "money"
    known = measure(quantity.unit) if quantity.unit else None
    return known.dimension if known else "count"


class _Scaled:
    """The numbers of a quantity in the base unit of its dimension, for comparison with another."""

    def __init__(self, quantity: Quantity, other: Quantity) -> None:
        self.factor = _factor(quantity, other)
        self.value = tuple(number * self.factor for number in quantity.value)
        vague = quantity.comparator == "~" and len(quantity.value) > 1  # "thousands" may be twenty thousand
        self.low = None if quantity.low is None else quantity.low * self.factor
        self.high = None if quantity.high is None or vague else quantity.high * self.factor
        self.open_low = quantity.comparator == ">"
        self.open_high = quantity.comparator == "<"

    def meets(self, other: _Scaled) -> bool:
        """Whether the two intervals share a point."""
        return not (self._above(other) or other._above(self))

    def _above(self, other: _Scaled) -> bool:
        if self.low is None or other.high is None:
            return False
        return self.low > other.high or (self.low == other.high and (self.open_low or other.open_high))


def _factor(quantity: Quantity, other: Quantity) -> Decimal:
    if quantity.form == "percent" and other.form == "share":
        return Decimal("0.01")
    if quantity.unit == other.unit or not quantity.unit:
        return Decimal(1)
    known = measure(quantity.unit)
    return known.factor if known else Decimal(1)


def _in_one_direction(one: Quantity, other: Quantity) -> bool:
    return any(one.comparator in way and other.comparator in way for way in (_UPWARD, _DOWNWARD))


def _tolerance(a: _Scaled, b: _Scaled, one: Quantity, other: Quantity) -> Decimal:
    """Half of what the coarser writing rounds away; where units were converted, what both round away, trailing zeros included."""
    if a.factor == b.factor:
        return max(one.step * a.factor, other.step * b.factor) / 2
    return (_rounding(one) * a.factor + _rounding(other) * b.factor) / 2


def _coarsest(a: _Scaled, b: _Scaled, one: Quantity, other: Quantity) -> Decimal:
    """What the rounder of two figures rounds away; where units were converted, what both do."""
    found = (_rounding(one) * a.factor, _rounding(other) * b.factor)
    return max(found) if a.factor == b.factor else found[0] + found[1]


def same_digits(one: Quantity, other: Quantity) -> bool:
    """Whether a slip of the decimal point or of the unit would turn one into the other: "1.2 miles" and "12 miles", "200ft" and "200m"."""
    digits = [number.normalize().as_tuple().digits for quantity in (one, other) for number in quantity.value]
    return len(digits) == 2 and digits[0] == digits[1] and len(digits[0]) + (one.unit != other.unit) > 1


def _rounding(quantity: Quantity) -> Decimal:
    """Place value of the last digit that is not zero (300: 100)."""
    number = quantity.value[0].normalize()
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(quantity.step, Decimal(1).scaleb(exponent)) if number else quantity.step
