"""Temporal expressions as pure text: what is found, what it means, and the laws its values obey."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimdiff.values.timelines import DateRelation, relate_dates
from claimdiff.values.timex import Reference, find, parse_explicit, parse_value, resolve

PUBLISHED = date(2021, 1, 13)  # a Wednesday
MONTHS = "January February March April May June July August September October November December".split()
AP_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
ORDINALS = "first second third fourth".split()
SPELLED = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
days = st.dates(date(1900, 1, 1), date(2090, 12, 31))
HOUSE_STYLES = {
    "AP": lambda day: f"{AP_MONTHS[day.month - 1]} {day.day}, {day.year}",
    "full": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "BBC": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "ordinal": lambda day: f"{MONTHS[day.month - 1]} {day.day}{'th' if day.day not in (1, 2, 3, 21, 22, 23, 31) else 'st'}, {day.year}",
    "ISO": lambda day: day.isoformat(),
    "weekday": lambda day: f"{day:%A}, {MONTHS[day.month - 1]} {day.day}, {day.year}",
    "Guardian": lambda day: f"{day.day} {AP_MONTHS[day.month - 1].rstrip('.')[:3]} {day.year}",
    "Reuters": lambda day: f"{AP_MONTHS[day.month - 1].rstrip('.')[:3]} {day.day}, {day.year}",
    "formal": lambda day: f"{day.day} of {MONTHS[day.month - 1]}, {day.year}",
}


def value(text: str, published: date | None = PUBLISHED) -> str | None:
    """The TIMEX3 value of ``text``, None if it is no single expression."""
    when = parse_value(text, published)
    return when.value if when else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan. 5, 2021", "2021-01-05"),
        ("2021-01-05T09:30", "2021-01-05T09:30"),
        ("25/12/2020", "2020-12-25"),
        ("Dec. 24", "2020-12-24"),
        ("last Oct. 23", "2020-10-23"),
        ("next Oct. 23", "2021-10-23"),
        ("March 3 last year", "2020-03-03"),
        ("the week of March 8", "2021-W10"),
        ("August 2019", "2019-08"),
        ("last November", "2020-11"),
        ("September of last year", "2020-09"),
        ("each July", "XXXX-07"),
        ("1998", "1998"),
        ("nineteen ninety-six", "1996"),
        ("nineteen oh four", "1904"),
        ("January nineteen ninety-seven", "1997-01"),
        ("the winter of nineteen ninety-four", "1994-WI"),
        ("March eighth", "2021-03-08"),
        ("May twenty-first, 2019", "2019-05-21"),
        ("Feb. 3-5", "2021-02-03/2021-02-05"),
        ("3 to 5 March 2020", "2020-03-03/2020-03-05"),
        ("2014-15", "2014/2015"),
        ("the 1990s", "199"),
        ("the 90s", "199"),
        ("the 21st century", "20"),
        ("the summer of 2019", "2019-SU"),
        ("last fall", "2020-FA"),
        ("this winter", "2021-WI"),
        ("Monday", "2021-01-11"),
        ("Wednesday", "2021-01-13"),
        ("last Wednesday", "2021-01-06"),
        ("next Wednesday", "2021-01-20"),
        ("Sunday night", "2021-01-10TNI"),
        ("Fridays", "XXXX-WXX-5"),
        ("yesterday", "2021-01-12"),
        ("the day before yesterday", "2021-01-11"),
        ("tomorrow morning", "2021-01-14TMO"),
        ("last night", "2021-01-12TNI"),
        ("this week", "2021-W02"),
        ("last month", "2020-12"),
        ("next year", "2022"),
        ("earlier this year", "2021"),
        ("later in the week", "2021-W02"),
        ("the end of the month", "2021-01"),
        ("this quarter", "2021-Q1"),
        ("the fourth quarter", "2020-Q4"),
        ("next year's first quarter", "2022-Q1"),
        ("the first half of 2019", "2019-H1"),
        ("the latest quarter", "2020-Q4"),
        ("two days ago", "2021-01-11"),
        ("a week ago", "2021-W01"),
        ("three months ago", "2020-10"),
        ("a decade ago", "2011"),
        ("36 hours ago", "2021-01-12"),
        ("2 p.m.", "2021-01-13T14:00"),
        ("12:30 a.m.", "2021-01-13T00:30"),
        ("noon", "2021-01-13T12:00"),
        ("four in the afternoon", "2021-01-13T16:00"),
        ("eight o'clock in the evening", "2021-01-13T20:00"),
        ("10:35 a.m. (0735 GMT) Tuesday", "2021-01-12T10:35"),
        ("mid-afternoon", "2021-01-13TAF"),
        ("mid-afternoon yesterday", "2021-01-12TAF"),
        ("9 a.m. Monday", "2021-01-11T09:00"),
        ("6:30 a.m. on Jan. 9, 2021", "2021-01-09T06:30"),
        ("1230 GMT", "2021-01-13T12:30"),
        ("Thanksgiving", "2020-11-26"),
        ("Easter Sunday 2021", "2021-04-04"),
        ("Election Day 2020", "2020-11-03"),
        ("Memorial Day 2021", "2021-05-31"),
        ("Black Friday 2024", "2024-11-29"),
        ("Ash Wednesday 2021", "2021-02-17"),
        ("Easter week 2021", "2021-W13"),
        ("Ramadan 2021", "2021-04-13/2021-05-12"),
        ("Ramadan", "2021-04-13/2021-05-12"),
        ("last Ramadan", "2020-04-24/2020-05-23"),
        ("Eid al-Fitr 2021", "2021-05-13"),
        ("Eid al-Adha 2021", "2021-07-20"),
        ("Passover 2021", "2021-03-28/2021-04-04"),
        ("Rosh Hashanah 2021", "2021-09-07/2021-09-08"),
        ("Yom Kippur 2021", "2021-09-16"),
        ("Hanukkah 2021", "2021-11-29/2021-12-06"),
        ("Purim 2024", "2024-03-24"),
        ("Purim 2021", "2021-02-26"),
        ("Lunar New Year", "2021-02-12"),
        ("Chinese New Year 2024", "2024-02-10"),
        ("Orthodox Easter 2021", "2021-05-02"),
        ("Pentecost 2021", "2021-05-23"),
        ("St. Patrick’s Day", "2021-03-17"),
        ("fiscal 2014", "2014"),
        ("fiscal year 2014", "2014"),
        ("FY2014", "2014"),
        ("FY 2014", "2014"),
        ("FY14", "2014"),
        ("the third quarter of fiscal 2014", "2014-Q3"),
        ("the fiscal third quarter", "2020-Q3"),
        ("last fiscal year", "2020"),
        ("12 days", "P12D"),
        ("a dozen years", "P12Y"),
        ("two and a half years", "P2Y6M"),
        ("half an hour", "PT30M"),
        ("a couple of weeks", "P2W"),
        ("two decades", "P20Y"),
        ("several months", "PXM"),
        ("two to three weeks", "P2W/P3W"),
        ("the past three summers", "P3SU"),
        ("the early years", "PXY"),
        ("the past two years", "P2Y"),
        ("every Friday", "XXXX-WXX-5"),
        ("twice a year", "P1Y"),
        ("every two weeks", "P2W"),
        ("daily", "P1D"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("the near future", "FUTURE_REF"),
    ],
)
def test_expressions_have_their_timex_value(text, expected):
    """Every kind of expression, seen from one publication date."""
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "shift"),
    [
        ("Tuesday", "XXXX-WXX-2", 2),
        ("Tuesday night", "XXXX-WXX-2TNI", 2),
        ("Oct. 23", "XXXX-10-23", None),
        ("August", "XXXX-08", None),
        ("yesterday", "XXXX-XX-XX", -1),
        ("today", "XXXX-XX-XX", 0),
        ("three days ago", "XXXX-XX-XX", -3),
        ("last week", "XXXX-WXX", None),
        ("last month", "XXXX-XX", None),
        ("the third quarter", "XXXX-Q3", None),
        ("Christmas Eve", "XXXX-12-24", None),
        ("9 a.m.", "XXXX-XX-XXT09:00", None),
    ],
)
def test_values_stay_open_without_a_publication_date(text, expected, shift):
    """Unknown parts are X, and nothing is taken from today's date."""
    when = parse_value(text)

    assert when is not None
    assert (when.value, when.start, when.before) == (expected, None, None)
    assert when.shift in (shift, None)
    assert (when.shift is None) == (shift is None or "WXX" in expected)


