"""Whatever stands in an article, a parser of values gives a value or none. Numerals and dates have such tests of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.values import _durations, gender, hedges, identity, names, numerals, quotes, timex, units, wording, zones

PARTS = "“ ” \" ' ’ ‘ `` '' „ « » ( ) [ ] - – — / . , : ; % £ $ € ² ½ ٣ 0 1 12 1,000 1e9 1_0 \u200b \u202e \x00 \x1b \ud800 \ufffd \u0130 ß".split(
    " "
)
WORDS = "no not few dozen about over Mr Marsh U.S. EST GMT may May 90s first twenty-first half a per cent bn km/h said not Ltd said, 's née".split()
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from([*PARTS, *WORDS, " ", "\n", "\n\n"]), max_size=40).map("".join))
PARSERS = {
    "acronym": names.acronym,
    "amount": _durations.amount,
    "bare name": names.bare_name,
    "changes": lambda text: wording.changes(wording.words(text), wording.words(text[::-1])),
    "day": lambda text: timex.parse_value(text, date(2021, 1, 12)),
    "folded": identity.folded,
    "gender": lambda text: gender.of_words(*text.split()),
    "hedges": hedges.hedges_in,
    "is body": identity.is_body,
    "likeness": lambda text: wording.likeness(wording.stems(text), wording.stems(text)),
    "measure": units.measure,
    "names unit": units.names_unit,
    "one": lambda text: identity.may_be_one(text, text[::-1]),
    "quotes": quotes.find_quotes,
    "words": wording.words,
    "zone": lambda text: zones.offset_of(text, date(2021, 1, 12), text),
}


@pytest.mark.parametrize("name", PARSERS)
@given(text=TEXTS)
def test_no_text_crashes_a_parser(name, text):
    """And the same text gives the same twice."""
    assert PARSERS[name](text) == PARSERS[name](text)


@given(TEXTS)
def test_quotations_lie_in_the_text_one_behind_the_other(text):
    """Marks and all; none is empty."""
    ends = 0
    for extent in quotes.find_quotes(text):
        assert ends <= extent.start < extent.end <= len(text)
        ends = extent.end


@given(TEXTS, st.integers(0, 80))
def test_hedges_lie_where_they_were_asked_for(text, at):
    """Also where the place is behind the text."""
    for thing in hedges.hedged(text, at):
        extent = hedges.phrase_in(thing, text, at)
        assert extent is None or at <= extent.start < extent.end <= at + len(text)


@given(TEXTS)
def test_a_number_that_is_read_is_one(text):
    """No infinity and nothing that is no number, whatever Python makes of such words."""
    number = numerals.parse_number(text)

    assert number is None or (isinstance(number, Decimal) and number.is_finite())


@given(TEXTS)
def test_a_text_is_as_like_itself_as_can_be(text):
    """Or has no word in it."""
    stems = wording.stems(text)

    assert wording.likeness(stems, stems) in ((0.0, 1.0) if not stems else (1.0,))
