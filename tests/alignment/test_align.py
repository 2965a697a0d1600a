"""Claims of one thing are aligned, whatever the order of the articles; claims of different things are not."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from claimdiff import extract, judge, read_text
from claimdiff.alignment.align import AFFORDED, align, outstanding
from claimdiff.alignment.features import Features, Score

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


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("The landslide in Orlo killed 12 people.", "The landslide in Orlo killed 14 people.", True),
        ("The landslide in Orlo killed 12 people.", "The landslide in Orlo injured 14 people.", False),
        ("Governor Ana Ruiz has nine days left in office.", "Ana Ruiz, the governor, has five days left in office.", True),
        ("Governor Ana Ruiz has nine days left in office.", "Skiers in the valley have 40 days left to use their season tickets.", False),
        ("The ferry Aurelia carried 700 tons of coal to Port Alder.", "The Aurelia took 650 tons of coal aboard in Port Alder.", True),
        ("The ferry Aurelia carried 700 tons of coal to Port Alder.", "The Aurelia took two tons of mail aboard in Port Alder.", False),
    ],
    ids=["killed", "killed, injured", "one countdown", "two countdowns", "numbers near each other", "numbers far apart"],
)
def test_numbers_that_differ_are_aligned_only_where_they_count_one_thing(one, other, together):
    """What became of the counted, what a countdown has in common with another, and how far apart the numbers are."""
    report = judge(*(extract(read_text(text, path, date(2021, 3, 2))) for text, path in ((one, "a.txt"), (other, "b.txt"))))

    assert any(claim.kind == "quantity" for alignment in report.alignments for claim in alignment.claims) is together


def test_what_is_confirmed_elsewhere_is_held_against_nothing():
    """The article that gives a number twice leaves one of the two without a partner, not with that of something else."""
    twice = "Landslide kills 12 in Orlo.\n\nThe landslide killed 12 people in Orlo. In 1987 another landslide killed 31 people in Orlo."
    once = "The landslide killed 12 people in Orlo. In 1987 another landslide killed 31 people in Orlo."
    report = judge(*(extract(read_text(text, path, date(2021, 3, 2))) for text, path in ((twice, "a.txt"), (once, "b.txt"))))

    values = [{claim.value.value for claim in alignment.claims} for alignment in report.alignments if alignment.claims[0].kind == "quantity"]

    assert len(values) == 2
    assert all(len(value) == 1 for value in values)


def test_one_article_alone_has_no_alignments(articles):
    """There is nothing to compare it with."""
    assert judge(articles[0]).alignments == ()


@pytest.mark.parametrize(
    ("differing", "agreeing", "chosen", "told"),
    [
        (0.95, 0.7, {0: 1}, True),
        (0.95, 0.97, {0: 1}, False),
        (0.8, 0.7, {0: 1}, False),
        (0.95, 0.7, {0: 0}, False),
        (0.95, None, {}, False),
    ],
    ids=["a wrong headline", "likelier to agree", "not likely enough", "aligned already", "nothing agrees"],
)
def test_a_number_of_a_headline_is_held_against_the_other_article_whatever_the_text_says(differing, agreeing, chosen, told):
    """One article has two numbers of one thing, and the other agrees with the second."""
    scored = {(0, 0): Score(differing, agrees=False, parts={})}
    if agreeing is not None:
        scored[0, 1] = Score(agreeing, agrees=True, parts={})

    assert list(outstanding(scored, chosen)) == [(0, 0)] * told


def test_a_claim_costs_no_more_the_more_articles_there_are(monkeypatch):
    """However many clusters of however many claims share its words, AFFORDED comparisons are made."""
    scored = []

    def score(_, one, other):
        scored.append(id(one))
        return Score(0.9 * (one.value.unit == other.value.unit), agrees=False, parts={})

    monkeypatch.setattr(Features, "score", score)
    animals = "cows goats hens horses sheep dogs cats geese ducks mules pigs llamas".split()
    articles = []
    for i in range(4):
        told = " ".join(f"The landslide in Orlo killed {20 + 3 * i + j} {animal}." for j, animal in enumerate(animals))
        articles.append(extract(read_text(told, f"{i}.txt", date(2021, 3, 2))))

    align(articles)

    assert max(Counter(scored).values()) == AFFORDED
