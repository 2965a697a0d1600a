"""How far apart two quantities are."""

from __future__ import annotations

import pytest

from builders import quantity
from claimdiff.values.relations import times_apart


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        (quantity(3, unit="house"), quantity(6, unit="house"), 2),
        (quantity(3, 5, unit="house"), quantity(4, unit="house"), 1),
        (quantity(3, 5, unit="house"), quantity(10, unit="house"), 2),
        (quantity(2, unit="kilometre", form="measure"), quantity(500, unit="metre", form="measure"), 4),
        (quantity(0, unit="house"), quantity(6, unit="house"), 1),
        (quantity(3, 2, form="score"), quantity(30, 20, form="score"), 1),
    ],
    ids=["twice", "a range around it", "the nearer end", "other units", "nothing", "scores"],
)
def test_how_many_times_the_larger_is_the_smaller(one, other, times):
    """Whichever comes first, after conversion; 1 where no factor means anything."""
    assert times_apart(one, other) == times_apart(other, one) == times
