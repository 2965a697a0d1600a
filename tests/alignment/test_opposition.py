"""Which clauses of two articles are held against each other, on clauses made by hand."""

from __future__ import annotations

import pytest

from builders import document
from claimdiff.alignment.opposition import CROWDED, oppositions
from claimdiff.model import Article, Clause, Extent, Stance


def _clause(polarity="affirmed", predicate="arrest", patient="captain", near=("captain", "monday"), names=(), **stance):
    return Clause(Extent(0, 1), Extent(0, 1), predicate, None, patient, names, near, Stance(polarity, **stance))


NOT = _clause("negated")


def _found(one, other):
    articles = (Article(document("a.txt", "A"), clauses=tuple(one)), Article(document("b.txt", "B"), clauses=tuple(other)))
    return [(found.negated[0], [number for number, _ in found.affirmed]) for found in oppositions(articles)]


@pytest.mark.parametrize(
    ("affirmed", "found"),
    [
        (_clause(), True),
        (_clause(predicate="detain"), True),
        (_clause(predicate="arrest off"), True),
        (_clause(predicate="charge"), False),
        (_clause("negated"), False),
        (_clause(patient="cook", near=("cook", "friday")), False),
        (_clause(near=("captain", "harbour", "night", "smuggling", "boat")), True),
        (_clause(patient="Ida Holm", near=("captain", "monday"), names=("Ida Holm",)), True),
        (_clause(modality="denied"), False),
    ],
    ids=["the same", "a synonym", "a particle more", "another verb", "negated too", "somebody else", "whom it befell", "a name more", "denied"],
)
def test_a_negated_clause_is_held_against_one_that_affirms_it(affirmed, found):
    """Whichever article comes first."""
    assert _found([NOT], [affirmed]) == [(0, [1])] * found
    assert _found([affirmed], [NOT]) == [(1, [0])] * found


def test_persons_of_two_names_are_two():
    """However alike the clauses are."""
    one, other = _clause("negated", patient="Ida Holm", names=("Ida Holm",)), _clause(patient="Tom Reed", names=("Tom Reed",))

    assert _found([one], [other]) == []


def test_what_a_source_denies_must_be_told_in_nearly_the_same_words():
    """A party's denial is no slip of the article that reports it."""
    cited = _clause("negated", sources=("Ruben Falk",))
    looser = _clause(near=("captain", "harbour", "night"))

    assert _found([cited], [_clause()]) == [(0, [1])]
    assert _found([cited], [looser]) == []
    assert _found([NOT], [looser]) == [(0, [1])]


def test_an_article_that_says_both_tells_of_two_things():
    """The other article may mean either."""
    assert _found([NOT, _clause()], [_clause()]) == []


def test_what_is_said_twice_is_found_once():
    """In the headline and in the text."""
    assert _found([NOT, _clause("negated", near=("captain", "tuesday"))], [_clause()]) == [(0, [1])]


def test_words_of_a_crowd_of_clauses_are_not_followed():
    """Looking at all of them would take the square of their number."""
    assert _found([NOT], [_clause()] * (CROWDED - 1)) == [(0, [1])]
    assert _found([NOT], [_clause()] * (CROWDED + 1)) == []
