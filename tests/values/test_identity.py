"""Which names may be one speaker's."""

from __future__ import annotations

import pytest

from claimdiff.values.gender import of_pronoun, of_words
from claimdiff.values.identity import is_body, is_medium, may_be_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elena Marsh", "Marsh"),
        ("Mayor Elena Marsh", "Elena Marsh"),
        ("Élena Marsh", "Elena Marsh"),
        ("Harbour Police Department", "HPD"),
        ("Tehran", "Iran"),
        ("White House", "U.S."),
        ("Norvane Corporation", "the Norvane"),
        ("Alishvandi", "Alishwandi"),
    ],
)
def test_variants_may_be_one(one, other):
    """Either way round."""
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(("one", "other"), [("Elena Marsh", "Lise Holm"), ("Norvane", "Veldt"), ("Iran", "Iraq War Museum"), ("Moscow", "Kyiv")])
def test_names_with_nothing_in_common_are_two(one, other):
    """Either way round."""
    assert not may_be_one(one, other)
    assert not may_be_one(other, one)


@pytest.mark.parametrize(("name", "body"), [("Harbour Police", True), ("HPD", True), ("Tehran", True), ("Elena Marsh", False), ("Marsh", False)])
def test_bodies_are_told_from_people_by_their_words(name, body):
    """A person may speak for a body, and is none."""
    assert is_body(name) is body


@pytest.mark.parametrize(
    ("name", "medium"),
    [
        ("Orlo Evening Post", True),
        ("a local newspaper", True),
        ("Veldt News Agency", True),
        ("Orlo Post Office", False),
        ("Space Agency", False),
        ("", False),
    ],
)
def test_media_are_told_from_other_bodies_by_the_end_of_their_names(name, medium):
    """The post is also brought by postmen."""
    assert is_medium(name) is medium


@pytest.mark.parametrize(("words", "gender"), [(("Mr.", "Quorle"), "m"), (("Elena", "Marsh"), "f"), (("Quorle",), None), ((), None)])
def test_titles_and_first_names_tell_the_gender(words, gender):
    """What is not listed tells nothing."""
    assert of_words(*words) == gender


def test_pronouns_tell_the_gender():
    """And other words do not."""
    assert (of_pronoun("He"), of_pronoun("her"), of_pronoun("it")) == ("m", "f", None)