@pytest.mark.parametrize(("text", "mod"), [("early 2019", "START"), ("mid-March", "MID"), ("late March", "END"), ("the end of 2022", "END")])
def test_phases_become_mods(text, mod):
    """The part of a unit that is meant is its mod; the value stays the unit's."""
    when = parse_value(text, PUBLISHED)

    assert when is not None
    assert when.mod == mod


@pytest.mark.parametrize(
    ("text", "mod"),
    [("more than 12 days", "MORE_THAN"), ("nearly two years", "LESS_THAN"), ("at least 72 hours", "EQUAL_OR_MORE"), ("about a month", "APPROX")],
)
def test_hedges_become_mods_of_durations(text, mod):
    """A hedge never changes the length written."""
    when = parse_value(text)

    assert when is not None
    assert when.mod == mod


@pytest.mark.parametrize(
    "text", ["may", "march", "sat", "fall", "$1999", "1,998", "second-hand", "a second", "we", "sun", "12", "3-2", "24/7", "Easterner"]
)
def test_what_is_no_date_is_not_found(text):
    """Ordinary words and figures that a loose reader takes for dates."""
    assert not [found for found in find(text) if found.kind not in ("duration", "a_duration")]


@pytest.mark.parametrize("text", ["Feb. 30, 2020", "31 June 2019", "2021-13-01", "03/04/2021", "0000-01-01", "99999999999 days", "Jan. 45"])
def test_days_no_calendar_has_are_not_resolved(text):
    """What is no day, or two, has no value, and nothing crashes."""
    assert all(resolve(found, Reference(PUBLISHED)) is None for found in find(text) if found.kind != "month")


