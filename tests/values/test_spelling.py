"""Which words are one name in two spellings, and that near ones are found without comparing all with all."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.values.spelling import is_slip, near, plain, slips

SLIPS = ["brandtner brandtmer", "skjerholm skjrholm", "velikov vleikov", "ethiopian ethopian", "aden eden", "skjerholmen skjarholmin"]
NONE = [
    "velikov velikov",
    "lee leo",
    "yemen yemeni",
    "somalia somalis",
    "iran iranian",
    "norvane norvanes",
    "slovakia slovenia",
    "north south",
    "covid19 covid18",
]


@pytest.mark.parametrize("pair", SLIPS)
def test_a_slip_apart(pair: str) -> None:
    one, other = pair.split()
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize("pair", NONE)
def test_two_words(pair: str) -> None:
    one, other = pair.split()
    assert not is_slip(one, other)


def test_case_accents_and_marks_are_no_letters() -> None:
    assert plain("Raúl-O’Íbarra") == "raulo" + "ibarra"


@pytest.mark.parametrize(("one", "other", "number"), [("aden", "eden", 1), ("velikov", "vleikov", 1), ("abc", "abc", 0), ("abcd", "a", 3)])
def test_slips_are_counted(one: str, other: str, number: int) -> None:
    assert slips(one, other) == number


WORDS = st.text("abeknov", min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_slips_are_the_same_both_ways_and_none_for_equal_words(one: str, other: str) -> None:
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)


@given(st.lists(WORDS, max_size=12))
def test_near_finds_every_two_words_a_slip_apart(words: list[str]) -> None:
    assert set(near(words)) == {(a, b) for a, b in combinations(sorted(set(words)), 2) if is_slip(a, b)}
