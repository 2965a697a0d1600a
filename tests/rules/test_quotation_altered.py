"""quotation-altered on hand-built quotations: which changes are changes."""

from __future__ import annotations

import pytest

from builders import aligned
from claimdiff.rules.quotation_altered import compare
from told import told

PLAIN = "“We told the council about the leak in the tunnel on Monday”"


def _said(words):
    return told("Elena Marsh", "said", words)


LOUD = [
    ("a word replaced", PLAIN, "“We told the council about the hole in the tunnel on Monday”", "warning"),
    ("a word left out", PLAIN, "“We told the council about the leak in the tunnel Monday”", "warning"),
    ("a word put in", PLAIN, "“We told the city council about the leak in the tunnel on Monday”", "warning"),
    ("a negation put in", PLAIN, "“We never told the council about the leak in the tunnel on Monday”", "error"),
    ("a contracted negation", "“We were told about the old leak”", "“We weren't told about the old leak”", "error"),
    ("a number", "“We lost nine boats in that storm”", "“We lost ten boats in that storm”", "error"),
    ("a number in digits", "“We lost 9 boats in that storm”", "“We lost 12 boats in that storm”", "error"),
    ("two words", PLAIN, "“We told the board about the hole in the tunnel on Monday”", "warning"),
]
SILENT = [
    ("the same", PLAIN, PLAIN),
    ("cut at the end", PLAIN, "“We told the council about the leak”"),
    ("cut at the beginning", PLAIN, "“about the leak in the tunnel on Monday”"),
    ("capitals", PLAIN, PLAIN.replace("We", "we")),
    ("punctuation", PLAIN, PLAIN.replace("council about", "council, about")),
    ("an editor's brackets", PLAIN, PLAIN.replace("in the tunnel", "in the tunnel [near Orlo]")),
    ("contractions", "“It is not the end of the world for us”", "“It isn’t the end of the world for us”"),
    ("will not contracted", "“We will not leave the harbour tonight”", "“We won’t leave the harbour tonight”"),
    ("fillers", "“We told the council and we were right about it”", "“We told the council and, well, we were right about it”"),
    ("an American spelling", "“The colour of the harbour wall is grey now”", "“The color of the harbor wall is grey now”"),
    ("hyphens", "“We saw the second-hand boat at the quay”", "“We saw the secondhand boat at the quay”"),
    ("another quotation", PLAIN, "“I never wanted to be mayor of such a town”"),
    ("a few words in common", "“We will go to the harbour”", "“We will stay at home”"),
    ("reported speech", PLAIN, "that they told the board about the hole in the tunnel"),
]


@pytest.mark.parametrize(("one", "other", "severity"), [row[1:] for row in LOUD], ids=[row[0] for row in LOUD])
def test_a_quotation_that_parts_within_its_words_is_found(one, other, severity):
    """A warning; an error where a number or a negation differs."""
    for pair in ((one, other), (other, one)):
        assert [finding.severity for finding in compare(aligned(*map(_said, pair)))] == [severity]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_a_quotation_that_is_only_cut_or_spelt_otherwise_is_silent(one, other):
    """Whichever comes first."""
    for pair in ((one, other), (other, one)):
        assert not list(compare(aligned(*map(_said, pair))))


def test_another_speaker_is_another_rules_business():
    """Two people are not one quotation altered."""
    pair = told("Elena Marsh", "said", LOUD[0][1]), told("Lise Holm", "said", LOUD[0][2])

    assert not list(compare(aligned(*pair)))


def test_the_message_shows_the_difference_and_the_place_is_the_word():
    """The editor sees which word it is."""
    (found,) = compare(aligned(_said(LOUD[0][1]), _said(LOUD[0][2])))

    assert "“leak” / “hole”" in found.message
    assert [place.text for place in found.locations] == ["leak", "hole"]


def test_a_quotation_that_lacks_words_is_shown_whole():
    """There is no word to point at."""
    (found,) = compare(aligned(_said(PLAIN), _said(PLAIN.replace("on Monday", "Monday"))))

    assert found.locations[0].text == "on"
    assert found.locations[1].text.startswith("We told the council")
