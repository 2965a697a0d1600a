"""countdown-differs on hand-built claims: days counted from each article's date."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builders import aligned, claim, quantity
from claimdiff.rules.countdown_differs import compare
from claimdiff.values.timelines import FROM_EVENT, SO_LONG_AGO


def _countdown(number, path, published, unit="day", direction="ahead", form="countdown", evidence=(), **bounds):
    found = claim(quantity(number, unit=unit, form=form, direction=direction, **bounds), f"{number} {unit}s left", path, published)
    return replace(found, evidence=evidence)


def _findings(one, other, **fields):
    return list(compare(aligned(_countdown(*one, **fields), _countdown(*other, **fields))))


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ((12, "a.txt", "2021-01-12"), (8, "b.txt", "2021-01-12"), "error"),
        ((12, "a.txt", None), (8, "b.txt", "2021-01-12"), "error"),
        ((12, "a.txt", None), (8, "b.txt", None), "error"),
        ((9, "a.txt", "2021-01-12"), (8, "b.txt", "2021-01-12"), "note"),
        ((9, "a.txt", None), (8, "b.txt", "2021-01-12"), "note"),
    ],
)
def test_countdowns_to_different_days_are_found(one, other, severity):
    """An error, or a note when inclusive counting explains it."""
    assert [finding.severity for finding in _findings(one, other)] == [severity]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((12, "a.txt", "2021-01-08"), (8, "b.txt", "2021-01-12")),
        ((8, "a.txt", None), (8, "b.txt", "2021-01-12")),
        ((8, "a.txt", None), (8, "b.txt", None)),
        ((99_999_999_999, "a.txt", "2021-01-08"), (8, "b.txt", "2021-01-12")),
    ],
    ids=["one day reached", "solved for the same day", "same number", "no such day"],
)
def test_countdowns_that_can_both_be_right_are_silent(one, other):
    """Different numbers on different days lead to one day."""
    assert _findings(one, other) == []


def test_the_undated_article_is_solved_for():
    """The message names the day counted to, the date that would reconcile and how far away it is."""
    found = _findings((12, "a.txt", None), (8, "b.txt", "2021-01-12"))[0]

    assert "2021-01-20" in found.message
    assert "2021-01-08, 4 days before b.txt" in found.message
    assert "--date a.txt=2021-01-08" in str(found.reconciliation)


def test_both_undated_gives_the_gap_that_would_reconcile():
    """Four days between the articles, the smaller number later."""
    assert "b.txt was published 4 days after a.txt" in _findings((12, "a.txt", None), (8, "b.txt", None))[0].message


def test_weeks_leave_half_a_week_of_slack():
    """Two weeks and three weeks on one day differ; two weeks and 17 days do not."""
    two, three = _countdown(2, "a.txt", "2021-01-12", "week"), _countdown(3, "b.txt", "2021-01-12", "week")
    days = _countdown(17, "b.txt", "2021-01-12")

    assert [finding.severity for finding in compare(aligned(two, three))] == ["error"]
    assert list(compare(aligned(two, days))) == []


def test_elapsed_times_count_backwards():
    """Two days after the quake on the 12th and three on the 13th is one quake."""
    behind = {"direction": "behind"}

    assert _findings((2, "a.txt", "2021-01-12"), (3, "b.txt", "2021-01-13"), **behind) == []
    assert len(_findings((2, "a.txt", "2021-01-12"), (6, "b.txt", "2021-01-13"), **behind)) == 1


def test_two_plain_durations_are_no_countdowns():
    """A strike of two days and one of eight are left to number-differs."""
    assert _findings((2, "a.txt", "2021-01-12"), (8, "b.txt", "2021-01-12"), form="duration", direction=None) == []


@pytest.mark.parametrize(
    ("one", "other", "severities"),
    [
        ((12, "a.txt", "2021-01-12"), (8, "b.txt", "2021-01-12"), ["error"]),
        ((12, "a.txt", "2021-01-12"), (12, "b.txt", "2021-02-20"), []),
        ((9, "a.txt", "2021-01-12"), (8, "b.txt", "2021-01-12"), ["note"]),
        ((12, "a.txt", "2021-01-08"), (8, "b.txt", "2021-01-12"), []),
        ((12, "a.txt", None), (8, "b.txt", "2021-01-12"), ["error"]),
        ((12, "a.txt", None), (12, "b.txt", None), []),
    ],
    ids=["apart", "one number, weeks later", "a day apart", "keeps pace", "undated", "the same"],
)
def test_lengths_from_an_event_compare_as_they_stand(one, other, severities):
    """ "Was fired 12 days before the vote" is true whenever it is printed."""
    assert [finding.severity for finding in _findings(one, other, evidence=(FROM_EVENT,))] == severities


def test_a_length_from_an_event_and_a_loose_alignment_are_silent():
    """A story may tell what was eight days before the vote and what was twelve."""
    counts = [_countdown(number, path, "2021-01-12", evidence=(FROM_EVENT,)) for number, path in ((12, "a.txt"), (8, "b.txt"))]

    assert list(compare(aligned(*counts, score=0.6))) == []
    assert len(list(compare(aligned(*counts, score=0.7)))) == 1


def test_a_length_ago_is_left_to_the_dates_where_both_are_known():
    """Nothing is told twice: dated, "12 days ago" is a day of the calendar; undated, it is solved for."""
    ago = {"direction": "behind", "evidence": (SO_LONG_AGO,)}

    assert _findings((12, "a.txt", "2021-01-12"), (8, "b.txt", "2021-01-12"), **ago) == []
    assert [finding.severity for finding in _findings((12, "a.txt", None), (8, "b.txt", "2021-01-12"), **ago)] == ["error"]
    assert [finding.severity for finding in _findings((12, "a.txt", None), (8, "b.txt", None), **ago)] == ["error"]


def test_bounds_leave_room():
    """ "More than 12 days left" and 14 agree, it and eight do not."""
    more = _countdown(12, "a.txt", "2021-01-12", comparator=">", low=Decimal(12), high=None)

    assert list(compare(aligned(more, _countdown(14, "b.txt", "2021-01-12")))) == []
    assert [finding.severity for finding in compare(aligned(more, _countdown(8, "b.txt", "2021-01-12")))] == ["error"]
    assert list(compare(aligned(_countdown(14, "b.txt", None), more))) == []
