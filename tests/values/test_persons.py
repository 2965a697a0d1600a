"""Whether two names cannot be one person's."""

from __future__ import annotations

import pytest

from claimdiff.values.persons import may_be_one_person

ONE = [
    ("Anna Kemp", "Kemp"),
    ("Anna Kemp", "A. B. Kemp"),
    ("Anna Kemp", "Dr. Anna Kemp Lowe"),
    ("Anna Kemp", "Kemp Anna"),
    ("Robert Kemp", "Bob Kemp"),
    ("Mikhail Sokolov", "Michail Sokoloff"),
    ("Anna Del Monte", "Anna DelMonte"),
    ("Tom Kemp Jr.", "Tom Kemp"),
]
TWO = [("Anna Kemp", "Oscar Hale"), ("Anna Kemp", "Anna Hale"), ("A.J. Kemp", "A.J. Hale"), ("Kemp", "Oscar Hale"), ("Tom Kemp Jr.", "Al Hale Jr.")]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_variants_may_be_one_person(one, other):
    """Either way round."""
    assert may_be_one_person(one, other)
    assert may_be_one_person(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_other_family_names_are_other_persons(one, other):
    """Whatever the first name."""
    assert not may_be_one_person(one, other)
    assert not may_be_one_person(other, one)
