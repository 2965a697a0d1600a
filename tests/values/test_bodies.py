"""Whether two names of a place or body are one's."""

from __future__ import annotations

import pytest

from claimdiff.values.bodies import same_body


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ashby", "Ashby", "same"),
        ("the Ashby", "Ashby", "same"),
        ("French", "France", "same"),
        ("United Nations", "UN", "same"),
        ("Ashby", "Ashby Island", "perhaps"),
        ("Lindow County Superior Court", "Superior Court", "perhaps"),
        ("Lindow Superior Court", "Superior Court", "perhaps"),
        ("Ashby", "Ashby County", "no"),
        ("Harvest Party", "Harvest Party Youth Council", "no"),
        ("Ashby", "Lindow", "no"),
    ],
)
def test_places_and_bodies_compare_by_their_names(one, other, expected):
    """Either way round."""
    assert same_body(one, other) == same_body(other, one) == expected