@pytest.mark.parametrize(
    ("text", "mod", "first", "before"),
    [
        ("Eid al-Fitr 2021", "APPROX", "2021-05-12", "2021-05-17"),
        ("Ramadan 2021", "APPROX", "2021-04-12", "2021-05-14"),
        ("Passover 2021", None, "2021-03-27", "2021-04-05"),
        ("Easter Sunday 2021", None, "2021-04-04", "2021-04-05"),
    ],
)
def test_a_feast_may_begin_on_its_eve_and_wait_for_the_moon(text, mod, first, before):
    """Days that the sighting of the moon may shift are approximate, and the interval leaves room for it."""
    when = parse_value(text, PUBLISHED)

    assert (when.mod, str(when.start.date()), str(when.before.date())) == (mod, first, before)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("fiscal 2014", "2014", DateRelation.FINER),
        ("fiscal 2014", "Oct. 1, 2013", DateRelation.FINER),
        ("fiscal 2014", "March 31, 2015", DateRelation.FINER),
        ("fiscal 2014", "2016", DateRelation.APART),
        ("fiscal 2014", "FY14", DateRelation.SAME),
        ("fiscal 2014", "fiscal 2015", DateRelation.APART),
        ("the third quarter of fiscal 2014", "June 2014", DateRelation.FINER),
        ("the third quarter of fiscal 2014", "January 2014", DateRelation.FINER),
        ("the third quarter of fiscal 2014", "the third quarter of fiscal 2015", DateRelation.APART),
    ],
)
def test_a_year_of_accounts_is_no_calendar_year(one, other, relation):
    """It may begin in the year before or end in the year after; two of them are told apart by name."""
    assert relate_dates(parse_value(one, PUBLISHED), parse_value(other, PUBLISHED)).relation is relation


