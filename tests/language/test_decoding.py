"""Trees and tags are the best there are: held against all of them where there are few."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.language import decoding
from claimdiff.language.decoding import best_tags

TAGS = ("O", "B-LOC", "I-LOC", "B-PER", "I-PER")


def _scores(rows, columns):
    """Arrays whose sums are exact, so that equal trees are equal and nothing hangs on rounding."""
    cells = st.integers(-400, 400).map(lambda n: n / 8)
    return st.lists(st.lists(cells, min_size=columns, max_size=columns), min_size=rows, max_size=rows).map(lambda table: np.array(table, dtype="f4"))


def best_tree(arcs):
    """The heads as a list."""
    return decoding.best_tree(arcs).tolist()


def _is_tree(heads):
    """Whether every word reaches the root, over one word only."""
    for start in range(len(heads)):
        node, steps = start + 1, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return heads.count(0) == 1


def _worth(arcs, heads):
    return sum(float(arcs[word, head]) for word, head in enumerate(heads))


@settings(max_examples=300, deadline=None)
@given(arcs=st.integers(1, 5).flatmap(lambda n: _scores(n, n + 1)))
def test_the_tree_is_the_best_of_all_trees_with_one_root(arcs):
    """Every choice of heads is tried."""
    n = len(arcs)
    every = [heads for heads in product(range(n + 1), repeat=n) if _is_tree(heads)]

    found = best_tree(arcs)

    assert tuple(found) in every
    assert _worth(arcs, found) == max(_worth(arcs, heads) for heads in every)


@settings(max_examples=200, deadline=None)
@given(n=st.integers(1, 40), seed=st.integers(0, 2**32 - 1), reach=st.sampled_from([0.0, 1.0, 1000.0]))
def test_every_array_gives_a_tree(n, seed, reach):
    """Also where all arcs are equal, and again the same."""
    arcs = (np.random.default_rng(seed).normal(size=(n, n + 1)) * reach).astype("f4")

    found = best_tree(arcs)

    assert _is_tree(found)
    assert best_tree(arcs.copy()) == found


@pytest.mark.parametrize("kind", ["noise", "equal", "pairs", "ring", "roots"])
def test_a_window_full_of_words_gives_a_tree(kind):
    """The worst that scores can do: cycles in cycles, no root, nothing but roots."""
    n = 200
    arcs = np.zeros((n, n + 1), dtype="f4")
    words = np.arange(n)
    if kind == "noise":
        arcs = np.random.default_rng(5).normal(size=(n, n + 1)).astype("f4")
    elif kind == "pairs":
        arcs[words, (words ^ 1) + 1] = 9
    elif kind == "ring":
        arcs[words, (words + 1) % n + 1] = 9
    elif kind == "roots":
        arcs[:, 0] = 9

    assert _is_tree(best_tree(arcs))


def test_no_word_gives_no_tree():
    """An empty array is no error."""
    assert best_tree(np.zeros((0, 1), dtype="f4")) == []


def test_a_word_alone_is_the_root():
    """Even if it would rather hang from itself."""
    assert best_tree(np.array([[-50, 50]], dtype="f4")) == [0]


def test_the_better_of_two_roots_stays():
    """Where two words would be the root, the whole tree decides, not the word alone."""
    arcs = np.array([[9, -9, 1], [8, 5, -9]], dtype="f4")

    assert best_tree(arcs) == [0, 1]


def _valid(rows):
    before = "O"
    for row in rows:
        if TAGS[row][:2] == "I-" and before[2:] != TAGS[row][2:]:
            return False
        before = TAGS[row]
    return True


@settings(max_examples=300, deadline=None)
@given(scores=st.integers(1, 5).flatmap(lambda n: _scores(n, len(TAGS))))
def test_the_tags_are_the_best_of_all_that_nest_no_nonsense(scores):
    """Every valid row of tags is tried."""
    every = [rows for rows in product(range(len(TAGS)), repeat=len(scores)) if _valid(rows)]

    found = best_tags(scores, TAGS)

    assert tuple(found) in every
    assert _worth(scores, found) == max(_worth(scores, rows) for rows in every)


def test_a_name_does_not_go_on_as_another():
    """The likeliest tag of each word alone would be nonsense."""
    scores = np.array([[0, 0, 0, 9, 0], [0, 0, 9, 0, 8], [9, 0, 0, 0, 0]], dtype="f4")

    assert [TAGS[row] for row in best_tags(scores, TAGS)] == ["B-PER", "I-PER", "O"]


def test_the_order_of_the_tags_does_not_matter():
    """ "O" may stand anywhere."""
    scores = np.array([[1, 9, 0], [0, 9, 2]], dtype="f4")

    assert best_tags(scores, ("B-PER", "I-PER", "O")) == [0, 1]


def test_many_words_are_tagged():
    """200 words that all would go on begin somewhere."""
    scores = np.zeros((200, len(TAGS)), dtype="f4")
    scores[:, 2] = 5

    assert [TAGS[row] for row in best_tags(scores, TAGS)] == ["B-LOC"] + ["I-LOC"] * 199
