"""Time zones: how far from Greenwich, which of several is meant, and times of day compared across them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.values.ranges import resolve_range
from claimdiff.values.timelines import DateRelation, relate_dates
from claimdiff.values.timex import Reference, find, parse_value, resolve
from claimdiff.values.zones import offset_between, offset_of

WINTER, SUMMER = date(2021, 1, 12), date(2021, 7, 12)


@pytest.mark.parametrize(
    ("written", "day", "text", "minutes"),
    [
        ("GMT", WINTER, "", 0),
        ("Z", None, "", 0),
        ("GMT+3", WINTER, "", 180),
        ("-05:00", WINTER, "", -300),
        ("+0530", WINTER, "", 330),
        ("EST", WINTER, "", -300),
        ("EST", SUMMER, "", -240),
        ("EDT", SUMMER, "", -240),
        ("Eastern time", WINTER, "", -300),
        ("Pacific", SUMMER, "", -420),
        ("CEST", SUMMER, "", 120),
        ("IST", WINTER, "The train left Mumbai.", 330),
        ("IST", SUMMER, "Police in Tel Aviv said so.", 180),
        ("IST", SUMMER, "A ferry left Dublin.", 60),
        ("CST", WINTER, "The plant is near Dallas.", -360),
        ("CST", WINTER, "The plant is near Shanghai.", 480),
        ("BST", SUMMER, "", 60),
        ("JST", None, "", 540),
    ],
)
def test_a_zone_has_its_offset(written, day, text, minutes):
    """By the table, by summer time, by the places of the article."""
    assert offset_of(written, day, text) == minutes


@pytest.mark.parametrize(
    ("written", "day", "text"),
    [
        ("IST", WINTER, ""),
        ("IST", WINTER, "A flight from Delhi to Dublin."),
        ("EST", None, ""),
        ("local time", WINTER, ""),
        ("XYZ", WINTER, ""),
    ],
)
def test_a_zone_that_could_be_several_stays_open(written, day, text):
    """Nothing is guessed."""
    assert offset_of(written, day, text) is None


@pytest.mark.parametrize(
    ("text", "value", "minutes"),
    [
        ("9 a.m. EST", "2021-01-12T09:00", -300),
        ("1400 GMT", "2021-01-12T14:00", 0),
        ("noon Eastern time", "2021-01-12T12:00", -300),
        ("10:35 a.m. (0735 GMT) Tuesday", "2021-01-12T10:35", 180),
        ("2:15 a.m. (2045 GMT)", "2021-01-12T02:15", 330),
        ("3:30 p.m. IST (1000 GMT)", "2021-01-12T15:30", 330),
        ("2021-01-11T23:30:00-05:00", "2021-01-11T23:30", -300),
        ("2021-01-11T23:30:00Z", "2021-01-11T23:30", 0),
        ("Monday at 8 p.m. EST", "2021-01-11T20:00", -300),
        ("9 a.m. local time", "2021-01-12T09:00", None),
        ("9 a.m.", "2021-01-12T09:00", None),
    ],
)
def test_a_clock_time_keeps_its_zone_and_its_local_day(text, value, minutes):
    """The value is the time as written; the offset stands beside it."""
    (found,) = find(text)
    when = resolve(found, Reference(WINTER)).when

    assert (when.value, when.offset) == (value, minutes)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("9 a.m. UTC-5", "1400 GMT", DateRelation.SAME),
        ("9 a.m. UTC-5", "1500 GMT", DateRelation.APART),
        ("8 p.m. UTC-5 Monday", "1 a.m. GMT Tuesday", DateRelation.SAME),
    ],
)
@pytest.mark.parametrize("published", [WINTER, None])
def test_times_of_known_zones_are_converted(one, other, relation, published):
    """The same moment by two clocks agrees, dated or not; another hour differs."""
    assert relate_dates(parse_value(one, published), parse_value(other, published)).relation is relation


def test_a_range_of_hours_has_one_zone():
    """From nine to five in New York is from 14:00 to 22:00 in Greenwich."""
    reference = Reference(WINTER)
    ends = resolve_range(*find("from 9 a.m. to 5 p.m. EST"), reference, reference)

    assert {relate_dates(end.when, parse_value("1500 GMT", WINTER)).relation for end in ends} == {DateRelation.FINER}
    assert {relate_dates(end.when, parse_value("1000 GMT", WINTER)).relation for end in ends} == {DateRelation.APART}


def test_the_first_hour_of_the_calendar_has_none_before_it():
    """Nothing crashes where Greenwich has no such day."""
    first, other = parse_value("0001-01-01T00:30+05:00"), parse_value("0001-01-01T00:30Z")

    assert relate_dates(first, other).relation is DateRelation.UNRELATED


@given(hour=st.integers(0, 23), minute=st.integers(0, 59), offset=st.integers(-10 * 4, 14 * 4 - 1))
def test_the_clock_in_brackets_tells_the_zone(hour, minute, offset):
    """Whatever the zone, the two clocks give it."""
    there = (hour * 60 + minute - offset * 15) % (24 * 60)

    assert offset_between((hour, minute), divmod(there, 60)) == offset * 15
