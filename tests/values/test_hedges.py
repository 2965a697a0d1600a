"""Hedges and what they stand over."""

from __future__ import annotations

import pytest

from claimdiff.values.hedges import further_hedges, hedged, hedges_in, phrase_in


@pytest.mark.parametrize(
    ("sentence", "over"),
    [
        ("they held the suspected arsonist", ["suspected arsonist"]),
        ("a so-called ex-spy left", ["so-called ex-spy"]),
        ("the alleged fraud and the purported will", ["alleged fraud", "purported will"]),
        ("whom they suspected, he said", []),
        ("they suspected", []),
        ("nothing to see", []),
    ],
)
def test_a_hedge_stands_over_the_next_word(sentence, over):
    """A mark between them breaks it."""
    assert [thing.extent.of("." * 10 + sentence) for thing in hedged(sentence, 10)] == over


def test_the_thing_is_found_in_another_form():
    """By its stem."""
    (thing,) = hedged("the alleged ringleaders fled", 0)
    place = phrase_in(thing, "one ringleader fled", 5)

    assert place is not None
    assert (place.start, place.end) == (9, 19)
    assert phrase_in(thing, "one driver fled", 5) is None


@pytest.mark.parametrize(
    ("other", "own", "further"),
    [
        ("the man may have fled", "the alleged man fled", True),
        ("police said the man fled", "police say the alleged man fled", False),
        ("the suspected man fled", "the alleged man fled", True),
        ("the man fled", "the alleged man fled", False),
    ],
)
def test_what_hedges_another_way_is_a_further_hedge(other, own, further):
    """Words both sentences have are none."""
    assert bool(further_hedges(other, own)) is further


def test_hedges_of_a_text_are_named_once():
    """In order, phrases included."""
    assert hedges_in("the Alleged plan, believed to be an alleged fraud") == ("alleged", "believed to")
