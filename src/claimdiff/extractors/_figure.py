"""A number of the text with its unit, before the parse is asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimdiff.model import Form


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit.

    Attributes:
        start, end: where, unit and currency sign included.
        number_start, number_end: the numeral alone.
        value: one number, or two of a range, a vague count or a score.
        step: place value of the last digit written.
        unit: canonical unit or currency; None when it counts a noun that the parse must find.
        form: count until a unit says otherwise.
        attributive: whether the unit is hyphenated to the number ("131-page").
        written: how the numeral is written.
        readable: False when it has too many digits.
        scale: the scale word it ends in, 1 if none.
        suspended: whether its hyphen waits for the noun of a later number ("four- and six-cylinder").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: tuple[Decimal, ...]
    step: Decimal
    unit: str | None = None
    form: Form = "count"
    attributive: bool = False
    written: str = "figure"
    readable: bool = True
    scale: Decimal = Decimal(1)
    suspended: bool = False
