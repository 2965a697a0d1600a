"""How far apart two quantities are."""

from __future__ import annotations

import pytest

from builders import quantity
from claimdiff.values.relations import Relation, comparable, relate, same_digits, times_apart


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


@pytest.mark.parametrize("part", ["rest", "more", "by", "from"])
def test_a_piece_of_a_number_is_not_compared_with_the_whole(part):
    """The other 12 hostages are no 17 hostages."""
    whole, piece = quantity(17, unit="hostage"), quantity(12, unit="hostage", part=part)

    assert not comparable(piece, whole)
    assert not comparable(whole, piece)
    assert comparable(piece, quantity(13, unit="hostage", part=part))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (quantity(700, comparator="~"), quantity(600, comparator="~"), Relation.APART),
        (quantity(700, comparator="~"), quantity(650, comparator="~"), Relation.OVERLAP),
        (quantity(700, low=630, high=770, comparator="~"), quantity(693), Relation.OVERLAP),
        (quantity(1000, 10000, comparator="~"), quantity(20000), Relation.OVERLAP),
        (quantity(1000, 10000, comparator="~"), quantity(300), Relation.APART),
    ],
    ids=["about 700, about 600", "about 700, about 650", "about 700, 693", "thousands, 20,000", "thousands, 300"],
)
def test_how_far_a_rounded_number_gives_way(one, other, relation):
    """An exact number may lie near a rounded one; two rounded ones differ by what they were rounded to; "thousands" is open upwards."""
    assert relate(one, other) is relate(other, one) is relation


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        (quantity("1.2", unit="mile"), quantity(12, unit="mile"), True),
        (quantity(200, unit="foot"), quantity(200, unit="metre"), True),
        (quantity(2, unit="mile"), quantity(20, unit="mile"), False),
        (quantity(12, unit="mile"), quantity(13, unit="mile"), False),
    ],
    ids=["a decimal point", "a unit", "one digit", "another number"],
)
def test_what_a_slip_of_the_pen_makes(one, other, slip):
    """Twelve miles for 1.2, metres for feet: far apart, and yet of one thing."""
    assert same_digits(one, other) is slip
