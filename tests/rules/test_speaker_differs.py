"""speaker-differs on hand-built statements: who cannot be one speaker, and what is one statement."""

from __future__ import annotations

import pytest

from builders import aligned
from claimdiff.rules.speaker_differs import compare
from told import told

QUOTED = "“we will not pay a single crown for this harbour”"
REPORTED = "that the harbour would close on Monday for repairs"

LOUD = [
    ("a quotation of two people", told("Elena Marsh", "said", QUOTED), told("Lise Holm", "said", QUOTED), "error"),
    ("a quotation of two companies", told("Norvane Group", "said", QUOTED), told("Veldt Bank", "said", QUOTED), "error"),
    ("reported speech of two people", told("Elena Marsh", "said", REPORTED), told("Lise Holm", "said", REPORTED), "warning"),
]
SILENT = [
    ("the same name", told("Elena Marsh", "said", QUOTED), told("Elena Marsh", "said", QUOTED)),
    ("a surname", told("Elena Marsh", "said", QUOTED), told("Marsh", "said", QUOTED)),
    ("a title", told("Judge Elena Marsh", "said", QUOTED), told("Elena Marsh", "said", QUOTED)),
    ("another spelling", told("Elena Marsh", "said", QUOTED), told("Elina Marshe", "said", QUOTED)),
    ("an acronym", told("Harbour Police Department", "said", QUOTED), told("HPD", "said", QUOTED)),
    ("a person of a body", told("Elena Marsh", "said", QUOTED), told("Harbour Police", "said", QUOTED)),
    ("a description", told("Elena Marsh", "said", QUOTED), told("the mayor", "said", QUOTED)),
    ("other words", told("Elena Marsh", "said", QUOTED), told("Lise Holm", "said", "“nobody has told me anything about this ship”")),
    ("a short thing anybody says", told("Elena Marsh", "said", "“it was a good day”"), told("Lise Holm", "said", "“it was a good day”")),
    ("reported facts of two companies", told("Norvane Group", "said", REPORTED), told("Veldt Bank", "said", REPORTED)),
    ("one denies", told("Elena Marsh", "denied", REPORTED, polarity="denies"), told("Lise Holm", "said", REPORTED)),
]


def _severities(one, other, score=0.9):
    return [finding.severity for finding in compare(aligned(one, other, score=score))]


@pytest.mark.parametrize(("one", "other", "severity"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_the_same_words_of_two_speakers_are_found(one, other, severity):
    """An error between quotation marks, else a warning."""
    assert _severities(one, other) == _severities(other, one) == [severity]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_speakers_that_may_be_one_are_silent(one, other):
    """So are statements that are not the same."""
    assert _severities(one, other) == _severities(other, one) == []


def test_the_finding_stands_at_the_speakers():
    """Only the names are shown."""
    (found,) = compare(aligned(*LOUD[0][1:3]))

    assert [place.text for place in found.locations] == ["Elena Marsh", "Lise Holm"]
