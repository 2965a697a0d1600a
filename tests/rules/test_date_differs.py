"""date-differs on hand-built claims: which pairs of dates speak, and how loudly."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from builders import aligned, claim, on
from claimdiff.model import When
from claimdiff.rules.date_differs import compare

FRIDAY, THURSDAY = "2021-03-05", "2021-03-04"
MARCH = When("DATE", "2021-03", None, datetime(2021, 3, 1), datetime(2021, 4, 1), "month")
OPEN_FRIDAY = When("DATE", "XXXX-WXX-5", granularity="day")
OPEN_THURSDAY = When("DATE", "XXXX-WXX-4", granularity="day")
OPEN_AUGUST = When("DATE", "XXXX-08", granularity="month")


def _clock(hour, minute, mod=None):
    start = datetime(2021, 3, 5, hour, minute)
    return When("TIME", f"2021-03-05T{hour:02}:{minute:02}", mod, start, start.replace(minute=minute + 1), "minute")


def _severities(one, other, words=("Friday", "Thursday"), dates=("2021-03-07", "2021-03-07"), score=0.9):
    pair = (claim(one, words[0], "a.txt", dates[0]), claim(other, words[1], "b.txt", dates[1]))
    return [finding.severity for finding in compare(aligned(*pair, score=score))]


@pytest.mark.parametrize(
    ("one", "other", "dates"),
    [
        (on(FRIDAY), on(THURSDAY), ("2021-03-07", "2021-03-07")),
        (on("2021-02-05"), MARCH, ("2021-03-07", "2021-03-07")),
        (OPEN_FRIDAY, on(THURSDAY), (None, "2021-03-07")),
        (OPEN_FRIDAY, OPEN_THURSDAY, (None, None)),
        (OPEN_AUGUST, on(THURSDAY), (None, "2021-03-07")),
        (_clock(9, 30), _clock(14, 30), ("2021-03-07", "2021-03-07")),
    ],
    ids=["two days", "a day outside the month", "no publication date helps", "both open", "open month", "two times"],
)
def test_dates_that_cannot_both_be_right_are_errors(one, other, dates):
    """Once, whichever comes first."""
    assert _severities(one, other, dates=dates) == _severities(other, one, dates=dates[::-1]) == ["error"]


@pytest.mark.parametrize(
    ("one", "other", "dates"),
    [
        (on(FRIDAY), on(FRIDAY), ("2021-03-07", "2021-03-07")),
        (on(FRIDAY), MARCH, ("2021-03-07", "2021-03-07")),
        (OPEN_FRIDAY, on(FRIDAY), (None, "2021-03-07")),
        (OPEN_FRIDAY, OPEN_FRIDAY, (None, None)),
        (OPEN_FRIDAY, OPEN_AUGUST, (None, None)),
        (When("DURATION", "P2D"), on(FRIDAY), ("2021-03-07", "2021-03-07")),
        (When("DATE", "PAST_REF"), on(FRIDAY), ("2021-03-07", "2021-03-07")),
        (_clock(9, 30, "APPROX"), _clock(9, 27), ("2021-03-07", "2021-03-07")),
    ],
    ids=["same", "day in month", "solved for", "both open", "other forms", "duration", "reference", "about"],
)
def test_dates_that_can_both_be_right_are_silent(one, other, dates):
    """No finding, whichever comes first."""
    assert _severities(one, other, dates=dates) == _severities(other, one, dates=dates[::-1]) == []


def test_a_day_that_late_filing_explains_is_a_warning():
    """ "today" may have been written the day before."""
    assert _severities(on(FRIDAY, shift=0), on(THURSDAY), ("today", "Thursday")) == ["warning"]


def test_a_loose_alignment_is_no_ground_for_a_finding():
    """Dates of what is only perhaps one event stay silent."""
    assert _severities(on(FRIDAY), on(THURSDAY), score=0.3) == []


def test_the_resolved_day_is_said():
    """A weekday is explained by the date it was taken for."""
    pair = (claim(on(FRIDAY), "Friday", "a.txt"), claim(on(THURSDAY), "Thursday", "b.txt"))

    assert "“Friday” (2021-03-05)" in next(compare(aligned(*pair))).message


@pytest.mark.parametrize(
    ("words", "severities"),
    [
        (("10:23 GMT", "1:53 p.m."), []),
        (("10:23 EST", "1:53 p.m. PST"), []),
        (("10:23 EST", "1:53 p.m."), ["error"]),
        (("10:23", "13:53"), ["error"]),
    ],
    ids=["Greenwich and here", "two zones", "the zone of the place", "none"],
)
def test_hours_of_two_clocks_are_not_compared(words, severities):
    """Only those told by one clock are."""
    assert _severities(_clock(10, 23), _clock(13, 53), words) == severities


@pytest.mark.parametrize(("hour", "severities"), [(15, []), (13, ["error"])])
def test_hours_of_two_known_zones_are(hour, severities):
    """10:23 in New York is 15:23 in Greenwich, and not 13:23."""
    one, other = replace(_clock(10, 23), offset=-300), replace(_clock(hour, 23), offset=0)

    assert _severities(one, other, ("10:23 EST", f"{hour}:23 GMT")) == severities


@pytest.mark.parametrize(
    ("words", "severities"), [(("August", "August"), []), (("August 2020", "August"), ["error"])], ids=["guessed in both", "written in one"]
)
def test_a_year_that_nobody_wrote_is_no_discrepancy(words, severities):
    """The tense decides between the last August and the next, and the tense errs."""
    august = [When("DATE", f"{year}-08", None, datetime(year, 8, 1), datetime(year, 9, 1), "month") for year in (2020, 2021)]

    assert _severities(*august, words) == severities
