"""The table of units: conversions checked against pint, spellings, currencies, and the patterns that find them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.model import Quantity
from claimdiff.values import units
from claimdiff.values._unit_tables import CURRENCIES, MEASURES
from claimdiff.values.relations import Relation, relate

_PINT = {
    "year": "gregorian_year",
    "month": "gregorian_year / 12",
    "decade": "10 * gregorian_year",
    "century": "100 * gregorian_year",
    "acre": "4840 * yard ** 2",
    "nautical mile": "nautical_mile",
    "square metre": "metre ** 2",
    "square kilometre": "kilometre ** 2",
    "square foot": "foot ** 2",
    "square mile": "mile ** 2",
    "barrel": "oil_barrel",
    "cubic metre": "metre ** 3",
    "cubic foot": "foot ** 3",
    "tonne": "metric_ton",
    "kilometre per hour": "kilometre / hour",
    "mile per hour": "mile / hour",
    "kilowatt hour": "kilowatt * hour",
    "megawatt hour": "megawatt * hour",
    "gigawatt hour": "gigawatt * hour",
    "terawatt hour": "terawatt * hour",
    "watt hour": "watt * hour",
    "light year": "light_year",
    "metre per second": "metre / second",
    "metric horsepower": "metric_horsepower",
    "milliampere hour": "milliampere * hour",
    "pound per square inch": "pound_force_per_square_inch",
    "kilopound per square inch": "kip_per_square_inch",
    "newton metre": "newton * metre",
    "pound foot": "foot * force_pound",
    "part per million": "ppm",
    "part per billion": "ppm / 1000",
    "megabit per second": "megabit / second",
    "gigabit per second": "gigabit / second",
}
"""What pint calls a unit where our name is another. Its year is the Julian one of astronomers, its acre the American surveyors'."""

_BASE = {
    "time": "second",
    "length": "metre",
    "area": "metre ** 2",
    "volume": "metre ** 3",
    "mass": "kilogram",
    "speed": "metre / second",
    "power": "watt",
    "energy": "joule",
    "frequency": "hertz",
    "voltage": "volt",
    "information": "byte",
    "data rate": "bit / second",
    "charge": "coulomb",
    "pressure": "pascal",
    "torque": "newton * metre",
    "concentration": "dimensionless",
}

_ALONE = {"degree Celsius", "degree Fahrenheit", "degree", "decibel", "magnitude", "mile per gallon", "revolution per minute"}
"""Each the only unit of its dimension: degrees of two scales are never converted, their difference is no ratio."""


@pytest.fixture(scope="module")
def registry():
    """Pint with exact decimals."""
    return pint.UnitRegistry(non_int_type=Decimal)


@pytest.mark.parametrize("name", sorted(set(units.measures()) - _ALONE))
def test_every_measure_converts_as_pint_does(registry, name):
    """Its size in the base unit, to twelve digits."""
    ours = units.measures()[name]
    factor = registry.parse_expression(_PINT.get(name, name)).to(_BASE[ours.dimension]).magnitude

    assert abs(ours.factor - factor) <= factor * Decimal("1e-12")


def test_only_lone_units_are_not_checked():
    """Whatever has a second unit in its dimension can be converted, and is checked above."""
    sizes = Counter(measure.dimension for measure in units.measures().values())

    assert {name for name, measure in units.measures().items() if measure.dimension not in _BASE} == _ALONE
    assert all(sizes[units.measures()[name].dimension] == 1 for name in _ALONE)


@given(st.sampled_from(sorted(units.measures())), st.sampled_from(sorted(units.measures())), st.integers(1, 10**6))
def test_a_converted_quantity_is_the_same_quantity(one, other, number):
    """12 miles and 19.312128 kilometres never differ; miles and hectares are never compared."""
    a, b = units.measures()[one], units.measures()[other]
    converted = number * a.factor / b.factor
    relation = relate(_quantity(Decimal(number), one), _quantity(converted, other))

    if a.dimension == b.dimension:
        assert relation in (Relation.SAME, Relation.OVERLAP, Relation.ROUNDED)
    else:
        assert relation is Relation.UNRELATED


def _quantity(number: Decimal, unit: str) -> Quantity:
    return Quantity((number,), number, number, unit, form="measure", step=Decimal("1e-12"))


def test_no_spelling_stands_for_two_measures():
    """ "m" is metres alone."""
    written = [spelling for _, _, _, spellings, symbols in units.rows(MEASURES) for spelling in (spellings + " " + symbols).split()]

    assert [spelling for spelling, times in Counter(written).items() if times > 1] == []


def test_no_sign_or_word_stands_for_two_currencies():
    """ "$" is one currency unless a letter says which."""
    rows = units.rows(CURRENCIES)
    signs = [sign for _, before, _ in rows for sign in before.split()]
    words = [word for _, _, after in rows for word in after.split()]

    assert [sign for sign, times in Counter(signs).items() if times > 1] == []
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert set(units.measure_spellings()) & set(units.currency_words()) == set()


@pytest.mark.parametrize("spelling", sorted(units.measure_spellings()))
def test_every_spelling_of_a_measure_is_found_behind_a_figure(spelling):
    """The longest one wins: "square metres" is not read as squares."""
    match = units.suffix_pattern().match(f" {spelling} away")

    assert match is not None
    assert match["word"] is not None
    assert units.measure_spellings()[match["word"].casefold()] == units.measure_spellings()[spelling]


@pytest.mark.parametrize("word", sorted(units.currency_words()))
def test_every_word_of_a_currency_is_found_behind_a_figure(word):
    """In any case of letters."""
    match = units.suffix_pattern().match(f" {word.upper()}.")

    assert match is not None
    assert units.currency_words()[match["word"].casefold()] == units.currency_words()[word]


@pytest.mark.parametrize("sign", sorted(units.currency_signs()))
def test_every_sign_of_a_currency_is_found_before_a_figure(sign):
    """The longest one wins: "A$" is not read as "$"."""
    match = units.prefix_pattern().search(f"for {sign}")

    assert match is not None
    assert match["sign"] == sign


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("%", "percent"),
        (" %", "percent"),
        (" percent", "percent"),
        (" per cent", "percent"),
        ("-percent", "percent"),
        (" pct", "percent"),
        (" percentage points", "point"),
        (" percent points", "point"),
        (" basis points", "basis"),
        (" cents", "cents"),
        ("-metre", "word"),
        ("km", "word"),
        ("\u00a0km", "word"),
    ],
)
def test_a_unit_stands_right_behind_its_figure(text, group):
    """Glued, hyphenated, or a space away."""
    match = units.suffix_pattern().match(text)

    assert match is not None
    assert match[group] is not None


@pytest.mark.parametrize(
    "text", [" people", " metronome", " minuscule", " daylight", "nd", " poundage", " euroland", " yearning", " mmm", " footage"]
)
def test_a_word_that_begins_like_a_unit_is_none(text):
    """A unit ends where its word ends."""
    assert units.suffix_pattern().match(text) is None


def test_what_is_no_measure_has_no_dimension():
    """Currencies, proportions and counted nouns convert into nothing."""
    assert [units.measure(unit) for unit in ("USD", units.PERCENT, "people", "", None)] == [None] * 5


@pytest.mark.parametrize(("one", "other", "ratio"), [("mile", "kilometre", "1.609344"), ("acre", "hectare", "0.40468564224"), ("week", "day", "7")])
def test_well_known_ratios(one, other, ratio):
    """A reader can check these by heart."""
    table = units.measures()

    assert table[one].factor / table[other].factor == Decimal(ratio)
