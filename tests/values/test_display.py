"""Values as a report words them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import quantity
from claimdiff.model import When
from claimdiff.values.dates_in_words import value_in_words
from claimdiff.values.display import describe, in_words
from claimdiff.values.timex import find, parse_value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (quantity("1200000", unit="GBP per year", form="money"), "GBP 1,200,000 per year"),
        (quantity("1200000", unit="GBP", form="money"), "GBP 1,200,000"),
        (quantity("9", unit="day", form="duration"), "9 days"),
        (quantity("1", unit="day", form="duration"), "1 day"),
        (quantity("34", unit="year old", form="age"), "34 years old"),
        (quantity("18", unit="kilometre per hour", form="measure"), "18 kilometres per hour"),
        (quantity("700", unit="passenger", comparator=">"), "more than 700 passengers"),
        (quantity("7", unit="%", form="percent"), "7%"),
    ],
)
def test_a_quantity_reads_as_an_editor_would_write_it(value, words):
    """Currency before the figures, what it is counted by behind them, units in the number their value asks for."""
    assert describe(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-09-11TEV", "the evening of 2022-09-11"),
        ("2022-09-11", "2022-09-11"),
        ("P3D", "3 days"),
        ("P1D", "1 day"),
        ("PT3H", "3 hours"),
        ("PT5M", "5 minutes"),
        ("P5M", "5 months"),
        ("P2Y6M", "2 years and 6 months"),
        ("PXD", "some days"),
        ("PXCE", "some centuries"),
        ("P3SU", "3 summers"),
        ("P2W/P3W", "2 to 3 weeks"),
        ("2021-W02", "the week of 2021-01-11"),
        ("2021-W02-WE", "the weekend of 2021-01-16"),
        ("XXXX-WXX-2", "a Tuesday"),
        ("XXXX-WXX-2TNI", "the night of a Tuesday"),
        ("XXXX-09-14", "September 14"),
        ("XXXX-09", "September"),
        ("2021-09", "September 2021"),
        ("2021-05", "May 2021"),
        ("XXXX-XX-XX", "a day"),
        ("XXXX-XX-XXT09:00", "09:00"),
        ("XXXX-XX-XXTEV", "an evening"),
        ("XXXX-WXX-2T09:00", "a Tuesday at 09:00"),
        ("2021-01-12T09:00", "2021-01-12 at 09:00"),
        ("2021-Q1", "the first quarter of 2021"),
        ("XXXX-Q3", "the third quarter"),
        ("2019-H2", "the second half of 2019"),
        ("2020-FA", "the fall of 2020"),
        ("2021-02-03/2021-02-05", "2021-02-03 to 2021-02-05"),
        ("XXXX-02-03/XXXX-02-05", "February 3 to February 5"),
        ("2014/2015", "2014 to 2015"),
        ("start 2021-03", "early March 2021"),
        ("mid 2020", "mid-2020"),
        ("approx 2021-05-13", "about 2021-05-13"),
        ("PAST_REF", "some time ago"),
        ("12 people", "12 people"),
        ("more than 700", "more than 700"),
        ("34", "34"),
        ("3-2", "3-2"),
    ],
)
def test_a_date_is_said_in_words(value, words):
    """What the standard writes for machines is told as an editor would say it; what is no date stays as it is."""
    assert value_in_words(value) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("SET", "XXXX-WXX-5"), "every Friday"),
        (When("SET", "P1Y"), "every year"),
        (When("SET", "P2W"), "every 2 weeks"),
        (When("DATE", "199", granularity="decade"), "the 1990s"),
        (When("DATE", "17", granularity="century"), "the 18th century"),
        (When("DATE", "20", granularity="century"), "the 21st century"),
        (When("DURATION", "P3D", "MORE_THAN"), "more than 3 days"),
        (When("DURATION", "P3D", "EQUAL_OR_MORE"), "at least 3 days"),
    ],
)
def test_sets_decades_and_hedges_are_said_too(when, words):
    """The type, the granularity and the mod tell what the value alone does not."""
    assert in_words(when) == words


@given(
    st.sampled_from(
        """last week|the weekend|early next month|Friday night|the fall of 2019|two to three weeks|Feb. 3-5|every summer|the 90s|mid-2020|noon
        |recently|the past three summers|Ramadan|an hour and a half|Q3 2020|this morning|tomorrow|each July|a decade ago|several decades""".split(
            "|"
        ),
    ),
    st.none() | st.dates(date(1950, 1, 1), date(2060, 1, 1)),
)
def test_no_code_is_left_in_words(text, published):
    """Whatever is read, dated or not, its words have no X in place of a figure and no P of a period."""
    (found,) = find(text.strip())
    when = parse_value(found.text, published)
    if when is not None:
        assert "XX" not in in_words(when)
        assert not in_words(when).startswith(("P", "about P"))
