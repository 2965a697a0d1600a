"""Two dates that are the ends of one range: told from two dates, put in order, and compared as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.values.ranges import opens_range, resolve_range
from claimdiff.values.timelines import DateRelation, relate_dates
from claimdiff.values.timex import Reference, find, parse_value

PUBLISHED = date(2021, 1, 12)  # a Tuesday
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


def ends(text: str, published: date | None = PUBLISHED, direction=None):
    """The two ends of the range in ``text``, None if it has none."""
    one, other = find(text)
    if not opens_range(text, one, other):
        return None
    reference = Reference(published, direction)
    found = resolve_range(one, other, reference, reference)
    return (found[0].when, found[1].when) if found else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from Jan. 3 to Jan. 5", "2021-01-03", "2021-01-05"),
        ("Dec. 28 to Jan. 2", "2020-12-28", "2021-01-02"),
        ("Dec. 28–Jan. 2", "2020-12-28", "2021-01-02"),
        ("from Dec. 28 to Jan. 2, 2018", "2017-12-28", "2018-01-02"),
        ("from Dec. 28, 2017, to Jan. 2", "2017-12-28", "2018-01-02"),
        ("between March 2 and April 4", "2021-03-02", "2021-04-04"),
        ("from January to March 2020", "2020-01", "2020-03"),
        ("from October to March 2020", "2019-10", "2020-03"),
        ("between 1991 and 1998", "1991", "1998"),
        ("from Monday to Friday", "2021-01-11", "2021-01-15"),
        ("from Sunday through Tuesday", "2021-01-10", "2021-01-12"),
        ("from 9 a.m. to 5 p.m. on Monday", "2021-01-11T09:00", "2021-01-11T17:00"),
        ("from 10 p.m. Monday to 4 a.m.", "2021-01-11T22:00", "2021-01-12T04:00"),
        ("from 10 p.m. to 4 a.m. on Monday", "2021-01-10T22:00", "2021-01-11T04:00"),
        ("from today to Jan. 30", "2021-01-12", "2021-01-30"),
    ],
)
def test_both_ends_are_read_together(text, first, last):
    """What one end does not say it takes from the other, and either knows both."""
    found = ends(text)

    assert [end.value for end in found] == [first, last]
    assert [end.ends for end in found] == [(first, last)] * 2


@pytest.mark.parametrize(
    ("text", "direction", "first", "last"),
    [
        ("from Monday to Friday", "future", "2021-01-18", "2021-01-22"),
        ("from Wednesday to Monday", "future", "2021-01-13", "2021-01-18"),
        ("from November to March", "future", "2021-11", "2022-03"),
        ("from November to March", "past", "2019-11", "2020-03"),
        ("from Nov. 20 to Feb. 3", None, "2020-11-20", "2021-02-03"),
    ],
)
def test_the_clause_says_on_which_side_a_range_lies(text, direction, first, last):
    """Neither a year nor a week is said: the tense tells."""
    assert [end.value for end in ends(text, direction=direction)] == [first, last]


@pytest.mark.parametrize(
    "text",
    [
        "on Jan. 3 and Jan. 5",
        "Monday, Friday",
        "from 2025 to 2021",
        "between now and Feb. 10",
        "from 9 a.m. to Friday",
        "changes on Friday to December's plan",
        "added from Friday to December's total",
    ],
)
def test_two_dates_are_no_range(text):
    """Without words that join them, in the wrong order, or of two sorts."""
    assert ends(text) is None


def test_an_undated_range_stays_open():
    """Its ends know each other nevertheless."""
    first, last = ends("from Jan. 3 to Jan. 5", None)

    assert (first.value, last.value, first.start) == ("XXXX-01-03", "XXXX-01-05", None)
    assert first.ends == last.ends == ("XXXX-01-03", "XXXX-01-05")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("from January to September 2020", "2020-01", "2020-09"), ("Dec. 28, 2019 to Jan. 2", "2019-12-28", "2020-01-02")],
)
def test_an_undated_range_takes_the_year_of_its_other_end(text, first, last):
    """No publication date is needed where one end has its year."""
    assert [end.value for end in ends(text, None)] == [first, last]


@given(
    one=st.sampled_from([*DAYS, *MONTHS, "Feb. 29", "Dec. 31", "Jan. 1", "March 3, 2020", "7 a.m."]),
    other=st.sampled_from([*DAYS, *MONTHS, "Feb. 29", "Dec. 31", "Jan. 1", "March 3, 2020", "5 p.m. on Friday"]),
    published=st.dates(date(1900, 1, 1), date(2090, 1, 1)),
    direction=st.sampled_from(["past", "future", None]),
)
def test_no_range_ends_before_it_begins(one, other, published, direction):
    """Whatever the two ends are and however the clause looks."""
    text = f"from {one} to {other}"
    if found := ends(text, published, direction):
        assert found[0].start < found[1].start


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("from Jan. 3 to Jan. 5", "Jan. 4", DateRelation.FINER),
        ("from Jan. 3 to Jan. 5", "Jan. 3-5", DateRelation.SAME),
        ("from Jan. 3 to Jan. 5", "January", DateRelation.FINER),
        ("from Jan. 3 to Jan. 5", "Jan. 6", DateRelation.APART),
        ("from 2010 to 2014", "2012", DateRelation.FINER),
        ("from 9 a.m. to 5 p.m. on Monday", "noon on Monday", DateRelation.FINER),
    ],
)
def test_either_end_against_another_date_stands_for_the_whole(one, other, relation):
    """A day within the range contradicts neither end."""
    single = parse_value(other, PUBLISHED)

    assert {relate_dates(end, single).relation for end in ends(one)} == {relation}
    assert {relate_dates(single, end).relation for end in ends(one)} == {relation}


def test_like_ends_of_two_ranges_are_compared():
    """Both begin on the 3rd; one ends on the 5th, the other on the 8th; the end of one says nothing of the other's beginning."""
    one, other = ends("from Jan. 3 to Jan. 5"), ends("from Jan. 3 to Jan. 8")

    assert relate_dates(one[0], other[0]).relation is DateRelation.SAME
    assert relate_dates(one[1], other[1]).relation is DateRelation.APART
    assert relate_dates(one[0], other[1]).relation is DateRelation.OVERLAP


def test_undated_ranges_compare_as_written():
    """The same ends agree, another day between them says nothing, other ends differ."""
    one, other = ends("from Jan. 3 to Jan. 5", None), ends("from Jan. 3 to Jan. 8", None)

    assert relate_dates(one[1], other[1]).relation is DateRelation.APART
    assert relate_dates(one[0], parse_value("Jan. 3", None)).relation is DateRelation.FINER
    assert relate_dates(one[0], parse_value("Jan. 4", None)).relation is DateRelation.UNRELATED
