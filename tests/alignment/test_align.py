"""Claims of one thing are aligned, whatever the order of the articles; claims of different things are not."""

from __future__ import annotations

from datetime import date

import pytest

from claimdiff import extract, judge, read_text

ONE = "The council of Orlo voted to close eight schools in the valley. The landslide killed 12 people on Monday."
OTHER = "Twelve people were killed on Monday by the landslide. Eight schools in the valley will be closed, the council of Orlo decided."


@pytest.fixture(scope="module")
def articles():
    return [extract(read_text(text, path, date(2021, 3, 2))) for text, path in ((ONE, "a.txt"), (OTHER, "b.txt"), (ONE, "c.txt"))]


def _words(report):
    return {frozenset((claim.document.path, claim.text) for claim in alignment.claims) for alignment in report.alignments}


def test_claims_of_one_thing_are_aligned(articles):
    """Schools go with schools and the dead with the dead."""
    found = _words(judge(*articles[:2]))

    assert frozenset({("a.txt", "eight schools"), ("b.txt", "Eight schools")}) in found
    assert frozenset({("a.txt", "12 people"), ("b.txt", "Twelve people")}) in found


def test_the_order_of_the_articles_changes_nothing_but_the_order(articles):
    """The clusters are those of the content, never of the command line."""
    assert _words(judge(*articles)) == _words(judge(*reversed(articles)))


def test_claims_of_one_article_are_never_aligned(articles):
    """An alignment holds at most one claim of each document."""
    report = judge(*articles)

    assert report.alignments
    assert all(len({claim.document.path for claim in alignment.claims}) == len(alignment.claims) for alignment in report.alignments)


def test_three_articles_make_one_alignment_of_three(articles):
    """n articles, not pairs of articles."""
    assert max(len(alignment.claims) for alignment in judge(*articles).alignments) == 3


def test_with_a_draft_only_its_claims_are_aligned(articles):
    """What touches no draft is left out."""
    report = judge(*articles, drafts=[articles[0]])

    assert report.alignments
    assert all("a.txt" in {claim.document.path for claim in alignment.claims} for alignment in report.alignments)


def test_one_article_alone_has_no_alignments(articles):
    """There is nothing to compare it with."""
    assert judge(articles[0]).alignments == ()
