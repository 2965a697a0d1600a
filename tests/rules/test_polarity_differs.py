"""polarity-differs on hand-built statements: what opposes what, and what only looks so."""

from __future__ import annotations

import pytest

from builders import aligned
from claimdiff.model import Stance
from claimdiff.rules.polarity_differs import compare
from told import told

SOLD = "that it had sold the harbour to Veldt"
NEVER = "that it had never sold the harbour to Veldt"
NEGATED = Stance(polarity="negated")
PLANNED = Stance(modality="planned")
DENIES = {"polarity": "denies"}

LOUD = [
    ("a denial and a confirmation", told("Norvane", "denied", SOLD, **DENIES), told("Norvane", "confirmed", SOLD)),
    ("a denial and plain saying", told("Norvane", "denied", SOLD, **DENIES), told("Norvane", "said", SOLD)),
    (
        "a negative denied and a negative said",
        told("Norvane", "denied", NEVER, stance=NEGATED, **DENIES),
        told("Norvane", "said", NEVER, stance=NEGATED),
    ),
    ("an allegation dismissed and made", told("Veldt", "dismissed", "claims of links", **DENIES), told("Veldt", "made", "claims of links")),
    ("one described speaker", told("the harbour master", "denied", SOLD, **DENIES), told("the harbour master", "said", SOLD)),
    ("a capital for its country", told("Tehran", "denied", SOLD, **DENIES), told("Iran", "confirmed", SOLD)),
]
SILENT = [
    ("a negative said and a positive: negation-differs", told("Norvane", "said", NEVER, stance=NEGATED), told("Norvane", "said", SOLD)),
    ("both deny", told("Norvane", "denied", SOLD, **DENIES), told("Norvane", "rejected", SOLD, **DENIES)),
    ("a denial and a negative", told("Norvane", "denied", SOLD, **DENIES), told("Norvane", "said", NEVER, stance=NEGATED)),
    ("a denied negative and a positive", told("Norvane", "denied", NEVER, stance=NEGATED, **DENIES), told("Norvane", "said", SOLD)),
    ("another speaker denies", told("Norvane", "denied", SOLD, **DENIES), told("Veldt", "said", SOLD)),
    ("another content", told("Norvane", "denied", SOLD, **DENIES), told("Norvane", "said", "that the ferry would sail on Monday")),
    ("too little in common", told("Norvane", "denied", "the plan to sell ships", **DENIES), told("Norvane", "said", "the plan was good for workers")),
    ("no comment", told("Norvane", "declined", SOLD, polarity="withholds"), told("Norvane", "said", SOLD)),
    ("a question", told("Norvane", "asked", SOLD, polarity="asks"), told("Norvane", "denied", SOLD, **DENIES)),
    ("a plan and a fact", told("Norvane", "said", NEVER, stance=NEGATED), told("Norvane", "said", SOLD, stance=PLANNED)),
    (
        "a negative of another clause",
        told("Norvane", "said", "that rain had never fallen on the harbour", stance=NEGATED),
        told("Norvane", "said", SOLD),
    ),
]


def _severities(one, other, score=0.9):
    return [finding.severity for finding in compare(aligned(one, other, score=score))]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_opposite_statements_are_an_error(one, other):
    """Whichever comes first."""
    assert _severities(one, other) == _severities(other, one) == ["error"]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_statements_that_do_not_oppose_are_silent(one, other):
    """Whichever comes first."""
    assert _severities(one, other) == _severities(other, one) == []


def test_a_weak_alignment_is_no_ground():
    """Statements that may be of different things oppose nothing."""
    assert _severities(*LOUD[0][1:], score=0.3) == []


def test_the_finding_stands_at_the_cues():
    """The words that turn the statement are shown, not the sentence."""
    (found,) = compare(aligned(*LOUD[0][1:]))

    assert [place.text for place in found.locations] == ["denied", "confirmed"]


def test_the_odd_one_of_three_is_named_first():
    """Two articles that agree outweigh one."""
    three = [told("Norvane", "said", SOLD, f"{name}.txt") for name in "ab"] + [told("Norvane", "denied", SOLD, "c.txt", **DENIES)]
    (found,) = compare(aligned(*three))

    assert found.locations[0].path == "c.txt"
    assert "2 of 3" in found.message
