"""Which figures are of one sort, and which is of a part of the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builders import claim, quantity
from claimdiff.alignment.units import is_narrower, of_one_sort, of_other_nouns, same_unit
from claimdiff.model import Extent, Topic


def _in(text, words, number, **fields):
    """The claim of ``words`` within a text."""
    made = claim(quantity(number, **fields), text)
    start = text.index(words)
    return replace(made, extent=Extent(start, start + len(words)))


def _dollars(text, words):
    return _in(text, words, Decimal(words.strip("$M")), unit="USD", form="money")


@pytest.mark.parametrize(
    ("text", "narrower"),
    [
        ("The deal cost $340M ($21M in cash).", True),
        ("The deal cost €30M ($21M).", False),
        ("The deal (which cost $21M) was signed.", False),
        ("The deal cost 3 others (more than $21M each).", False),
    ],
)
def test_a_sum_in_brackets_behind_another_of_its_currency_is_a_part(text, narrower):
    """A sum in another currency tells the whole once more."""
    assert is_narrower(_dollars(text, "$21M"), _dollars("It paid $340M.", "$340M")) is narrower


def test_a_length_in_brackets_is_converted():
    """ "2,000ft (609 metres)" is one height."""
    metres = {"unit": "metre", "form": "measure"}

    assert not is_narrower(_in("He fell 2000ft (609 metres).", "609 metres", 609, **metres), _in("He fell 700 metres.", "700 metres", 700, **metres))


@pytest.mark.parametrize(
    ("words", "unit", "of_one"),
    [("14 Yemenis", "yemenis", True), ("14 Somalis", "somalis", False), ("14 boats", "boat", False)],
)
def test_people_counted_by_their_country_are_of_one_sort_with_others_of_it(words, unit, of_one):
    """Whoever they are besides."""
    pirates = _in("Yemeni pirates", "Yemeni pirates", 11, unit="pirate")

    assert of_one_sort(_in(words, words, 14, unit=unit), pirates) is of_one
    assert of_one_sort(pirates, _in(words, words, 14, unit=unit)) is of_one


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("speedboat", "boat", 0.5), ("woman", "man", -1.0), ("house", "boat", -1.0), ("villager", "people", 0.5), ("boat", "vessel", 1.0)],
)
def test_how_far_two_nouns_count_the_same(one, other, alike):
    """A sort of a thing counts half, whichever comes first."""
    assert same_unit(quantity(5, unit=one), quantity(2, unit=other)) == alike
    assert same_unit(quantity(2, unit=other), quantity(5, unit=one)) == alike


def test_the_country_of_a_number_may_stand_behind_it():
    """ "12 Somali and 11 Yemeni pirates"."""
    text = "The navy caught 12 Somali and 11 Yemeni pirates."

    assert of_one_sort(_in("16 Somalis", "16 Somalis", 16, unit="somalis"), _in(text, "12", 12))
    assert not of_one_sort(_in("16 Yemenis", "16 Yemenis", 16, unit="yemenis"), _in(text, "12", 12))


@pytest.mark.parametrize(
    ("words", "unit", "number", "of_others"),
    [
        ("3 houses", "house", 3, True),
        ("2 houses", "house", 2, False),
        ("3 apartments", "apartment", 3, False),
        ("3 people", "person", 3, False),
    ],
)
def test_things_by_other_nouns_are_others_unless_they_are_as_many(words, unit, number, of_others):
    """People are called by so many nouns that they are not told apart by them."""
    flats = _in("2 flats", "2 flats", 2, unit="flat")

    assert of_other_nouns(flats, _in(words, words, number, unit=unit)) is of_others
    assert of_other_nouns(_in(words, words, number, unit=unit), flats) is of_others


@pytest.mark.parametrize(("unit", "of_one"), [("resident", True), ("people", True), ("boat", False)])
def test_a_population_is_of_people(unit, of_one):
    """ "A population of 100,000" and "200,000 residents"."""
    population = claim(quantity(100000), "100,000", topic=Topic(head="population"))

    assert of_one_sort(population, claim(quantity(200000, unit=unit), f"200,000 {unit}")) is of_one
