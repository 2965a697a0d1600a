"""How far apart two quantities are."""

from __future__ import annotations

import pytest

from builders import quantity
from claimdiff.values.relations import comparable, times_apart


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


@pytest.mark.parametrize("part", ["part", "rest", "more", "by", "from"])
def test_a_piece_of_a_number_is_not_compared_with_the_whole(part):
    """The other 12 hostages are no 17 hostages."""
    whole, piece = quantity(17, unit="hostage"), quantity(12, unit="hostage", part=part)

    assert not comparable(piece, whole)
    assert not comparable(whole, piece)
    assert comparable(piece, quantity(13, unit="hostage", part=part))
