"""Which clauses tell of what another article says there was none of, on clauses made by hand."""

from __future__ import annotations

import pytest

from builders import document
from claimdiff.alignment.opposition import oppositions
from claimdiff.model import Article, Clause, Extent, Stance

HERE = Clause(Extent(2, 3), Extent(2, 3), "shake", near=("quake",), names=("Lorn",))


def _clause(predicate, polarity="affirmed", **said):
    return Clause(Extent(0, 1), Extent(0, 1), predicate, sweeping=polarity == "negated", stance=Stance(polarity, "asserted"), **said)


def _found(one, other, here=HERE, there=HERE):
    a, b = document("a.txt", "A", "2021-03-03"), document("b.txt", "B", "2021-03-03")
    articles = (Article(a, clauses=(here, *one)), Article(b, clauses=(there, *other)))
    return [clause for found in oppositions(articles) for _, clause in found.affirmed]


NONE = {"hurt": _clause("hurt", "negated"), "casualty": _clause("casualty", "negated"), "damage": _clause("damage", "negated")}
SOME = {
    "counted": ("hurt", _clause("injure", numbers=("three",))),
    "of people": ("hurt", _clause("injury", patient="worker")),
    "dead among casualties": ("casualty", _clause("kill", patient="people")),
    "this week": ("hurt", _clause("hurt", patient="worker", time="2021-03-02")),
    "damage by the quake": ("damage", _clause("destroy", patient="house", agent="quake", near=("quake", "house"))),
}
OTHERS = {
    "of animals": ("hurt", _clause("hurt", patient="cow", numbers=("three",))),
    "of nobody known": ("hurt", _clause("hurt")),
    "another outcome": ("hurt", _clause("kill", patient="people")),
    "another year": ("hurt", _clause("hurt", patient="worker", time="2003")),
    "another week": ("hurt", _clause("hurt", patient="worker", time="2021-W07")),
    "another place": ("hurt", _clause("hurt", patient="worker", names=("Vasht",))),
    "damage by something else": ("damage", _clause("damage", patient="house", agent="crash", near=("crash", "house"))),
}


@pytest.mark.parametrize(("none", "some"), SOME.values(), ids=SOME)
def test_some_are_held_against_none(none, some):
    """They need not share a word."""
    assert _found([NONE[none]], [some]) == [some]


@pytest.mark.parametrize(("none", "some"), OTHERS.values(), ids=OTHERS)
def test_others_are_not(none, some):
    """What befell others, or elsewhere, or another time."""
    assert _found([NONE[none]], [some]) == []


def test_articles_of_two_events():
    """They share no name."""
    elsewhere = Clause(Extent(2, 3), Extent(2, 3), "sink", names=("Vasht",))

    assert _found([NONE["hurt"]], [SOME["counted"][1]], HERE, elsewhere) == []


def test_an_article_that_tells_of_both_tells_of_two_events():
    """Whichever it is."""
    some = SOME["counted"][1]

    assert _found([NONE["hurt"], some], [some]) == []
    assert _found([NONE["hurt"]], [some, NONE["hurt"]]) == []


def test_none_of_the_passengers_says_nothing_of_the_crew():
    """Nor do no civilians of soldiers."""
    none = _clause("hurt", "negated", patient="passenger")

    assert _found([none], [_clause("hurt", patient="sailor")]) == []
    assert _found([none], [_clause("hurt", patient="passenger")]) != []


def test_circumstances_of_which_none_is_shared():
    """No one was hurt in the fire; three were in the crash."""
    assert _found([_clause("hurt", "negated", near=("fire",))], [_clause("hurt", patient="worker", near=("crash",))]) == []
