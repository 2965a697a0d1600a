"""Where an article has words that exclude another's."""

from __future__ import annotations

import pytest

from claimdiff import read_text
from claimdiff.model import Article
from claimdiff.rules._uses import told


def _uses(text):
    return [use for uses in told(0, Article(read_text(text))).uses.values() for use in uses]


@pytest.mark.parametrize("text", ["", " ", ".", "?!\n\n.", "rose", "\n rose", "ROSE", "rose.", "a.\n\n  red\n"])
def test_odd_texts_are_read(text):
    for use in _uses(text):
        assert use.sentence.extent.covers(use.extent)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Sales rose 5.6 percent. The rest is silence.", "Sales rose 5.6 percent."),
        ("Ferries of Mr. Brandt and J. Keel rose in price. No.", "Ferries of Mr. Brandt and J. Keel rose in price."),
        ("Rain\nSales rose\nSnow", "Sales rose"),
    ],
)
def test_a_full_stop_within_a_figure_or_a_name_ends_no_sentence(text, sentence):
    assert [use.sentence.text for use in _uses(text)] == [sentence]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The price of wheat rose", {"cost", "wheat"}),
        ("He reported a rise in wheat", {"wheat"}),
        ("Prices in Orlo rose in May", {"cost"}),
        ("After the storm, prices rose", {"cost"}),
        ("A man was hurt", set()),
    ],
)
def test_a_figure_is_of_what_stands_before_its_verb_or_behind_its_noun(text, of):
    assert [use.of for use in _uses(text)] == [of]


@pytest.mark.parametrize("text", ["the tourist fell", "he grew up", "they dropped the charges", "sales may rise", "sales did not rise"])
def test_who_falls_and_what_may_be_is_no_use(text):
    assert not _uses(text + " in Orlo")
