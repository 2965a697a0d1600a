"""Dates in running text: every case of fixtures/extractors/date.md, and what a table of sentences cannot show.

UPDATE_CASES=1 rewrites the expectations; read the diff before committing it.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cases
from cases import article
from claimdiff.model import Article, Claim, When


def _described(found: Article) -> str:
    """The dates, one a line: words, type, value and mod; then what was skipped."""
    lines = [_line(claim) for claim in found.claims if claim.kind == "date"]
    text = found.document.text
    lines += [f"skipped “{skip.extent.of(text)}”" for skip in found.skipped if "date" in skip.reason or "calendar" in skip.reason]
    return "".join(f"{line}\n" for line in lines)


def _line(claim: Claim) -> str:
    when = claim.value
    assert isinstance(when, When)
    return f"“{claim.text}” {when.type} {when.value}{f' {when.mod}' if when.mod else ''}"


CASES = cases.load("date", _described)


def dates(text: str, published: str | None = "2021-01-12") -> list[Claim]:
    """The date claims of ``text``."""
    return [claim for claim in article(text, published).claims if claim.kind == "date"]


def values(text: str, published: str | None = "2021-01-12") -> list[str]:
    """Their values."""
    return [claim.value.value for claim in dates(text, published) if isinstance(claim.value, When)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_sentence_has_the_dates_the_case_expects(case):
    """The dates of the sentence are the ones written below it."""
    assert _described(case.article) == case.expected


@pytest.mark.parametrize("case", cases.silent(CASES), ids=lambda case: case.title)
def test_silent_cases_expect_nothing(case):
    """A case called silent cannot be rewritten into one that speaks."""
    assert case.expected == ""


def test_many_cases_are_silent():
    """What is no date is tested as well as what is."""
    silent = [case for case in CASES if not case.expected]

    assert len(silent) >= len(CASES) / 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The two sides will meet again on Friday.", "2021-01-15"),
        ("The two sides met again on Friday.", "2021-01-08"),
        ("The board plans to vote on Friday.", "2021-01-15"),
        ("The board voted to close the plant on Friday.", "2021-01-08"),
        ("The hearing was scheduled for Friday.", "2021-01-15"),
        ("The hearing was held on Friday.", "2021-01-08"),
        ("The exhibition opens on Friday.", "2021-01-15"),
        ("The mayor could not be reached Friday.", "2021-01-08"),
        ("The strike could begin Friday.", "2021-01-15"),
        ("The judge postponed the trial until Friday.", "2021-01-15"),
        ("The clinic may open as soon as Friday.", "2021-01-15"),
        ("The company reported a loss in the year ended June 30.", "2020-06-30"),
        ("The bridge opened in November.", "2020-11"),
        ("The bridge will open in November.", "2021-11"),
    ],
)
def test_tense_says_which_one_is_meant(text, value):
    """A clause that looks ahead takes the next day or month of that name, any other the last or nearest."""
    found = [claim.value.value for claim in dates(text) if claim.value.type == "DATE" and claim.value.granularity in ("day", "month")]

    assert found == [value]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police arrested the banker on Friday.", "arrest"),
        ("The navy on Saturday seized a trawler.", "seize"),
        ("Residents fled after Monday's explosion.", "explosion"),
        ("The plant was closed between 1991 and 1998.", "close"),
    ],
)
def test_a_date_is_of_what_happened(text, event):
    """The head of the topic is the event, not the name in front of the date."""
    assert {claim.topic.head for claim in dates(text)} == {event}


def test_a_dateline_is_no_claim():
    """The day of filing says nothing about an event."""
    text = "PORT ALDER, Jan. 11 (AP) - Police arrested the banker on Sunday, officials said.\n"

    assert values(text) == ["2021-01-10"]


def test_an_interval_of_half_open_days_is_given():
    """A claim about a day covers it from midnight to midnight."""
    (claim,) = dates("The vault was opened on March 3, 2019.")

    assert (str(claim.value.start), str(claim.value.before)) == ("2019-03-03 00:00:00", "2019-03-04 00:00:00")


def test_the_rule_that_resolved_it_is_evidence():
    """Every date says how it was read, and the preposition that bounds it."""
    (claim,) = dates("The pact has been in force since 2018.")

    assert claim.evidence == ("year", "since")


def test_the_following_day_is_counted_from_the_day_spoken_of():
    """Later dates are seen from the last one told."""
    assert values("The fire broke out on March 3, 2019. The following day two bodies were found.") == ["2019-03-03", "2019-03-04"]


def test_that_year_is_the_year_spoken_of():
    """ "That year" is the last year told, however exactly."""
    assert values("She was elected in June 1998 and resigned later that year.") == ["1998-06", "1998"]


def test_a_duration_that_runs_out_takes_its_words_along():
    """The extent is that of the quantity, so that rules compare it once."""
    (claim,) = dates("The president has 12 days left in office.")

    assert (claim.text, claim.value.value) == ("12 days left", "P12D")


@settings(deadline=None, max_examples=40)
@given(st.text(st.sampled_from("0123456789 :./-,JanFeb.MayMonTuesday'sthourpm\n$€%"), max_size=120))
def test_odd_text_never_crashes(text):
    """Whatever is written, there are claims or there are none."""
    for claim in dates(f"x {text}"):
        assert claim.text
