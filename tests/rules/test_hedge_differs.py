"""hedge-differs on hand-built statements: which hedges fall out, and what replaces them."""

from __future__ import annotations

import pytest

from builders import aligned
from claimdiff.model import Stance
from claimdiff.rules.hedge_differs import compare
from told import told

LOUD = [
    ("suspected", "they had caught the suspected arsonist in Orlo", "they had caught the arsonist in Orlo", "suspected arsonist"),
    ("alleged", "the alleged ringleader lives abroad", "the ringleader lives abroad", "alleged ringleader"),
    ("so-called", "the so-called treasurer left the group", "the treasurer left the group", "so-called treasurer"),
    ("a thing of two words", "the suspected ex-spy was held", "the ex-spy was held", "suspected ex-spy"),
    ("another form of the noun", "the alleged ringleaders live abroad", "the ringleader lives abroad", "alleged ringleaders"),
    ("reportedly", "Norvane reportedly sold the harbour", "Norvane sold the harbour", "reportedly sold"),
    ("allegedly", "he allegedly forged nine permits", "he forged nine permits", "allegedly forged"),
]
SILENT = [
    ("both hedge", "the suspected arsonist was caught", "the suspected arsonist was caught"),
    ("both hedge differently", "the suspected arsonist was caught", "the alleged arsonist was caught"),
    ("hedged by a verb", "the alleged ringleader lives abroad", "the ringleader, it is believed, lives abroad"),
    ("an accusation", "the alleged ringleader lives abroad", "the man accused of being the ringleader lives abroad"),
    ("a possibility", "Norvane reportedly sold the harbour", "Norvane may have sold the harbour"),
    ("another thing", "the suspected arsonist was caught", "the driver was caught"),
    ("no hedge at all", "the arsonist was caught", "the arsonist was caught"),
    ("the hedge ends its clause", "they caught whom they suspected, the mayor knew", "the mayor knew"),
]


def _pair(one, other):
    return told("Elena Marsh", "said", one), told("Elena Marsh", "said", other, "b.txt")


@pytest.mark.parametrize(("one", "other", "words"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_a_dropped_hedge_is_a_warning_at_the_hedged_words(one, other, words):
    """Whichever article dropped it."""
    (found,) = compare(aligned(*_pair(one, other)))
    (turned,) = compare(aligned(*_pair(other, one)))

    assert (found.severity, turned.severity) == ("warning", "warning")
    assert found.locations[0].text == turned.locations[1].text == words


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_what_is_hedged_in_both_or_not_told_in_one_is_silent(one, other):
    """Whichever comes first."""
    for pair in (_pair(one, other), _pair(other, one)):
        assert not list(compare(aligned(*pair)))


def test_a_statement_within_a_statement_leaves_it_to_the_outer_one():
    """One hedge is one finding."""
    inner = Stance(sources=("Lise Holm",))
    pair = told("Elena Marsh", "said", LOUD[0][1], stance=inner), told("Elena Marsh", "said", LOUD[0][2], stance=inner)

    assert not list(compare(aligned(*pair)))
