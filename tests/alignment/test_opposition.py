"""Which clauses of two articles are held against each other, on clauses made by hand."""

from __future__ import annotations

import pytest

from builders import document
from claimdiff.alignment.opposition import CROWDED, oppositions
from claimdiff.model import Article, Clause, Extent, Stance


def _clause(polarity="affirmed", predicate="arrest", modality="asserted", sources=(), **said):
    told = {"patient": "captain", "near": ("captain", "monday"), **said}
    return Clause(Extent(0, 1), Extent(0, 1), predicate, stance=Stance(polarity, modality, sources=sources), **told)


NOT = _clause("negated")


def _found(one, other):
    articles = (Article(document("a.txt", "A"), clauses=tuple(one)), Article(document("b.txt", "B"), clauses=tuple(other)))
    return [(found.negated[0], [number for number, _ in found.affirmed]) for found in oppositions(articles)]


HELD = {
    "the same": _clause(),
    "a synonym": _clause(predicate="detain"),
    "a particle that only one has": _clause(predicate="arrest off"),
    "more words": _clause(near=("captain", "monday", "harbour")),
    "a name more": _clause(names=("Orlo",)),
    "one day, resolved and not": _clause(time="XXXX-WXX-1"),
    "some of the numbers": _clause(numbers=("two", "12")),
    "a word that takes from it": _clause(qualifiers=("seriously",)),
    "one of the matters": _clause(ways=("of arson", "of theft")),
}
NOT_HELD = {
    "another verb": _clause(predicate="charge"),
    "another particle": _clause(predicate="arrest over"),
    "negated too": _clause("negated"),
    "few words": _clause(near=("captain", "harbour", "night", "smuggling", "boat")),
    "somebody else": _clause(patient="cook"),
    "somebody named": _clause(patient="Ida Holm", names=("Ida Holm",)),
    "another agent": _clause(agent="army"),
    "denied": _clause(modality="denied"),
    "another day": _clause(time="2021-03-04"),
    "other numbers": _clause(numbers=("seven",)),
    "another way": _clause(ways=("to Orlo",)),
    "another matter": _clause(ways=("of arson",)),
    "another part": _clause(ways=("price-of milk",)),
}
NEGATED = _clause(
    "negated", predicate="arrest off", agent="police", time="2021-03-02", numbers=("two",), ways=("from Orlo", "of theft", "price-of bread")
)


@pytest.mark.parametrize(
    ("affirmed", "found"), [(clause, True) for clause in HELD.values()] + [(clause, False) for clause in NOT_HELD.values()], ids=[*HELD, *NOT_HELD]
)
def test_a_negated_clause_is_held_against_one_that_affirms_it(affirmed, found):
    """Whichever article comes first."""
    assert _found([NEGATED], [affirmed]) == [(0, [1])] * found
    assert _found([affirmed], [NEGATED]) == [(1, [0])] * found


def test_each_names_somebody_whom_the_other_does_not():
    """However alike the clauses are."""
    one, other = _clause("negated", names=("Vessia", "Brennick")), _clause(names=("Norland", "Brennick"))

    assert _found([one], [other]) == []
    assert _found([one], [_clause(names=("Vessia",))]) == [(0, [1])]


def test_a_name_shared_stands_for_likeness():
    """Fewer common words will do."""
    near = ("harbour", "night", "monday")

    assert _found([_clause("negated", names=("Ida Holm",))], [_clause(near=near, patient=None, names=("Ida Holm",))]) == [(0, [1])]
    assert _found([_clause("negated")], [_clause(near=near, patient=None)]) == []


def test_a_person_named_in_both_needs_fewer_words():
    """To whom it happened tells more than how."""
    near = ("harbour", "night", "storm", "boat", "spring", "cook")
    one = {"patient": "Ida Holm", "names": ("Ida Holm",)}

    assert _found([_clause("negated", **one)], [_clause(near=(*near[:4], "captain"), **one)]) == [(0, [1])]
    assert _found([_clause("negated", **one)], [_clause(near=near, **one)]) == []


