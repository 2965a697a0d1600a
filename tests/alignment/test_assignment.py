"""The assignment is one-to-one and the best there is."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from claimdiff.alignment import assignment
from claimdiff.alignment.assignment import assign

GAINS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 50).map(float), max_size=14)


def _best_by_trying(gains):
    """The greatest sum over every way to pair five rows with five columns."""
    return max(sum(gains.get((row, column), 0.0) for row, column in enumerate(way)) for way in permutations(range(5)))


@given(GAINS)
def test_no_other_pairing_is_worth_more(gains):
    """The sum of the chosen pairs equals the best found by trying all."""
    chosen = assign(gains)

    assert sum(gains[pair] for pair in chosen.items()) == _best_by_trying(gains)


@given(GAINS)
def test_every_row_and_column_is_used_once_at_most(gains):
    """No claim is aligned twice."""
    chosen = assign(gains)

    assert len(set(chosen.values())) == len(chosen)


def test_the_sum_decides_not_the_best_single_pair():
    """Greedy would take the 10 and leave 1; the best sum is 9 + 9."""
    assert assign({(0, 0): 10.0, (0, 1): 9.0, (1, 0): 9.0, (1, 1): 1.0}) == {0: 1, 1: 0}


def test_worthless_pairs_are_not_made():
    """A pair that gains nothing is left apart."""
    assert assign({(0, 0): 0.0, (1, 1): -2.0}) == {}


def test_components_over_the_limit_are_assigned_by_score(monkeypatch):
    """Beyond the limit the highest score wins, in linear time."""
    monkeypatch.setattr(assignment, "LARGEST", 1)

    assert assign({(0, 0): 10.0, (0, 1): 9.0, (1, 0): 9.0, (1, 1): 1.0}) == {0: 0, 1: 1}