@pytest.mark.parametrize(
    ("published", "direction", "expected"),
    [
        ("2021-04-20", None, "2021-05-13"),
        ("2021-07-10", None, "2021-07-20"),
        ("2021-07-10", "past", "2021-05-13"),
        ("2021-05-20", "future", "2021-07-20"),
    ],
)
def test_eid_is_the_one_that_is_near(published, direction, expected):
    """There are two of them every year."""
    (found,) = find("Eid")

    assert resolve(found, Reference(date.fromisoformat(published), direction)).when.value == expected


@pytest.mark.parametrize("year", ["1200", "1923", "2078", "2099"])
def test_feasts_beyond_the_tables_have_no_value(year):
    """The calendars of the libraries end; nothing is guessed, nothing crashes."""
    assert all(resolve(found, Reference(PUBLISHED)) is None for name in ("Ramadan", "Eid") for found in find(f"{name} {year}"))


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("Friday", None, "2021-01-08"),
        ("Friday", "future", "2021-01-15"),
        ("August", "past", "2020-08"),
        ("August", "future", "2021-08"),
        ("July 20", "past", "2020-07-20"),
        ("July 2", "future", "2021-07-02"),
        ("Jan. 15", "past", "2021-01-15"),
    ],
)
def test_the_direction_of_the_clause_decides(text, direction, expected):
    """Tense outweighs nearness, but not within weeks of publication, where the date itself may be the mistake."""
    (found,) = find(text)

    resolved = resolve(found, Reference(PUBLISHED, direction))

    assert resolved is not None
    assert resolved.when.value == expected


@pytest.mark.parametrize(
    ("published", "direction", "expected"),
    [
        ("2021-01-05", "past", "2020-Q1"),
        ("2021-01-05", "future", "2021-Q1"),
        ("2021-01-05", None, "2021-Q1"),
        ("2021-03-05", "past", "2021-Q1"),
    ],
)
def test_what_is_past_of_a_quarter_that_has_just_begun_is_last_years(published, direction, expected):
    """ "Sales fell in the first quarter", says a paper of January 5."""
    (found,) = find("the first quarter")

    assert resolve(found, Reference(date.fromisoformat(published), direction)).when.value == expected


@pytest.mark.parametrize(
    ("text", "value", "start", "before"),
    [
        ("the past year", "2020", "2020-01-01", "2021-01-14"),
        ("last year", "2020", "2020-01-01", "2021-01-01"),
        ("the past month", "2020-12", "2020-12-01", "2021-01-14"),
        ("the last week", "2021-W01", "2021-01-04", "2021-01-14"),
        ("last week", "2021-W01", "2021-01-04", "2021-01-11"),
        ("this past quarter", "2020-Q4", "2020-10-01", "2021-01-14"),
    ],
)
def test_the_past_year_may_be_the_time_up_to_publication(text, value, start, before):
    """The value is the calendar unit, as annotators have it; the interval leaves room for either reading."""
    when = parse_value(text, PUBLISHED)

    assert (when.value, str(when.start.date()), str(when.before.date())) == (value, start, before)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the following day", "2019-03-06"),
        ("that day", "2019-03-05"),
        ("two days later", "2019-03-07"),
        ("that month", "2019-03"),
        ("later that year", "2019"),
        ("the following year", "2020"),
        ("that night", "2019-03-05TNI"),
    ],
)
def test_some_are_counted_from_the_date_spoken_of(text, expected):
    """Anaphoric expressions look back to what the text last told, not to publication."""
    day = date(2019, 3, 5)
    (found,) = find(text)

    resolved = resolve(found, Reference(PUBLISHED, None, day, day, day))

    assert resolved is not None
    assert resolved.when.value == expected


