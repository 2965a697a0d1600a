"""Ordinal numbers in words and figures."""

from __future__ import annotations

import re

import pytest

from claimdiff.values.ordinals import ORDINAL, ordinal

_PATTERN = re.compile(ORDINAL, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("first", 1),
        ("Third", 3),
        ("twelfth", 12),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("ninety ninth", 99),
        ("hundredth", 100),
        ("1st", 1),
        ("22nd", 22),
        ("113TH", 113),
    ],
)
def test_an_ordinal_is_its_number(text, number):
    """However it is written."""
    match = _PATTERN.fullmatch(text)

    assert match is not None
    assert ordinal(match.group()) == number


@pytest.mark.parametrize("text", ["one", "firstly", "21", "secondhand", "th", "twenty", "forest"])
def test_what_is_no_ordinal_does_not_match(text):
    """Cardinals, and words that only begin like one."""
    assert _PATTERN.fullmatch(text) is None


@pytest.mark.parametrize("number", range(1, 200))
def test_figures_with_their_ending_are_read_back(number):
    """Writing and reading are inverse."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

    assert ordinal(f"{number}{ending}") == number