def test_the_office_before_a_name_is_not_of_it():
    """Where anybody is called without."""
    called, other = {"patient": "Sculler Ida Holm", "names": ("Sculler Ida Holm",)}, {"patient": "Ida Holm", "names": ("Ida Holm",)}

    assert _found([_clause("negated", near=(), **called)], [_clause(near=(), **other)]) == [(0, [1])]


def test_what_takes_from_a_negation_takes_nothing_if_both_have_it():
    """Not seriously hurt, and seriously hurt."""
    assert _found([_clause("negated", qualifiers=("seriously",))], [_clause(qualifiers=("seriously",))]) == [(0, [1])]
    assert _found([_clause("negated", qualifiers=("seriously",))], [_clause()]) == []


def test_a_day_that_nobody_knows_is_no_other_day():
    """ "Yesterday", where the article has no date."""
    assert _found([_clause("negated", time="XXXX-WXX-2")], [_clause(time="XXXX-XX-XX")]) == [(0, [1])]
    assert _found([_clause("negated", time="XXXX-WXX-2")], [_clause(time="XXXX-WXX-3")]) == []


def test_one_word_alone_is_not_enough():
    """Unless it is who did it, or whom it befell."""
    assert _found([_clause("negated", near=("monday",), patient=None)], [_clause(near=("monday",), patient=None)]) == []
    assert _found([_clause("negated", near=("captain",))], [_clause(near=("captain",))]) == [(0, [1])]


def test_the_club_that_the_parse_takes_for_its_captain():
    """Both clauses name the same."""
    names = ("Ida Holm", "Norvane Rowers")

    assert _found([_clause("negated", patient="Ida Holm", names=names)], [_clause(patient="Norvane Rowers", names=names)]) == [(0, [1])]
    assert _found([_clause("negated", patient="Ida Holm", names=names[:1])], [_clause(patient="Norvane Rowers", names=names[1:])]) == []


def test_how_it_is_now_is_not_how_it_was_then():
    """Where there is a day."""
    assert _found([_clause("negated", time="2021-01")], [_clause(present=True)]) == []
    assert _found([_clause("negated")], [_clause(present=True)]) == [(0, [1])]


def test_verbs_that_are_said_of_anything_need_more_words():
    """Whom and what."""
    few, more = ("captain", "monday", "money"), ("captain", "monday", "tax")

    assert _found([_clause("negated", predicate="take", near=few)], [_clause(predicate="take", near=few)]) == [(0, [1])]
    assert _found([_clause("negated", predicate="take", near=few)], [_clause(predicate="take", near=more)]) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("captain of Ida Holm", "captain of Holm", True),
        ("captain of Ida Holm", "captain", True),
        ("captain of Ida Holm", "captain of Ruben Falk", False),
        ("captain of Ida Holm", "Ida Holm", False),
    ],
)
def test_whose_somebody_is(one, other, found):
    """And no owner is taken for what is owned."""
    names = ("Ida Holm",)

    assert bool(_found([_clause("negated", patient=one, names=names)], [_clause(patient=other, names=names)])) == found


def test_what_a_party_denies_is_no_slip():
    """Unless the other article cites the same source for the contrary."""
    cited = _clause("negated", sources=("Ruben Falk",))

    assert _found([cited], [_clause()]) == []
    assert _found([cited], [_clause(sources=("Falk",))]) == [(0, [1])]
    assert _found([NOT], [_clause(sources=("Ruben Falk",))]) == [(0, [1])]


def test_an_article_that_says_both_tells_of_two_things():
    """The other article may mean either."""
    assert _found([NOT, _clause()], [_clause()]) == []


def test_what_is_said_twice_is_found_once():
    """In the headline and in the text."""
    assert _found([NOT, _clause("negated", near=("captain", "tuesday"))], [_clause()]) == [(0, [1])]


def test_words_of_a_crowd_of_clauses_are_not_followed():
    """Looking at all of them would take the square of their number."""
    crowd = [_clause(numbers=(str(number),)) for number in range(CROWDED + 1)]

    assert _found([NOT], crowd[2:]) == [(0, [1])]
    assert _found([NOT], crowd) == []


def test_one_thing_said_a_thousand_times_is_one_thing():
    """A crowd of the same is none."""
    assert _found([NOT] * 1000, [_clause()] * 1000) == [(0, [1])]
