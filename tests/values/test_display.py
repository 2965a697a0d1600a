"""Values as a report words them."""

from __future__ import annotations

import pytest

from builders import quantity
from claimdiff.values.display import describe


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (quantity("1200000", unit="GBP per year", form="money"), "GBP 1,200,000 per year"),
        (quantity("1200000", unit="GBP", form="money"), "GBP 1,200,000"),
        (quantity("9", unit="day", form="duration"), "9 days"),
        (quantity("1", unit="day", form="duration"), "1 day"),
        (quantity("34", unit="year old", form="age"), "34 years old"),
        (quantity("18", unit="kilometre per hour", form="measure"), "18 kilometres per hour"),
        (quantity("700", unit="passenger", comparator=">"), "more than 700 passengers"),
        (quantity("7", unit="%", form="percent"), "7%"),
    ],
)
def test_a_quantity_reads_as_an_editor_would_write_it(value, words):
    """Currency before the figures, what it is counted by behind them, units in the number their value asks for."""
    assert describe(value) == words
