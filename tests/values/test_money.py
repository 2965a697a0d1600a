"""Whose money is meant, by what the text says of countries."""

from __future__ import annotations

import pytest

from claimdiff.values import units
from claimdiff.values._unit_tables import COUNTRIES, USUAL
from claimdiff.values.money import Money


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("A court in Chile ruled.", "pesos", "CLP"),
        ("Mexican police, a Mexican judge and one from Argentina met.", "pesos", "MXN"),
        ("The Pakistani court ruled.", "rupee", "PKR"),
        ("Nothing is said of any country.", "rupees", "INR"),
        ("Nothing is said of any country.", "pesos", None),
        ("Norway and Denmark met; Norway won.", "kroner", "NOK"),
        ("Saudi Arabia paid.", "Riyals", "SAR"),
        ("The article is on Canada.", "dollars", "USD"),
        ("All amounts are in Australian dollars.", "dollars", "AUD"),
        ("All dollar figures are Canadian.", "dollar", "CAD"),
    ],
)
def test_a_shared_name_is_the_money_of_the_country_most_spoken_of(text, word, code):
    """Dollars are American unless the text says of its figures that they are not."""
    assert Money(text).code(word) == code


@pytest.mark.parametrize(
    ("text", "scale", "following", "sterling"),
    [("", 1, "", False), ("", 10**6, ".", True), ("", 10**6, " of b", False), ("It cost £3.", 1, ".", True), ("It cost £3.", 1, " of b", False)],
)
def test_pounds_are_money_in_millions_or_beside_the_sign(text, scale, following, sterling):
    """Else they are a weight, as whatever "pounds of" something is."""
    assert Money(text).is_sterling(scale, following) is sterling


def test_the_usual_currency_of_a_name_is_one_that_has_it():
    """Every default is among the countries' currencies."""
    named = {(noun, code) for code, nouns, _ in units.rows(COUNTRIES) for noun in nouns.split()}

    assert {(noun, code) for nouns, code in units.rows(USUAL) for noun in nouns.split()} <= named


def test_an_adjective_and_a_name_make_one_country_money():
    """ "Canadian dollars" needs no context."""
    words = units.currency_words()

    assert (words["canadian dollars"], words["egyptian pounds"], words["new zealand dollar"]) == ("CAD", "EGP", "NZD")