@pytest.mark.parametrize("style", HOUSE_STYLES)
@given(day=days, published=days)
def test_a_full_date_reads_back_as_itself(style, day, published):
    """Whatever the house style and whenever it is published."""
    text = HOUSE_STYLES[style](day)

    when = parse_value(text, published)

    assert when is not None
    assert (when.value, when.mod, when.granularity) == (day.isoformat(), None, "day")
    assert (when.start, when.shift) == (datetime(day.year, day.month, day.day), None)


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_parse_explicit_reads_every_house_style(style):
    """The reader of headers gets plain days."""
    day = date(2021, 5, 12)

    assert parse_explicit(HOUSE_STYLES[style](day)) == day


@pytest.mark.parametrize("text", ["03/04/2021", "May 2021", "12 days left", "12", "Tuesday", "2021", "", "x" * 500])
def test_parse_explicit_refuses_what_is_not_one_day(text):
    """A day that is not written in full, or could be two, is none."""
    assert parse_explicit(text) is None


@given(published=days, later=st.integers(1, 400))
@pytest.mark.parametrize("text", ["today", "yesterday", "two days ago", "tomorrow"])
def test_relative_days_move_with_publication(text, published, later):
    """Publishing n days later moves what is counted from publication by n days."""
    first, second = parse_value(text, published), parse_value(text, published + timedelta(days=later))

    assert first is not None
    assert second is not None
    assert second.start - first.start == timedelta(days=later)
    assert first.shift == second.shift


@given(published=days)
@pytest.mark.parametrize("text", ["Monday", "last Friday", "next Sunday", "yesterday", "three days ago"])
def test_the_shift_leads_from_publication_to_the_day(text, published):
    """Start is publication plus shift: that is what lets an undated article be solved for."""
    when = parse_value(text, published)

    assert when is not None
    assert when.start is not None
    assert when.start.date() == published + timedelta(days=when.shift)


COARSE = {
    "month": (lambda day: f"{MONTHS[day.month - 1]} {day.year}", lambda day: f"{day.year}-{day.month:02}"),
    "AP month": (lambda day: f"{AP_MONTHS[day.month - 1]} {day.year}", lambda day: f"{day.year}-{day.month:02}"),
    "quarter": (lambda day: f"the {ORDINALS[(day.month - 1) // 3]} quarter of {day.year}", lambda day: f"{day.year}-Q{(day.month + 2) // 3}"),
    "year": (lambda day: f"{day.year}", lambda day: f"{day.year}"),
    "decade": (lambda day: f"the {day.year // 10}0s", lambda day: f"{day.year // 10}"),
}


@pytest.mark.parametrize("style", COARSE)
@given(day=days, published=st.none() | days)
def test_a_coarser_date_reads_back_as_itself_and_keeps_its_granularity(style, day, published):
    """Months, quarters, years and decades with their year are what they are, whenever it is published; nothing is made finer."""
    write, expected = COARSE[style]

    when = parse_value(write(day), published)

    assert when is not None
    assert (when.value, when.mod, when.granularity) == (expected(day), None, style.removeprefix("AP "))
    assert when.start <= datetime(day.year, day.month, day.day) < when.before


