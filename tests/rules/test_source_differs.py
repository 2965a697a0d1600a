"""source-differs on hand-built statements: which sources are different sources of one fact."""

from __future__ import annotations

import pytest

from builders import aligned
from claimdiff.rules.source_differs import compare
from told import told

FACT = "that the harbour would close on Monday for long repairs"
UNNAMED = {"anonymous": True}

LOUD = [
    ("a name and an unnamed source", told("Elena Marsh", "said", FACT), told("a source", "said", FACT, **UNNAMED), "warning"),
    ("a name and officials", told("Elena Marsh", "said", FACT), told("officials", "said", FACT), "warning"),
    ("two bodies", told("Harbour Police", "said", FACT), told("Veldt University", "said", FACT), "warning"),
    ("a medium and a person", told("Orlo Post", "said", FACT), told("Elena Marsh", "said", FACT), "warning"),
    ("a medium and one without a name", told("Orlo Post", "said", FACT), told("a local newspaper", "said", FACT), "warning"),
    (
        "another number of unnamed sources",
        told("two people familiar with the matter", "said", FACT, source_count=2, **UNNAMED),
        told("three people familiar with the matter", "said", FACT, source_count=3, **UNNAMED),
        "note",
    ),
    ("insiders and people", told("insiders", "said", FACT, **UNNAMED), told("people familiar with it", "said", FACT, **UNNAMED), "note"),
    ("two descriptions", told("police", "said", FACT), told("doctors", "said", FACT), "note"),
]
SILENT = [
    ("the same name", told("Elena Marsh", "said", FACT), told("Elena Marsh", "said", FACT)),
    ("a name and its description", told("Elena Marsh", "said", FACT), told("the mayor", "said", FACT)),
    ("a person and her body", told("Elena Marsh", "said", FACT), told("Harbour Police", "said", FACT)),
    ("two people", told("Elena Marsh", "said", FACT), told("Lise Holm", "said", FACT)),
    ("one description", told("officials", "said", FACT), told("the officials", "said", FACT)),
    ("a longer description", told("police", "said", FACT), told("police in Orlo", "said", FACT)),
    ("another fact", told("Elena Marsh", "said", FACT), told("a source", "said", "that the ferry had sunk", **UNNAMED)),
    ("too little a fact", told("Elena Marsh", "said", "that it rained"), told("a source", "said", "that it rained", **UNNAMED)),
    ("a body and what it is", told("Harbour Police", "said", FACT), told("officers", "said", FACT)),
    ("a medium that names the person", told("Orlo Post", "said", f"{FACT}, citing Marsh"), told("Elena Marsh", "said", FACT)),
    ("a person who told the medium", told("Orlo Post", "said", FACT), told("Elena Marsh", "told the Post", FACT)),
    ("somebody's lawyer", told("Elena Marsh", "said", FACT), told("holm's lawyer", "said", FACT)),
    ("one says not", told("Elena Marsh", "said", FACT.replace("would", "would not")), told("officials", "said", FACT)),
    ("a body that is called as media are", told("Orlo Post Office", "said", FACT), told("Elena Marsh", "said", FACT)),
    ("a medium and what it is", told("Orlo Post", "said", FACT), told("the newspaper", "said", FACT)),
    ("one denies", told("Elena Marsh", "denied", FACT, polarity="denies"), told("a source", "said", FACT, **UNNAMED)),
]


def _severities(one, other, score=0.9):
    return [finding.severity for finding in compare(aligned(one, other, score=score))]


@pytest.mark.parametrize(("one", "other", "severity"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_one_fact_of_two_sources_is_found(one, other, severity):
    """A warning where one is named, a note where only the description differs."""
    assert _severities(one, other) == _severities(other, one) == [severity]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_sources_that_may_be_one_are_silent(one, other):
    """So are other facts, and two people, who are the business of speaker-differs."""
    assert _severities(one, other) == _severities(other, one) == []


def test_a_weak_alignment_is_no_ground():
    """Facts that may be two have two sources."""
    assert _severities(*LOUD[0][1:3], score=0.5) == []
