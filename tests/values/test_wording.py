"""What two wordings share and where they part."""

from __future__ import annotations

import pytest

from claimdiff.values.wording import changes, is_negated, likeness, stems, turns_round, words


@pytest.mark.parametrize(
    ("one", "other"),
    [("leaks", "leak"), ("leaking", "leaked"), ("ferries", "ferry"), ("stopped", "stopping"), ("Norvane's", "Norvane"), ("quickly", "quick")],
)
def test_forms_of_one_word_share_a_stem(one, other):
    """Endings are no difference in what is spoken of."""
    assert stems(one) == stems(other) != frozenset()


def test_function_words_and_negations_are_not_spoken_of():
    """Whether a thing is denied is another question than which thing."""
    assert stems("They did not say that it was never so") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "least", "most"), [("a b c", "", 0, 0), ("the old boat", "the old boat", 1, 1), ("old boat", "old mill", 0.4, 0.6)]
)
def test_likeness_lies_between_none_and_all(one, other, least, most):
    """Dice of the stems."""
    assert least <= likeness(stems(one), stems(other)) <= most


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("they paid", False),
        ("they never paid", True),
        ("they didn't pay", True),
        ("they didn’t pay", True),
        ("nobody never paid", False),
        ("cannot", True),
    ],
)
def test_two_negations_cancel_out(text, negated):
    """An odd number denies."""
    assert is_negated(words(text)) is negated


def test_words_stand_where_they_stand():
    """Offsets are those of the document."""
    text = "We saw the second-hand boat [a ferry] sink."
    found = words(text, 100, bracketed=False)

    assert "ferry" not in [word.key for word in found]
    assert all(text[word.start - 100 : word.end - 100].casefold().replace("-", "") == word.key for word in found)


def test_only_what_parts_within_the_overlap_is_a_change():
    """What one goes on to say is none."""
    ratio, shared, parted = changes(words("we told the board about it"), words("on Monday we told the council about it and left"))

    assert [([w.key for w in change.one], [w.key for w in change.other]) for change in parted] == [(["board"], ["council"])]
    assert (round(ratio, 2), shared) == (0.83, 5)


def test_nothing_in_common_has_no_changes():
    """Two texts, not one altered."""
    assert changes(words("a red boat"), words("some mills burn")) == (0.0, 0, ())


def test_a_change_knows_where_it_stands_in_both():
    """Also where one of them has no words there."""
    _, _, (parted,) = changes(words("we were not told about it"), words("so we were told about it"))

    assert ([word.key for word in parted.one], parted.other, parted.at) == (["not"], (), (2, 3))
    assert turns_round(parted)
