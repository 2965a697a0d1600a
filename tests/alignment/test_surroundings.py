"""What else two articles say decides whether two of their figures are held against each other."""

from __future__ import annotations

from builders import claim, document, on, quantity
from claimdiff.alignment.surroundings import Surroundings
from claimdiff.model import Article, Claim, Extent, Topic


def _article(path, *values):
    """An article of one sentence that makes a claim of each value."""
    whole = document(path, path)
    kinds = [claim(value, path).kind for value in values]
    return Article(
        whole,
        tuple(Claim(whole, kind, Extent(i, i + 1), Extent(0, 9), value, Topic()) for i, (kind, value) in enumerate(zip(kinds, values, strict=True))),
    )


def _people(number, **fields):
    return quantity(number, unit="people", **fields)


def test_a_figure_that_the_other_article_has_elsewhere_counts_against():
    """Once for each side; an approximate figure nearby is one too."""
    a, b = _article("a.txt", _people(12), _people(30)), _article("b.txt", _people(15), _people(12))
    around = Surroundings((a, b))

    assert around.elsewhere(a.claims[0], b.claims[0]) == -0.5
    assert around.elsewhere(a.claims[1], b.claims[0]) == 0
    assert around.elsewhere(a.claims[0], b.claims[1]) == 0


def test_an_approximate_figure_elsewhere_counts_too():
    """ "About 30" is 31."""
    a = _article("a.txt", _people(31))
    b = _article("b.txt", _people(15), _people(30, low=27, high=33, comparator="~"))

    assert Surroundings((a, b)).elsewhere(a.claims[0], b.claims[0]) == -0.5


def test_the_only_figure_of_its_kind_has_no_rivals():
    """Other counts of people are rivals, a date is none."""
    a, b = _article("a.txt", _people(12), on("2021-03-01")), _article("b.txt", _people(15), _people(30))
    around = Surroundings((a, b))

    assert around.rivals(a.claims[1], a.claims[1]) == 0
    assert around.rivals(a.claims[0], b.claims[0]) < 0


def test_dates_that_both_articles_have_leave_fewer_to_hold_against_each_other():
    """Nor does a month leave its day open."""
    a, b = _article("a.txt", on("2021-03-01"), on("2021-04-05")), _article("b.txt", on("2021-03-02"), on("2021-04-05"))
    c, d = _article("c.txt", on("2021-03-01"), on("2021-04-05")), _article("d.txt", on("2021-03-02"), on("2021-04-06"))
    month = _article("e.txt", on("2021-03-02"), on("2021-04-01", value="2021-04", granularity="month"))

    assert Surroundings((a, b)).unsettled(a.claims[0], b.claims[0]) == 0
    assert Surroundings((c, d)).unsettled(c.claims[0], d.claims[0]) < 0
    assert Surroundings((c, month)).unsettled(c.claims[0], month.claims[0]) == 0


def test_sentences_that_share_other_figures_are_neighbours():
    """The pair itself does not count."""
    a = _article("a.txt", _people(12), on("2021-03-01"), quantity(5, unit="mile", form="measure"))
    b = _article("b.txt", _people(15), on("2021-03-01"), quantity(5, unit="mile", form="measure"))
    around = Surroundings((a, b))

    assert around.neighbours(a.claims[0], b.claims[0]) == 2 / 3
    assert around.neighbours(a.claims[1], b.claims[1]) == 1 / 3


def test_parts_are_not_held_against_their_sum():
    """Twelve men and three women are 15 people; 14 are not."""
    a = _article("a.txt", _people(15), _people(14))
    b = _article("b.txt", quantity(12, unit="man"), quantity(3, unit="woman"))
    around = Surroundings((a, b))

    assert around.adds_up(a.claims[0], b.claims[0])
    assert around.adds_up(b.claims[1], a.claims[0])
    assert not around.adds_up(a.claims[1], b.claims[0])


def test_what_is_not_of_one_kind_adds_up_to_nothing():
    """Two boats and 11 sailors are no 13 people."""
    a, b = _article("a.txt", _people(13)), _article("b.txt", quantity(2, unit="boat"), quantity(11, unit="sailor"))

    assert not Surroundings((a, b)).adds_up(a.claims[0], b.claims[1])


def test_a_sentence_that_has_more_in_common_with_another_speaks_of_something_else():
    """The pair itself does not count, nor do the smallest numbers."""
    miles, day = quantity(5, unit="mile", form="measure"), on("2021-03-01")
    a = _article("a.txt", _people(157), miles, day, _people(2))
    b = _two_sentences("b.txt", (_people(54), _people(2)), (_people(160), miles, day))
    around = Surroundings((a, b))

    assert around.drawn(a.claims[0], b.claims[0]) == around.drawn(b.claims[0], a.claims[0]) == -2 / 3
    assert around.drawn(a.claims[0], b.claims[2]) == 0
    assert around.drawn(a.claims[1], b.claims[0]) == -1 / 3


def _two_sentences(path, first, second):
    """An article whose second sentence begins at 50."""
    whole = document(path, path)
    told = [(0, i, value) for i, value in enumerate(first)] + [(50, i, value) for i, value in enumerate(second)]
    return Article(
        whole,
        tuple(
            Claim(whole, claim(value, path).kind, Extent(start + i, start + i + 1), Extent(start, start + 9), value, Topic())
            for start, i, value in told
        ),
    )
