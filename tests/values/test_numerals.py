"""The number grammar: tables of what is written, and laws of what it is worth."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimdiff.values.numerals import DIGITS, find_numerals, parse_number

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, *, joined: bool = False) -> str:
    """``number`` in English words; with "and" behind the hundreds if ``joined``."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1_000:
        rest = f"{' and ' if joined else ' '}{spelled(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    for word, scale in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 10**3)):
        if number >= scale:
            rest = f" {spelled(number % scale, joined=joined)}" if number % scale else ""
            return f"{spelled(number // scale, joined=joined)} {word}{rest}"
    raise AssertionError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("7", "7"),
        ("41,250", "41250"),
        ("1,234,567", "1234567"),
        ("12,34,567", "1234567"),
        ("3.5", "3.5"),
        ("1,234.56", "1234.56"),
        (".5", "0.5"),
        ("12.5 million", "12500000"),
        ("12.5m", "12500000"),
        ("1.2bn", "1200000000"),
        ("40k", "40000"),
        ("3 lakh", "300000"),
        ("2 crore", "20000000"),
        ("1e9", "1000000000"),
        ("1.5E+6", "1500000"),
        ("25e-1", "2.5"),
        ("seven", "7"),
        ("Twenty-three", "23"),
        ("twenty three", "23"),
        ("a hundred", "100"),
        ("one hundred and five", "105"),
        ("two thousand and one", "2001"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("a half-dozen", "6"),
        ("half a million", "500000"),
        ("a half-million", "500000"),
        ("a quarter of a million", "250000"),
        ("two-thirds", "0.6666666666666666666666666667"),
        ("three quarters", "0.75"),
        ("three-fifths", "0.6"),
        ("3/4", "0.75"),
        ("2 1/2", "2.5"),
        ("½", "0.5"),
        ("2½", "2.5"),
        ("two and a half", "2.5"),
        ("two point five", "2.5"),
        ("one and a half million", "1500000"),
        ("twelve hundred", "1200"),
        ("1.2mil", "1200000"),
        ("1/32", "0.03125"),
        ("1⁄128", "0.0078125"),
        ("41\u202f250", "41250"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("1\u200b2", "12"),
        ("4\ufeff1\u200d2", "412"),
        ("2.5×10^6", "2500000"),
        ("1.5×10−3", "0.0015"),
        ("3 × 10⁸", "300000000"),
        ("4x10^-2", "0.04"),
        ("٤٢", "42"),
        ("４２", "42"),
    ],
)
def test_a_number_is_worth_what_it_says(text, value):
    """However it is written."""
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 12, 120),
        ("hundreds", 100, 1_000),
        ("thousands", 1_000, 10_000),
        ("tens of thousands", 10_000, 100_000),
        ("hundreds of thousands", 100_000, 1_000_000),
        ("millions", 1_000_000, 10_000_000),
        ("several dozen", 24, 120),
        ("a few hundred", 200, 1_000),
        ("a few thousand", 2_000, 10_000),
    ],
)
def test_a_vague_count_is_an_order_of_magnitude(text, low, high):
    """It has two ends and no value of its own."""
    (found,) = find_numerals(text)

    assert (found.value, found.kind) == ((Decimal(low), Decimal(high)), "vague")
    assert parse_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "none",
        "onerous",
        "someone",
        "tenant",
        "weight",
        "a few",
        "tens",
        "third",
        "the third man",
        "second half",
        "twelve or thirteen",
        "2 3",
        "seven men",
        "x7x",
        "nan",
        "infinity",
        "1_000",
        "²",
        "②",
        "Ⅻ",
    ],
)
def test_what_is_no_single_number_is_none(text):
    """Words that hold number words, other digits, and more than one number."""
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("107", "1"),
        ("1.2bn", "100000000"),
        ("1.18 billion", "10000000"),
        ("12.50", "0.01"),
        ("5 million", "1000000"),
        ("half a million", "100000"),
        ("three hundred", "100"),
        ("three hundred and five", "1"),
    ],
)
def test_the_place_of_the_last_digit_written_is_kept(text, step):
    """It tells rounding from contradiction."""
    (found,) = find_numerals(text)

    assert found.step == Decimal(step)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In all, 12.5 million people fled.", ["12.5 million"]),
        ("One man and two hundred and five women", ["One", "two hundred and five"]),
        ("between 10 and 15", ["10", "15"]),
        ("10-15 boats", ["10", "15"]),
        ("two-thirds of 90", ["two-thirds", "90"]),
        ("hundreds of thousands of dollars", ["hundreds of thousands"]),
        ("1,2 and 3", ["1", "2", "3"]),
        ("the first half of the match", []),
    ],
)
def test_numerals_are_found_where_they_stand(text, words):
    """Left to right, the longest reading, nothing twice."""
    assert [text[found.start : found.end] for found in find_numerals(text)] == words


