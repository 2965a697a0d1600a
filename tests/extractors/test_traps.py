"""Traps are looked for beside numerals alone, and are those that the whole text has."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.extractors._traps import _TRAP, inside, traps
from claimdiff.model import Extent
from claimdiff.values.numerals import find_numerals

PAGES = sorted((Path(__file__).parents[2] / "fixtures").rglob("*.md"))
PIECES = """No. 5 group of 7 ZIP Code 20500 May 2020 A.D. 500 B.C. one day no nine-to-five a hundred per cent sure www.orlo.org/12 ida@orlo.org \ufffd
    M\ufffd double-digit 1 2. (3) 10:30 a.m. +1 202 555-0199 Main St H1 Covid-19 1,200 1990s ’90s call 911 - – the and boats""".split()
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", "", "\n", "  "])).map("".join), max_size=30).map("".join)


def _trapped(text, found):
    return [numeral.start for numeral in find_numerals(text) if inside(Extent(numeral.start, numeral.end), found)]


def _in_whole(text):
    return _trapped(text, [Extent(*match.span()) for match in _TRAP.finditer(text)])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_numerals_of_a_page_are_trapped_as_in_the_whole_text(page):
    text = page.read_text(encoding="utf-8")
    assert _trapped(text, traps(text, find_numerals(text))) == _in_whole(text)


@given(TEXTS)
def test_numerals_of_any_text_are_trapped_as_in_the_whole_text(text):
    assert _trapped(text, traps(text, find_numerals(text))) == _in_whole(text)