@pytest.mark.parametrize(
    ("phase", "mod"), [("early", "START"), ("mid", "MID"), ("late", "END"), ("the end of", "END"), ("the beginning of", "START")]
)
@pytest.mark.parametrize("style", ["month", "AP month", "year"])
@given(day=days, published=st.none() | days)
def test_a_phase_reads_back_as_its_mod(style, phase, mod, day, published):
    """ "Early March 2020" is March 2020 and its start, from wherever it is seen."""
    write, expected = COARSE[style]

    when = parse_value(f"{phase}{'-' if phase == 'mid' else ' '}{write(day)}", published)

    assert when is not None
    assert (when.value, when.mod) == (expected(day), mod)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("last week", timedelta(weeks=1)),
        ("next week", timedelta(weeks=1)),
        ("two weeks ago", timedelta(weeks=1)),
        ("the weekend", timedelta(weeks=1)),
        ("Tuesday", timedelta(weeks=1)),
        ("last Friday night", timedelta(weeks=1)),
        ("tomorrow morning", timedelta(days=1)),
        ("9 a.m. yesterday", timedelta(days=1)),
    ],
)
@given(published=days, times=st.integers(1, 60))
def test_relative_times_move_with_publication(text, later, published, times):
    """Publishing whole units later moves what is counted in them by as much, and nothing else of it changes."""
    first, second = parse_value(text, published), parse_value(text, published + times * later)

    assert first is not None
    assert second is not None
    assert (second.start - first.start, second.before - first.before) == (times * later, times * later)
    assert (first.type, first.mod, first.granularity, first.shift) == (second.type, second.mod, second.granularity, second.shift)


@pytest.mark.parametrize("text", ["last year", "next year", "this year", "five years ago", "last month", "three months ago", "the past two years"])
@given(published=days, years=st.integers(1, 60))
def test_relative_years_and_months_move_with_the_year_of_publication(text, published, years):
    """Published years later, the same day of the year, they are as many years later."""
    day = published.replace(day=min(published.day, 28))
    first, second = parse_value(text, day), parse_value(text, day.replace(year=day.year + years))

    assert first is not None
    assert second is not None
    assert first.granularity == second.granularity
    if first.start:
        assert first.start.replace(year=first.start.year + years) == second.start
    else:
        assert first == second


@given(year=st.integers(1600, 1999))
def test_a_year_in_words_is_the_year_in_figures(year):
    """ "Nineteen ninety-six" is 1996."""
    century, rest = divmod(year, 100)
    assume(rest)  # "nineteen hundred" counts as well, and is a year only in a sentence
    low = f"oh {SPELLED[rest]}" if rest < 10 else SPELLED[rest] if rest < 20 else _tens(rest)

    assert value(f"{SPELLED[century]} {low}") == str(year)


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{SPELLED[ones]}" if ones else "")


@given(text=st.text(max_size=200), published=st.none() | st.dates())
def test_no_text_crashes(text, published):
    """Any text has expressions or none, in order, within it and apart, and each resolves or does not."""
    at = 0
    for found in find(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end
        resolved = resolve(found, Reference(published, "past", published, published, published))
        assert resolved is None or resolved.when.value


@given(
    words=st.lists(
        st.sampled_from("the last next 2 12 9999 31 Feb. May ago later days years century Monday 2 p.m. of and a half".split()), max_size=12
    )
)
def test_no_order_of_time_words_crashes(words):
    """Nonsense made of the right words is read or refused."""
    for found in find(" ".join(words)):
        resolve(found, Reference(date.max))
        resolve(found, Reference(date.min, "past", date.min, date.min, date.min))


def test_finding_is_linear():
    """Sixteen times the text takes nowhere near 256 times the time: runs of near-matches do not multiply."""

    def seconds(count: int) -> float:
        text = "the last two hundred and the early more than " * count
        started = time.perf_counter()
        list(find(text))
        return time.perf_counter() - started

    seconds(10)
    assert seconds(4_000) < 80 * max(seconds(250), 0.005)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("1995-99", "1993-99", DateRelation.APART),
        ("2012-13", "2012-14", DateRelation.APART),
        ("1995-99", "1995-1999", DateRelation.SAME),
        ("1995-99", "1994-2001", DateRelation.FINER),
        ("1995-99", "1996", DateRelation.FINER),
    ],
)
def test_of_two_spans_that_share_an_end_the_other_end_counts(one, other, relation):
    """ "1995-99" lies within "1993-99", yet both cannot be how long somebody stayed; a year within is no other end."""
    assert relate_dates(parse_value(one, PUBLISHED), parse_value(other, PUBLISHED)).relation is relation
    assert relate_dates(parse_value(other, PUBLISHED), parse_value(one, PUBLISHED)).relation is relation
