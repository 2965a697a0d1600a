"""weekday-mismatch and dateline-differs on hand-built articles."""

from __future__ import annotations

from datetime import date

import pytest

from builders import on
from claimdiff.model import Article, Claim, DateClue, Document, Extent
from claimdiff.rules import dateline_differs, weekday_mismatch


def _dated(text, words, day, published=None):
    at = text.index(words)
    document = Document("a.txt", text, published=date.fromisoformat(published) if published else None)
    claim = Claim(document, "date", Extent(at, at + len(words)), Extent(0, len(text)), on(day))
    return Article(document, (claim,))


@pytest.mark.parametrize(
    ("text", "words", "day", "published"),
    [
        ("It is due on Tuesday, Jan. 13, 2021.", "Jan. 13, 2021", "2021-01-13", None),
        ("It is due on Tuesday, Jan. 13, 2021.", "Tuesday, Jan. 13, 2021", "2021-01-13", None),
        ("It is due on January 13, a Tuesday.", "January 13, a Tuesday", "2021-01-13", "2021-01-02"),
        ("It is due on 13 January 2021 (Tuesday).", "13 January 2021", "2021-01-13", None),
    ],
)
def test_a_weekday_that_does_not_fit_its_date_is_an_error(text, words, day, published):
    """Before, after or inside the date."""
    found = list(weekday_mismatch.check(_dated(text, words, day, published)))

    assert [finding.severity for finding in found] == ["error"]
    assert "Wednesday, not a Tuesday" in found[0].message


@pytest.mark.parametrize(
    ("text", "words", "day", "published"),
    [
        ("It is due on Wednesday, Jan. 13, 2021.", "Jan. 13, 2021", "2021-01-13", None),
        ("It was said on Tuesday that Jan. 13, 2021 is the day.", "Jan. 13, 2021", "2021-01-13", None),
        ("It is due on Tuesday, Jan. 13.", "Jan. 13", "2021-01-13", None),
        ("It is due on Tuesday.", "Tuesday", "2021-01-13", "2021-01-02"),
        ("It is due on Tuesday, Jan. 13.", "Jan. 13", "2021-01-13", "2019-01-02"),
    ],
    ids=["fits", "another clause", "no year", "no figure", "far from publication"],
)
def test_a_weekday_that_fits_or_cannot_be_checked_is_silent(text, words, day, published):
    """No finding where nothing is certain."""
    assert list(weekday_mismatch.check(_dated(text, words, day, published))) == []


def _filed(published, filed):
    text = f"Published: {published}\n\nGENEVA, {filed} - The bank raised its rate."
    header = DateClue("header", published, extent=Extent(11, 21))
    dateline = DateClue("dateline", filed, extent=Extent(23, text.index(" - ")))
    return Article(Document("a.txt", text, published=date.fromisoformat(published), published_from="header", dates=(header, dateline)))


@pytest.mark.parametrize(("filed", "severity"), [("2021-01-11", "note"), ("2021-01-08", "warning"), ("2021-01-14", "error")])
def test_a_dateline_of_another_day_is_found(filed, severity):
    """A day before is usual, more is odd, after is impossible."""
    found = list(dateline_differs.check(_filed("2021-01-12", filed)))

    assert [finding.severity for finding in found] == [severity]
    assert [place.text for place in found[0].locations] == ["2021-01-12", f"GENEVA, {filed}"]


@pytest.mark.parametrize("filed", ["2021-01-12", "XXXX-01-08"])
def test_a_dateline_of_the_same_or_an_unknown_day_is_silent(filed):
    """Nothing to say."""
    assert list(dateline_differs.check(_filed("2021-01-12", filed))) == []