@pytest.mark.parametrize("text", ["7" * 5_000, "7" * (DIGITS + 1), "1," + ",".join(["000"] * 2_000), "0." + "1" * 5_000])
def test_more_digits_than_any_news_needs_are_found_and_not_read(text):
    """Arithmetic on them has no bound; the figure is shown as one that could not be checked."""
    found = next(find_numerals(text))

    assert not found.readable
    assert parse_number(text) is None


def test_as_many_digits_as_news_needs_are_read():
    """The cap is above what is written."""
    assert parse_number("7" * DIGITS) == Decimal("7" * DIGITS)


@pytest.mark.parametrize("text", ["1e99999999", "1E99999999 people", "1e+99999999", "9e999999999999999999"])
def test_an_exponent_is_never_raised(text):
    """Formatting such a number would fill the memory; it is one figure that could not be read, and not two that could."""
    (found,) = find_numerals(text)

    assert not found.readable
    assert text[found.start : found.end] == text.removesuffix(" people")


@given(st.integers(0, 10**12 - 1), st.sampled_from(["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]), st.integers(1, 11))
def test_what_has_no_width_changes_no_number(number, unseen, at):
    """A reader sees the figure without it."""
    figure = str(number)

    assert parse_number(f"{figure[:at]}{unseen}{figure[at:]}".strip(unseen)) == number


@given(st.integers(0, 10**12 - 1), st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"]))
def test_digits_of_any_script_are_the_same_number(number, digits):
    """Decimal digits are digits, whoever writes them."""
    assert parse_number("".join(digits[int(digit)] for digit in str(number))) == number


@given(st.integers(0, 10**12 - 1), st.sampled_from([",", "\u00a0", "\u2009", "\u202f"]))
def test_a_grouped_figure_is_the_same_number(number, separator):
    """Thousands apart by commas or narrow spaces."""
    assert parse_number(f"{number:,}".replace(",", separator)) == number


def test_a_couple_of_hundred_is_approximate():
    """It has one value, said vaguely."""
    (found,) = find_numerals("a couple of hundred")

    assert (found.value, found.kind) == ((Decimal(200),), "vague")


@given(st.integers(0, 10**15 - 1), st.booleans())
def test_words_and_digits_are_the_same_number(number, joined):
    """Whatever number: spelled, in plain digits, and with separators."""
    assert parse_number(spelled(number, joined=joined)) == parse_number(str(number)) == parse_number(f"{number:,}") == number


@given(st.integers(0, 10**15 - 1))
def test_case_does_not_matter(number):
    """A sentence may begin with it, and a headline may shout it."""
    words = spelled(number)

    assert parse_number(words.capitalize()) == parse_number(words.upper()) == number


@given(st.decimals(0, 10**12, places=3))
def test_a_decimal_survives_being_written(number):
    """parse(format(n)) == n."""
    assert parse_number(f"{number:f}") == parse_number(f"{number:,f}") == number


@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]))
def test_a_scale_multiplies(whole, part, scale):
    """ "12.34 million" is 12,340,000."""
    word, places = scale

    assert parse_number(f"{whole}.{part:02} {word}") == Decimal(f"{whole}.{part:02}").scaleb(places)


@given(st.integers(1, 9), st.sampled_from([("third", 3), ("quarter", 4), ("fifth", 5), ("sixth", 6), ("eighth", 8), ("tenth", 10)]))
def test_a_fraction_is_its_numerator_by_its_denominator(above, part):
    """ "Three-fifths" is 0.6."""
    word, below = part
    assume(above < below)
    found = parse_number(f"{_ONES[above]}-{word}{'s' * (above > 1)}")

    assert found is not None
    assert abs(Fraction(found) - Fraction(above, below)) < Fraction(1, 10**20)


@settings(max_examples=300)
@given(st.text(st.sampled_from("0123456789,.½/- abdefhilmnorstuvwyz"), max_size=80))
def test_odd_text_gives_numerals_in_order(text):
    """Nothing crashes, nothing overlaps, every value is finite."""
    found = list(find_numerals(text))

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= numeral.start < numeral.end <= len(text) for numeral in found)
    assert all(number.is_finite() and number >= 0 for numeral in found for number in numeral.value)


@given(
    st.lists(
        st.sampled_from("one two twenty hundred thousand million dozen half third and a point of few several 7 3.5 1,000 - ½".split()), max_size=12
    )
)
def test_any_run_of_number_words_is_read(words):
    """Odd sentences of number words are read without complaint, and what is found is words of the text."""
    text = " ".join(words)

    for numeral in find_numerals(text):
        assert text[numeral.start : numeral.end].strip() == text[numeral.start : numeral.end]
